import type { SettingControl, SettingNumberControl } from "obsidian";
import type {
  BaseComponent,
  ColorComponent,
  DropdownComponent,
  SliderComponent,
  TextAreaComponent,
  TextComponent,
  ToggleComponent,
} from "../ui/components.ts";
import type { Setting } from "./setting.ts";

/** Add the control of a setting, with its value. `change` is told what the user says. */
export function addControl(
  control: SettingControl,
  setting: Setting,
  value: unknown,
  change: (value: unknown) => void,
): BaseComponent {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  switch (control.type) {
    case "toggle":
      return added<ToggleComponent>((use) => setting.addToggle(use))
        .setValue(value === true)
        .onChange(change);
    case "dropdown":
      return added<DropdownComponent>((use) => setting.addDropdown(use))
        .addOptions(control.options)
        .setValue(text)
        .onChange(change);
    case "textarea": {
      const area = added<TextAreaComponent>((use) => setting.addTextArea(use));
      if (control.rows !== undefined) area.inputEl.rows = control.rows;
      return area
        .setPlaceholder(control.placeholder ?? "")
        .setValue(text)
        .onChange(change);
    }
    case "text":
    case "file":
    case "folder":
      return added<TextComponent>((use) => setting.addText(use))
        .setPlaceholder(control.placeholder ?? "")
        .setValue(text)
        .onChange(change);
    case "number":
      return numberField(control, setting, text, change);
    case "slider":
      return added<SliderComponent>((use) => setting.addSlider(use))
        .setLimits(control.min, control.max, control.step)
        .setDisplayFormat(control.displayFormat ?? String)
        .setValue(Number(value))
        .onChange(change);
    case "color":
      return added<ColorComponent>((use) => setting.addColorPicker(use))
        .setValue(text)
        .onChange(change);
  }
}

function numberField(
  { placeholder = "", min, max, step }: SettingNumberControl,
  setting: Setting,
  text: string,
  change: (value: number) => void,
): BaseComponent {
  const field = added<TextComponent>((use) => setting.addText(use));
  field.inputEl.type = "number";
  field.inputEl.setAttrs({ min: min ?? null, max: max ?? null, step: step ?? null });
  return field
    .setPlaceholder(placeholder)
    .setValue(text)
    .onChange((written) => {
      if (written !== "" && !Number.isNaN(Number(written))) change(Number(written));
    });
}

/** The component that a setting has added. */
function added<T>(add: (use: (component: T) => unknown) => unknown): T {
  const made: T[] = [];
  add((component) => made.push(component));
  const [component] = made;
  if (component === undefined) throw new Error("The setting added nothing");
  return component;
}
