import { Component, type ButtonComponent } from "obsidian";
import type { TreeNode } from "../../linkage/tree-node.ts";
import { iconButton } from "../icon-button.ts";
import type { TreeState } from "./tree-state.ts";
import { ListSearch } from "../tree-list/list-search.ts";
import { texts } from "../texts.ts";

/** What the header asks of the view that it is in. */
export interface HeaderHost {
  readonly change: (said: Partial<TreeState>) => void;
  readonly expandAll: (expanded: boolean) => void;
  /** Show the menu of groups, order and depth. */
  readonly openOptions: (event: MouseEvent) => void;
}

/** What stands above the tree: the note that it is of, and the controls. */
export class TreeHeader extends Component {
  private readonly root: HTMLElement;
  private readonly title: HTMLElement;
  private readonly marks: HTMLElement;
  private readonly tools: HTMLElement;
  private readonly pin: ButtonComponent;
  private readonly search: ListSearch;
  private state: TreeState;

  constructor(parent: HTMLElement, state: TreeState, host: HeaderHost) {
    super();
    this.state = state;
    const el = parent.createDiv({ cls: "linkage-header" });
    this.root = el.createDiv({ cls: "linkage-view-root", attr: { dir: "auto" } });
    this.title = this.root.createDiv({ cls: "linkage-view-title" });
    this.marks = this.root.createDiv({ cls: "linkage-view-marks" });
    this.tools = el.createDiv({ cls: "linkage-tools" });
    this.search = new ListSearch(
      this.tools.createDiv({ cls: "linkage-search" }),
      state.text,
      texts.linkageTree.search,
      (text) => {
        host.change({ text });
      },
    );
    const buttons = this.tools.createDiv({ cls: "linkage-tool-buttons" });
    this.pin = iconButton(buttons, "pin", texts.linkageTree.pin);
    const options = iconButton(buttons, "sliders-horizontal", texts.linkageTree.options);
    options.buttonEl.setAttr("aria-haspopup", "menu");
    const expand = iconButton(buttons, "chevrons-up-down", texts.shared.expandAll);
    const collapse = iconButton(buttons, "chevrons-down-up", texts.shared.collapseAll);
    this.registerDomEvent(this.pin.buttonEl, "click", () => {
      host.change({ pinned: !this.state.pinned });
    });
    this.registerDomEvent(options.buttonEl, "click", host.openOptions);
    this.registerDomEvent(expand.buttonEl, "click", () => {
      host.expandAll(true);
    });
    this.registerDomEvent(collapse.buttonEl, "click", () => {
      host.expandAll(false);
    });
  }

  override onload(): void {
    this.addChild(this.search);
  }

  /** Show a state and the note that the tree is of: without one there is nothing to do. What is being typed stays. */
  update(state: TreeState, root: TreeNode | null): void {
    this.state = state;
    this.search.update(state.text);
    this.tools.toggle(root !== null);
    const [title, marks] = [root?.label ?? "", root?.marks.join(texts.linkageTree.markSeparator) ?? ""];
    this.title.setText(title);
    this.marks.setText(marks);
    // The app shows it as a tooltip.
    this.root.setAttr("aria-label", [title, marks].filter((part) => part !== "").join("\n") || null);
    const label = state.pinned ? texts.linkageTree.unpin : texts.linkageTree.pin;
    this.pin.setIcon(state.pinned ? "pin-off" : "pin");
    this.pin.buttonEl.setAttrs({ "aria-label": label, "aria-pressed": String(state.pinned) });
  }
}
