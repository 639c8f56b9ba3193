import type { App } from "../app/app.ts";
import { ButtonComponent } from "./components.ts";
import { Modal } from "./modal.ts";

/** A button of a confirmation: closes it when its handler is done, unless that returns something true. */
export class ConfirmationButton extends ButtonComponent {
  private readonly modal: ConfirmationModal;

  constructor(containerEl: HTMLElement, modal: ConfirmationModal) {
    super(containerEl);
    this.modal = modal;
  }

  setInitialFocus(): this {
    this.modal.initialFocus = this.buttonEl;
    return this;
  }

  setSecondary(): this {
    this.buttonEl.addClass("mod-secondary");
    return this;
  }

  setCancel(): this {
    this.buttonEl.addClass("mod-cancel");
    return this;
  }

  protected override handleClick(event: MouseEvent): void {
    const result = super.handleClick(event);
    const closeUnless = (stays: unknown): void => {
      if (!stays) this.modal.close();
    };
    if (result instanceof Promise) void result.then(closeUnless);
    else closeUnless(result);
  }
}

/** Asks the user to confirm something. */
export class ConfirmationModal extends Modal {
  readonly buttonContainerEl: HTMLElement;
  initialFocus: HTMLElement | null = null;

  constructor(app: App) {
    super(app);
    this.modalEl.addClass("mod-confirmation");
    this.buttonContainerEl = this.modalEl.createDiv("modal-button-container");
  }

  override open(): void {
    super.open();
    this.initialFocus?.focus();
  }

  addClass(cls: string): this {
    this.modalEl.addClass(cls);
    return this;
  }

  addCheckbox(label: string, callback: (value: boolean) => unknown): this {
    const el = this.buttonContainerEl.createEl("label", { cls: "mod-checkbox" });
    const input = el.createEl("input", { type: "checkbox" });
    el.appendText(label);
    input.addEventListener("change", () => callback(input.checked));
    return this;
  }

  addButton(make: (button: ConfirmationButton) => unknown): this {
    make(new ConfirmationButton(this.buttonContainerEl, this));
    return this;
  }

  addCancelButton(text = "Cancel"): this {
    return this.addButton((button) => button.setButtonText(text).setCancel());
  }
}
