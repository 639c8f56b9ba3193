import type { App } from "../app/app.ts";
import { setIcon } from "./icons.ts";
import { Scope } from "./keymap.ts";

/** A dialog over the window. Keys go to it alone, Tab stays in it, Escape closes it, and the focus returns to where it was. */
export class Modal {
  readonly app: App;
  readonly scope: Scope;
  readonly containerEl: HTMLElement;
  readonly modalEl: HTMLElement;
  readonly titleEl: HTMLElement;
  readonly contentEl: HTMLElement;
  shouldRestoreSelection = true;
  private focusBefore: Element | null = null;
  private closed: (() => unknown) | null = null;

  constructor(app: App) {
    this.app = app;
    this.scope = new Scope();
    this.containerEl = createDiv("modal-container");
    const background = this.containerEl.createDiv("modal-bg");
    this.modalEl = this.containerEl.createDiv({ cls: "modal", attr: { role: "dialog", "aria-modal": true } });
    const close = this.modalEl.createEl("button", {
      cls: "modal-close-button clickable-icon",
      attr: { "aria-label": "Close" },
    });
    setIcon(close, "x");
    const header = this.modalEl.createDiv("modal-header");
    this.titleEl = header.createDiv({ cls: "modal-title" });
    this.contentEl = this.modalEl.createDiv("modal-content");
    for (const el of [background, close])
      el.addEventListener("click", () => {
        this.close();
      });
    this.scope.register([], "Escape", () => {
      this.close();
      return false;
    });
    this.scope.register(null, "Tab", (event) => this.keepFocus(event));
  }

  open(): void {
    const doc = activeDocument;
    this.focusBefore = doc.activeElement;
    doc.body.appendChild(this.containerEl);
    this.app.keymap.pushScope(this.scope);
    void this.onOpen();
    if (!this.modalEl.contains(doc.activeElement)) this.focusables()[0]?.focus();
  }

  close(): void {
    if (!this.containerEl.isConnected) return;
    this.app.keymap.popScope(this.scope);
    this.containerEl.remove();
    this.onClose();
    this.closed?.();
    const before = this.focusBefore;
    if (this.shouldRestoreSelection && before && "focus" in before) (before as HTMLElement).focus();
  }

  onOpen(): Promise<void> | void {
    return undefined;
  }

  onClose(): void {
    return undefined;
  }

  setTitle(title: string): this {
    this.titleEl.setText(title);
    this.modalEl.setAttr("aria-label", title);
    return this;
  }

  setContent(content: string | DocumentFragment): this {
    this.contentEl.setText(content);
    return this;
  }

  setCloseCallback(callback: () => unknown): this {
    this.closed = callback;
    return this;
  }

  private focusables(): HTMLElement[] {
    const all = this.modalEl.querySelectorAll<HTMLElement>(
      "input, button, select, textarea, a[href], [tabindex]:not([tabindex='-1'])",
    );
    const [close, ...rest] = [...all].filter((el) => el.isShown());
    return close ? [...rest, close] : rest;
  }

  private keepFocus(event: KeyboardEvent): boolean {
    const all = this.focusables();
    const at = all.indexOf(this.modalEl.doc.activeElement as HTMLElement);
    all.at((at + (event.shiftKey ? -1 : 1)) % all.length)?.focus();
    return false;
  }
}
