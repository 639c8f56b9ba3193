/** Elements as the app's helpers make them: `createEl("div", { cls, text, attr, … })`. */
type Make = (doc: Document, tag: string, info: DomElementInfo | string | undefined) => HTMLElement;

const makeElement: Make = (doc, tag, given) => {
  const el = doc.createElement(tag);
  const info: DomElementInfo = typeof given === "string" ? { cls: given } : (given ?? {});
  setClass(el, info.cls);
  if (info.text !== undefined) setText(el, info.text);
  for (const [name, value] of Object.entries(info.attr ?? {})) setAttr(el, name, value);
  for (const name of ["title", "href", "placeholder", "type", "value"] as const) {
    const value = info[name];
    if (value === undefined) continue;
    if (name === "value" && "value" in el) el.value = value;
    else el.setAttribute(name, value);
  }
  place(el, info.parent, info.prepend);
  return el;
};

function makeSvg(doc: Document, tag: string, given: SvgElementInfo | string | undefined): SVGElement {
  const el = doc.createElementNS<"svg">("http://www.w3.org/2000/svg", tag as "svg");
  const info: SvgElementInfo = typeof given === "string" ? { cls: given } : (given ?? {});
  setClass(el, info.cls);
  for (const [name, value] of Object.entries(info.attr ?? {})) setAttr(el, name, value);
  place(el, info.parent, info.prepend);
  return el;
}

function setClass(el: Element, cls: string | string[] | undefined): void {
  if (cls === undefined || cls.length === 0) return;
  el.setAttribute("class", Array.isArray(cls) ? cls.join(" ") : cls);
}

function place(el: Element, parent: Node | undefined, prepend = false): void {
  if (prepend) parent?.insertBefore(el, parent.firstChild);
  else parent?.appendChild(el);
}

function setText(el: Element, value: string | DocumentFragment): void {
  if (typeof value === "string") el.textContent = value;
  else el.replaceChildren(value);
}

function setAttr(el: Element, name: string, value: string | number | boolean | null): void {
  if (value === null) el.removeAttribute(name);
  else el.setAttribute(name, String(value));
}

/** What the app adds to each node. Elements are made in the document of the node they are made in. */
const nodeHelpers = {
  detach(this: Node) {
    this.parentNode?.removeChild(this);
  },
  empty(this: Node) {
    while (this.lastChild) this.removeChild(this.lastChild);
  },
  insertAfter(this: Node, node: Node, child: Node | null) {
    this.insertBefore(node, child ? child.nextSibling : this.firstChild);
    return node;
  },
  indexOf(this: Node, other: Node) {
    return Array.from(this.childNodes).indexOf(other as ChildNode);
  },
  setChildrenInPlace(this: Node, children: Node[]) {
    for (const child of Array.from(this.childNodes)) if (!children.includes(child)) child.remove();
    for (const child of children) this.appendChild(child);
  },
  appendText(this: Node, text: string) {
    this.appendChild(this.doc.createTextNode(text));
  },
  /** The classes of another window are others: those of the same name count. */
  instanceOf(this: Node, type: { readonly name: string; readonly prototype: unknown }) {
    return isInstance(this, type, this.win);
  },
  createEl(this: Node, tag: string, info?: DomElementInfo | string, callback?: (el: HTMLElement) => void) {
    const el = makeElement(documentOf(this), tag, { ...infoOf(info), parent: this });
    callback?.(el);
    return el;
  },
  createDiv(this: Node, info?: DomElementInfo | string, callback?: (el: HTMLElement) => void) {
    const el = makeElement(documentOf(this), "div", { ...infoOf(info), parent: this });
    callback?.(el);
    return el;
  },
  createSpan(this: Node, info?: DomElementInfo | string, callback?: (el: HTMLElement) => void) {
    const el = makeElement(documentOf(this), "span", { ...infoOf(info), parent: this });
    callback?.(el);
    return el;
  },
  createSvg(this: Node, tag: string, info?: SvgElementInfo | string, callback?: (el: SVGElement) => void) {
    const el = makeSvg(documentOf(this), tag, { ...infoOf(info), parent: this });
    callback?.(el);
    return el;
  },
};

function infoOf<T extends object>(info: T | string | undefined): T | { cls: string } | undefined {
  return typeof info === "string" ? { cls: info } : info;
}

function documentOf(node: Node): Document {
  return node.ownerDocument ?? (node as Document);
}

function isInstance(
  value: object,
  type: { readonly name: string; readonly prototype: unknown },
  win: Window,
): boolean {
  const there = (win as unknown as Record<string, unknown>)[type.name];
  const isSame = (other: unknown): boolean => typeof other === "function" && value instanceof other;
  return isSame(type) || isSame(there) || isSame((window as unknown as Record<string, unknown>)[type.name]);
}

const searchHelpers = {
  find(this: ParentNode, selector: string) {
    return this.querySelector(selector);
  },
  findAll(this: ParentNode, selector: string) {
    return Array.from(this.querySelectorAll(selector));
  },
};

const elementHelpers = {
  ...searchHelpers,
  getText(this: Element) {
    return this.textContent;
  },
  setText(this: Element, value: string | DocumentFragment) {
    setText(this, value);
  },
  addClass(this: Element, ...classes: string[]) {
    this.classList.add(...classes);
  },
  addClasses(this: Element, classes: string[]) {
    this.classList.add(...classes);
  },
  removeClass(this: Element, ...classes: string[]) {
    this.classList.remove(...classes);
  },
  removeClasses(this: Element, classes: string[]) {
    this.classList.remove(...classes);
  },
  toggleClass(this: Element, classes: string | string[], value: boolean) {
    for (const each of [classes].flat()) this.classList.toggle(each, value);
  },
  hasClass(this: Element, cls: string) {
    return this.classList.contains(cls);
  },
  setAttr(this: Element, name: string, value: string | number | boolean | null) {
    setAttr(this, name, value);
  },
  setAttrs(this: Element, values: Record<string, string | number | boolean | null>) {
    for (const [name, value] of Object.entries(values)) setAttr(this, name, value);
  },
  getAttr(this: Element, name: string) {
    return this.getAttribute(name);
  },
  matchParent(this: Element, selector: string, lastParent?: Element) {
    const found = this.closest(selector);
    return found && lastParent?.contains(found) !== false ? found : null;
  },
  getCssPropertyValue(this: Element, property: string, pseudoElement?: string) {
    return this.win.getComputedStyle(this, pseudoElement).getPropertyValue(property);
  },
  isActiveElement(this: Element) {
    return this.doc.activeElement === this;
  },
  findAllSelf(this: Element, selector: string) {
    return [...(this.matches(selector) ? [this] : []), ...Array.from(this.querySelectorAll(selector))];
  },
};

const styleHelpers = {
  setCssStyles(this: HTMLElement, styles: Partial<CSSStyleDeclaration>) {
    Object.assign(this.style, styles);
  },
  setCssProps(this: HTMLElement, props: Record<string, string>) {
    for (const [name, value] of Object.entries(props)) this.style.setProperty(name, value);
  },
};

const htmlHelpers = {
  ...styleHelpers,
  show(this: HTMLElement) {
    this.style.removeProperty("display");
  },
  hide(this: HTMLElement) {
    this.style.setProperty("display", "none");
  },
  toggle(this: HTMLElement, isShown: boolean) {
    if (isShown) this.style.removeProperty("display");
    else this.style.setProperty("display", "none");
  },
  toggleVisibility(this: HTMLElement, isVisible: boolean) {
    if (isVisible) this.style.removeProperty("visibility");
    else this.style.setProperty("visibility", "hidden");
  },
  isShown(this: HTMLElement) {
    return this.offsetParent !== null;
  },
  onClickEvent(
    this: HTMLElement,
    listener: (event: MouseEvent) => unknown,
    options?: boolean | AddEventListenerOptions,
  ) {
    this.addEventListener("click", listener, options);
    this.addEventListener("auxclick", listener, options);
  },
  trigger(this: HTMLElement, type: string) {
    this.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
  },
};

/** What the app's `obsidian.d.ts` declares for a window and all that is in it, popout windows included. */
export function addDomHelpers(win: Window & typeof globalThis): void {
  define(win.Node.prototype, nodeHelpers);
  define(win.Element.prototype, elementHelpers);
  define(win.HTMLElement.prototype, htmlHelpers);
  define(win.SVGElement.prototype, styleHelpers);
  define(win.DocumentFragment.prototype, searchHelpers);
  defineGetters(win.Node.prototype, {
    doc: (node: Node) => documentOf(node),
    win: (node: Node) => documentOf(node).defaultView ?? window,
    constructorWin: () => win,
  });
  defineGetters(win.UIEvent.prototype, {
    targetNode: (event: UIEvent) => event.target,
    win: (event: UIEvent) => event.view ?? window,
    doc: (event: UIEvent) => (event.view ?? window).document,
  });
  define(win.UIEvent.prototype, {
    instanceOf(this: UIEvent, type: { readonly name: string; readonly prototype: unknown }) {
      return isInstance(this, type, this.view ?? window);
    },
  });
  define(win, {
    createEl: (tag: string, info?: DomElementInfo | string, callback?: (el: HTMLElement) => void) => {
      const el = makeElement(win.document, tag, info);
      callback?.(el);
      return el;
    },
    createDiv: (info?: DomElementInfo | string, callback?: (el: HTMLElement) => void) => {
      const el = makeElement(win.document, "div", info);
      callback?.(el);
      return el;
    },
    createSpan: (info?: DomElementInfo | string, callback?: (el: HTMLElement) => void) => {
      const el = makeElement(win.document, "span", info);
      callback?.(el);
      return el;
    },
    createSvg: (tag: string, info?: SvgElementInfo | string) => makeSvg(win.document, tag, info),
    createFragment: (callback?: (el: DocumentFragment) => void) => {
      const fragment = win.document.createDocumentFragment();
      callback?.(fragment);
      return fragment;
    },
    sleep: (ms: number) => new Promise((resolve) => win.setTimeout(resolve, ms)),
    nextFrame: () => new Promise((resolve) => win.requestAnimationFrame(resolve)),
  });
}

/** Point the globals `activeWindow` and `activeDocument` of all windows at the one that has the focus. */
export function setActiveWindow(active: Window, windows: Iterable<Window>): void {
  for (const win of windows) Object.assign(win, { activeWindow: active, activeDocument: active.document });
}

function define(target: object, helpers: object): void {
  for (const [name, value] of Object.entries(helpers))
    Object.defineProperty(target, name, { value: value as unknown, configurable: true, writable: true });
}

function defineGetters<T extends object>(target: T, getters: Record<string, (self: T) => unknown>): void {
  for (const [name, read] of Object.entries(getters)) {
    Object.defineProperty(target, name, {
      configurable: true,
      get(this: T) {
        return read(this);
      },
    });
  }
}
