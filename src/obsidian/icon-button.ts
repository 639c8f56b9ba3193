import { ButtonComponent } from "obsidian";

/** Make a button that is an icon, as those of the app above its lists. `label`: its tooltip, and its name for a screen reader. */
export function iconButton(parent: HTMLElement, icon: string, label: string): ButtonComponent {
  const button = new ButtonComponent(parent).setIcon(icon).setTooltip(label);
  button.buttonEl.addClass("clickable-icon");
  button.buttonEl.setAttr("aria-label", label);
  return button;
}
