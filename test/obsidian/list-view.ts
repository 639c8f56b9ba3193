import type { ItemView } from "obsidian";
import { ButtonComponent, DropdownComponent, SearchComponent } from "obsidian-test-mocks/obsidian";

/*
 * Views that show a tree list, opened in a page for one test and closed behind it.
 */

/** How many pixels of a list are in sight: ten rows. */
const HEIGHT = 280;

Object.defineProperty(HTMLElement.prototype, "clientHeight", { get: () => HEIGHT });

// In the app these answer to what happens to their elements.
ButtonComponent.prototype.onClick = function (
  this: ButtonComponent,
  callback: (event: MouseEvent) => unknown,
) {
  this.buttonEl.addEventListener("click", callback);
  return this;
};
DropdownComponent.prototype.onChange = function (
  this: DropdownComponent,
  callback: (value: string) => unknown,
) {
  this.selectEl.addEventListener("change", () => callback(this.selectEl.value));
  return this;
};
SearchComponent.prototype.onChange = function (this: SearchComponent, callback: (value: string) => unknown) {
  this.inputEl.addEventListener("input", () => callback(this.inputEl.value));
  return this;
};

const opened: ItemView[] = [];

// Work is cut into slices by the clock; where it stands still, nothing depends on how busy the machine is.
beforeEach(() => {
  jest.spyOn(performance, "now").mockReturnValue(0);
});

afterEach(() => {
  jest.restoreAllMocks();
  for (const view of opened.splice(0)) {
    view.unload();
    view.containerEl.remove();
  }
});

/** Put a view into the page and open it, by what it does itself when it is opened, in the state that a workspace kept of it. */
export async function openInPage(
  view: ItemView,
  open: () => Promise<void>,
  state: Readonly<Record<string, unknown>>,
): Promise<void> {
  opened.push(view);
  document.body.append(view.containerEl);
  view.load();
  await open();
  await view.setState(state, { history: false });
  await settle();
}

/** Let all that does not wait for time come to its end. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
}

/** The same after so many milliseconds. */
export async function settledAfter(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  await settle();
}

/** The first element of a view that a selector matches. @throws RangeError if there is none */
export function one(contentEl: HTMLElement, selector: string): HTMLElement {
  const el = contentEl.querySelector<HTMLElement>(selector);
  if (!el) throw new RangeError(`The view has no ${selector}`);
  return el;
}

/** The rows of the tree that are elements. */
export function treeItems(contentEl: HTMLElement): readonly HTMLElement[] {
  return Array.from(contentEl.querySelectorAll<HTMLElement>("[role=treeitem]"));
}

/** Press keys one after another in a tree; `Mod-` and `Shift-` go before a key's name. */
export function press(tree: HTMLElement, keys: readonly string[]): void {
  tree.focus();
  for (const said of keys) {
    const key = said.replace(/^(?:Mod|Shift)-/, "");
    const modifiers = { ctrlKey: said.startsWith("Mod-"), shiftKey: said.startsWith("Shift-") };
    tree.dispatchEvent(new KeyboardEvent("keydown", { key, ...modifiers, bubbles: true, cancelable: true }));
  }
}

/** Do with the mouse what `type` says. */
export function click(el: HTMLElement, type = "click", said: MouseEventInit = {}): void {
  el.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, ...said }));
}
