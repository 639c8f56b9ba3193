import { setIcon } from "../ui/icons.ts";
import { Menu } from "../ui/menu.ts";
import { WorkspaceParent } from "./item.ts";
import { WorkspaceLeaf } from "./leaf.ts";
import type { Workspace } from "./workspace.ts";

/** Leaves behind one another, each with a tab. */
export class WorkspaceTabs extends WorkspaceParent {
  currentTab = 0;
  private readonly headerEl: HTMLElement;
  private readonly contentEl: HTMLElement;

  constructor(workspace: Workspace) {
    super(workspace, "workspace-tabs");
    const header = this.containerEl.createDiv("workspace-tab-header-container");
    this.headerEl = header.createDiv({
      cls: "workspace-tab-header-container-inner",
      attr: { role: "tablist" },
    });
    this.contentEl = this.containerEl.createDiv("workspace-tab-container");
  }

  override get childrenEl(): HTMLElement {
    return this.contentEl;
  }

  selectTabIndex(index: number): void {
    this.currentTab = Math.max(0, Math.min(index, this.children.length - 1));
    this.onChildrenChanged();
  }

  override onChildrenChanged(): void {
    this.currentTab = Math.max(0, Math.min(this.currentTab, this.children.length - 1));
    this.headerEl.empty();
    for (const [index, child] of this.children.entries()) {
      const isShown = index === this.currentTab;
      child.containerEl.toggle(isShown);
      if (child instanceof WorkspaceLeaf) this.drawTab(child, index, isShown);
    }
    const shown = this.children[this.currentTab];
    if (shown) this.workspace.onShown(shown);
  }

  private drawTab(leaf: WorkspaceLeaf, index: number, isActive: boolean): void {
    const tab = this.headerEl.createDiv({
      cls: `workspace-tab-header tappable ${isActive ? "is-active" : ""}`.trim(),
      attr: {
        role: "tab",
        tabindex: isActive ? 0 : -1,
        "aria-selected": isActive,
        "aria-label": leaf.getDisplayText(),
        "data-type": leaf.getViewState().type,
      },
    });
    const inner = tab.createDiv("workspace-tab-header-inner");
    setIcon(inner.createDiv("workspace-tab-header-inner-icon"), leaf.getIcon());
    inner.createDiv({ cls: "workspace-tab-header-inner-title", text: leaf.getDisplayText() });
    const close = inner.createDiv("workspace-tab-header-inner-close-button");
    setIcon(close, "x");
    close.addEventListener("click", (event) => {
      event.stopPropagation();
      leaf.detach();
    });
    tab.addEventListener("click", () => {
      this.selectTabIndex(index);
      this.workspace.setActiveLeaf(leaf, { focus: true });
    });
    tab.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      const menu = new Menu();
      leaf.view.onPaneMenu(menu, "tab-header");
      menu.addItem((item) =>
        item
          .setTitle("Close")
          .setIcon("x")
          .onClick(() => {
            leaf.detach();
          }),
      );
      menu.showAtMouseEvent(event);
    });
  }
}
