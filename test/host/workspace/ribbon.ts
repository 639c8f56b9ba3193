import { setIcon } from "../ui/icons.ts";

/** The strip of icons beside the left sidebar; the right one has none. */
export class WorkspaceRibbon {
  readonly containerEl: HTMLElement;
  private readonly actionsEl: HTMLElement;

  constructor(parent: HTMLElement, side: "left" | "right") {
    this.containerEl = parent.createDiv(`workspace-ribbon side-dock-ribbon mod-${side}`);
    this.actionsEl = this.containerEl.createDiv("side-dock-actions");
  }

  addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const el = this.actionsEl.createEl("button", {
      cls: "clickable-icon side-dock-ribbon-action",
      attr: { "aria-label": title, "data-tooltip-position": "right" },
    });
    setIcon(el, icon);
    el.addEventListener("click", callback);
    return el;
  }
}
