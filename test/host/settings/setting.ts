import {
  type BaseComponent,
  ButtonComponent,
  ColorComponent,
  DisplayValueComponent,
  DropdownComponent,
  ExtraButtonComponent,
  ProgressBarComponent,
  SearchComponent,
  SliderComponent,
  TextAreaComponent,
  TextComponent,
  ToggleComponent,
} from "../ui/components.ts";
import { setTooltip } from "../ui/tooltip.ts";

/** One row of the settings: name and description, and its controls beside them. */
export class Setting {
  readonly settingEl: HTMLElement;
  readonly infoEl: HTMLElement;
  readonly nameEl: HTMLElement;
  readonly descEl: HTMLElement;
  readonly controlEl: HTMLElement;
  components: BaseComponent[] = [];
  errorEl: HTMLElement | null = null;

  constructor(containerEl: HTMLElement) {
    this.settingEl = containerEl.createDiv("setting-item");
    this.infoEl = this.settingEl.createDiv("setting-item-info");
    this.nameEl = this.infoEl.createDiv("setting-item-name");
    this.descEl = this.infoEl.createDiv("setting-item-description");
    this.controlEl = this.settingEl.createDiv("setting-item-control");
  }

  setName(name: string | DocumentFragment): this {
    this.nameEl.setText(name);
    return this;
  }

  setDesc(desc: string | DocumentFragment): this {
    this.descEl.setText(desc);
    return this;
  }

  setClass(cls: string): this {
    this.settingEl.addClass(cls);
    return this;
  }

  setTooltip(tooltip: string, options?: { readonly placement?: string }): this {
    setTooltip(this.nameEl, tooltip, options);
    return this;
  }

  setHeading(): this {
    this.settingEl.addClass("setting-item-heading");
    return this;
  }

  setDisabled(disabled: boolean): this {
    this.settingEl.toggleClass("is-disabled", disabled);
    for (const component of this.components) component.setDisabled(disabled);
    return this;
  }

  setErrorMessage(message: string | null): this {
    this.settingEl.toggleClass("is-invalid", message !== null);
    this.errorEl?.remove();
    this.errorEl =
      message === null
        ? null
        : this.infoEl.createDiv({ cls: "setting-item-error", text: message, attr: { role: "alert" } });
    return this;
  }

  addComponent(make: (el: HTMLElement) => BaseComponent): this {
    this.components.push(make(this.controlEl));
    return this;
  }

  addButton(use: (component: ButtonComponent) => unknown): this {
    return this.add(new ButtonComponent(this.controlEl), use);
  }

  addExtraButton(use: (component: ExtraButtonComponent) => unknown): this {
    return this.add(new ExtraButtonComponent(this.controlEl), use);
  }

  addToggle(use: (component: ToggleComponent) => unknown): this {
    this.settingEl.addClass("mod-toggle");
    return this.add(new ToggleComponent(this.controlEl), use);
  }

  addText(use: (component: TextComponent) => unknown): this {
    return this.add(new TextComponent(this.controlEl), use);
  }

  addSearch(use: (component: SearchComponent) => unknown): this {
    return this.add(new SearchComponent(this.controlEl), use);
  }

  addTextArea(use: (component: TextAreaComponent) => unknown): this {
    return this.add(new TextAreaComponent(this.controlEl), use);
  }

  addDropdown(use: (component: DropdownComponent) => unknown): this {
    return this.add(new DropdownComponent(this.controlEl), use);
  }

  addColorPicker(use: (component: ColorComponent) => unknown): this {
    return this.add(new ColorComponent(this.controlEl), use);
  }

  addProgressBar(use: (component: ProgressBarComponent) => unknown): this {
    return this.add(new ProgressBarComponent(this.controlEl), use);
  }

  addSlider(use: (component: SliderComponent) => unknown): this {
    return this.add(new SliderComponent(this.controlEl), use);
  }

  addDisplayValue(use: (component: DisplayValueComponent) => unknown): this {
    use(new DisplayValueComponent(this.controlEl));
    return this;
  }

  then(callback: (setting: this) => unknown): this {
    callback(this);
    return this;
  }

  clear(): this {
    this.controlEl.empty();
    this.components = [];
    return this;
  }

  private add<T extends BaseComponent>(component: T, use: (component: T) => unknown): this {
    this.components.push(component);
    // Screen readers call a control by its setting's name, as in the app.
    const control = this.controlEl.lastElementChild?.matches("input, select, textarea")
      ? this.controlEl.lastElementChild
      : this.controlEl.lastElementChild?.querySelector("input, textarea");
    use(component);
    if (control && !control.hasAttribute("aria-label")) control.setAttr("aria-label", this.nameEl.getText());
    return this;
  }
}
