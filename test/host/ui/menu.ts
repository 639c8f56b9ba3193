import { Component } from "../app/component.ts";
import { setIcon } from "./icons.ts";

/** One thing to choose in a menu. */
export class MenuItem {
  readonly dom: HTMLElement;
  section = "";
  private readonly iconEl: HTMLElement;
  private readonly titleEl: HTMLElement;
  private action: ((event: MouseEvent | KeyboardEvent) => unknown) | null = null;
  private isDisabled = false;

  constructor() {
    this.dom = createDiv({ cls: "menu-item tappable", attr: { role: "menuitem", tabindex: -1 } });
    this.iconEl = this.dom.createDiv("menu-item-icon");
    this.titleEl = this.dom.createDiv("menu-item-title");
  }

  setTitle(title: string | DocumentFragment): this {
    this.titleEl.setText(title);
    return this;
  }

  setIcon(icon: string | null): this {
    if (icon === null) this.iconEl.empty();
    else setIcon(this.iconEl, icon);
    return this;
  }

  setChecked(checked: boolean | null): this {
    this.dom.toggleClass("mod-checked", checked === true);
    this.dom.setAttrs({ role: checked === null ? "menuitem" : "menuitemcheckbox", "aria-checked": checked });
    this.dom.querySelector(".mod-checked-icon")?.remove();
    if (checked) setIcon(this.dom.createDiv("menu-item-icon mod-checked-icon"), "check");
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.isDisabled = disabled;
    this.dom.toggleClass("is-disabled", disabled);
    this.dom.setAttr("aria-disabled", disabled ? true : null);
    return this;
  }

  setWarning(isWarning: boolean): this {
    this.dom.toggleClass("is-warning", isWarning);
    return this;
  }

  setIsLabel(isLabel: boolean): this {
    this.dom.toggleClass("is-label", isLabel);
    this.isDisabled = isLabel;
    return this;
  }

  setSection(section: string): this {
    this.section = section;
    return this;
  }

  onClick(callback: (event: MouseEvent | KeyboardEvent) => unknown): this {
    this.action = callback;
    return this;
  }

  /** Whether it may be chosen. */
  get isActive(): boolean {
    return !this.isDisabled;
  }

  choose(event: MouseEvent | KeyboardEvent): void {
    this.action?.(event);
  }
}

/** A menu of the app: by mouse or by arrow keys, Enter and Escape. Items of one section stand together. */
export class Menu extends Component {
  private readonly items: (MenuItem | null)[] = [];
  private readonly hidden: (() => unknown)[] = [];
  private dom: HTMLElement | null = null;
  private focusBefore: HTMLElement | null = null;

  static forEvent(event: MouseEvent): Menu {
    const menu = new Menu();
    event.preventDefault();
    window.setTimeout(() => menu.showAtMouseEvent(event));
    return menu;
  }

  setNoIcon(): this {
    return this;
  }

  setUseNativeMenu(_native: boolean): this {
    return this;
  }

  setParentElement(_el: HTMLElement): this {
    return this;
  }

  addItem(make: (item: MenuItem) => unknown): this {
    const item = new MenuItem();
    this.items.push(item);
    make(item);
    return this;
  }

  addSeparator(): this {
    this.items.push(null);
    return this;
  }

  showAtMouseEvent(event: MouseEvent): this {
    return this.showAtPosition({ x: event.clientX, y: event.clientY }, event.doc);
  }

  showAtPosition({ x, y }: { readonly x: number; readonly y: number }, doc: Document = activeDocument): this {
    for (const open of doc.querySelectorAll(".menu")) open.remove();
    this.focusBefore = doc.activeElement instanceof HTMLElement ? doc.activeElement : null;
    this.dom = doc.body.createDiv({ cls: "menu", attr: { role: "menu", tabindex: -1 } });
    this.draw(this.dom.createDiv("menu-scroll"));
    const { offsetWidth, offsetHeight } = this.dom;
    const left = Math.max(0, Math.min(x, doc.documentElement.clientWidth - offsetWidth - 8));
    const top = Math.max(0, Math.min(y, doc.documentElement.clientHeight - offsetHeight - 8));
    this.dom.setCssStyles({ left: `${String(left)}px`, top: `${String(top)}px` });
    this.listen(doc);
    this.dom.focus();
    return this;
  }

  hide(): this {
    if (!this.dom) return this;
    const hadFocus = this.dom.contains(this.dom.doc.activeElement);
    this.dom.remove();
    this.dom = null;
    this.unload();
    if (hadFocus) this.focusBefore?.focus();
    for (const callback of this.hidden) callback();
    return this;
  }

  close(): void {
    this.hide();
  }

  onHide(callback: () => unknown): void {
    this.hidden.push(callback);
  }

  private draw(el: HTMLElement): void {
    const order = [...new Set(this.items.map((item) => item?.section ?? ""))];
    const sorted = this.items.some((item) => item === null)
      ? [this.items]
      : order.map((section) => this.items.filter((item) => item?.section === section));
    for (const [index, group] of sorted.entries()) {
      if (index > 0) el.createDiv({ cls: "menu-separator", attr: { role: "separator" } });
      for (const item of group) {
        if (item) el.appendChild(item.dom);
        else el.createDiv({ cls: "menu-separator", attr: { role: "separator" } });
      }
    }
  }

  private listen(doc: Document): void {
    this.load();
    this.registerDomEvent(doc, "mousedown", ({ target }) => {
      if (!this.dom?.contains(target as Node)) this.hide();
    });
    for (const item of this.items) {
      if (!item) continue;
      this.registerDomEvent(item.dom, "mousemove", () => {
        this.select(item);
      });
      this.registerDomEvent(item.dom, "click", (event) => {
        this.choose(item, event as MouseEvent);
      });
    }
    if (this.dom)
      this.registerDomEvent(this.dom, "keydown", (event) => {
        this.handleKey(event as KeyboardEvent);
      });
  }

  private handleKey(event: KeyboardEvent): void {
    const active = this.items.filter((item) => item?.isActive === true);
    const at = active.findIndex((item) => item?.dom.hasClass("selected"));
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? -1 : at - 1,
      Home: 0,
      End: -1,
    };
    const step = steps[event.key];
    const item = active[at];
    if (step !== undefined) this.select(active.at(step % active.length) ?? null);
    else if (event.key === "Enter" && item) this.choose(item, event);
    else if (event.key === "Escape") this.hide();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private select(selected: MenuItem | null): void {
    for (const item of this.items) item?.dom.toggleClass("selected", item === selected);
    selected?.dom.focus();
  }

  private choose(item: MenuItem, event: MouseEvent | KeyboardEvent): void {
    if (!item.isActive) return;
    this.hide();
    item.choose(event);
  }
}
