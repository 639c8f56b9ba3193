import type { App } from "../app/app.ts";
import { Scope } from "./keymap.ts";

type UserEvent = MouseEvent | KeyboardEvent;

/** Suggestions in a box above all else: by mouse, or by arrow keys and Enter, while the focus stays where it is. */
export abstract class PopoverSuggest<T> {
  app: App;
  scope: Scope;
  protected readonly suggestEl: HTMLElement;
  private isOpen = false;
  private values: readonly T[] = [];
  private selected = 0;

  constructor(app: App, scope = new Scope(app.scope)) {
    this.app = app;
    this.scope = scope;
    this.suggestEl = createDiv({ cls: "suggestion-container", attr: { role: "listbox" } });
    // A click must not take the focus out of the editor.
    this.suggestEl.addEventListener("mousedown", (event) => {
      event.preventDefault();
    });
    scope.register([], "ArrowDown", () => this.move(1));
    scope.register([], "ArrowUp", () => this.move(-1));
    scope.register([], "Enter", (event) => {
      const value = this.values[this.selected];
      if (value !== undefined) this.selectSuggestion(value, event);
      return false;
    });
    scope.register([], "Escape", () => {
      this.close();
      return false;
    });
  }

  open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.app.keymap.pushScope(this.scope);
    activeDocument.body.append(this.suggestEl);
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.app.keymap.popScope(this.scope);
    this.suggestEl.remove();
  }

  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract selectSuggestion(value: T, event: UserEvent): void;

  /** Show other suggestions, the first one selected, below a place of the window. */
  protected show(values: readonly T[], at: { readonly left: number; readonly bottom: number }): void {
    this.values = values;
    this.suggestEl.empty();
    const list = this.suggestEl.createDiv("suggestion");
    for (const [index, value] of values.entries()) {
      const el = list.createDiv({ cls: "suggestion-item", attr: { role: "option" } });
      this.renderSuggestion(value, el);
      el.addEventListener("mousemove", () => {
        this.select(index);
      });
      el.addEventListener("click", (event) => {
        this.selectSuggestion(value, event);
      });
    }
    this.suggestEl.setCssStyles({ left: `${String(at.left)}px`, top: `${String(at.bottom)}px` });
    this.open();
    this.select(0);
  }

  private move(step: number): false {
    this.select((this.selected + step + this.values.length) % Math.max(1, this.values.length));
    return false;
  }

  private select(index: number): void {
    this.selected = index;
    for (const [at, el] of [...this.suggestEl.querySelectorAll(".suggestion-item")].entries()) {
      el.toggleClass("is-selected", at === index);
      el.setAttribute("aria-selected", String(at === index));
      if (at === index) el.scrollIntoView({ block: "nearest" });
    }
  }
}
