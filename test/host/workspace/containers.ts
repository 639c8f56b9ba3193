import { WorkspaceParent } from "./item.ts";
import type { Workspace } from "./workspace.ts";

type Direction = "vertical" | "horizontal";

/** Parts side by side (`vertical`) or one above the other. */
export class WorkspaceSplit extends WorkspaceParent {
  readonly direction: Direction;

  constructor(workspace: Workspace, direction: Direction, cls = "") {
    super(workspace, `workspace-split mod-${direction} ${cls}`.trim());
    this.direction = direction;
  }
}

/** A window's own split. */
export abstract class WorkspaceContainer extends WorkspaceSplit {
  abstract readonly win: Window;
  abstract readonly doc: Document;

  protected override get goesWhenEmpty(): boolean {
    return false;
  }
}

/** The main area of the main window. */
export class WorkspaceRoot extends WorkspaceContainer {
  readonly win = window;
  readonly doc = document;

  constructor(workspace: Workspace) {
    super(workspace, "vertical", "mod-root");
  }
}

/** What holds the popout windows. */
export class WorkspaceFloating extends WorkspaceParent {
  constructor(workspace: Workspace) {
    super(workspace, "workspace-floating");
  }

  protected override get goesWhenEmpty(): boolean {
    return false;
  }
}

/** A popout window. */
export class WorkspaceWindow extends WorkspaceContainer {
  readonly win: Window;
  readonly doc: Document;

  constructor(workspace: Workspace, win: Window) {
    super(workspace, "vertical", "mod-root");
    this.win = win;
    this.doc = win.document;
  }

  protected override get goesWhenEmpty(): boolean {
    return true;
  }
}

/** A sidebar on a desktop. */
export class WorkspaceSidedock extends WorkspaceSplit {
  collapsed = true;
  readonly side: "left" | "right";

  constructor(workspace: Workspace, side: "left" | "right") {
    super(workspace, "horizontal", `mod-sidedock mod-${side}-split is-sidedock-collapsed`);
    this.side = side;
  }

  expand(): void {
    this.setCollapsed(false);
  }

  collapse(): void {
    this.setCollapsed(true);
  }

  toggle(): void {
    this.setCollapsed(!this.collapsed);
  }

  protected override get goesWhenEmpty(): boolean {
    return false;
  }

  private setCollapsed(collapsed: boolean): void {
    if (collapsed === this.collapsed) return;
    this.collapsed = collapsed;
    this.containerEl.toggleClass("is-sidedock-collapsed", collapsed);
    this.workspace.onSideChanged();
  }
}

/** A sidebar on a phone: it lies over the main area, and holds its leaves itself. */
export class WorkspaceMobileDrawer extends WorkspaceParent {
  collapsed = true;
  readonly side: "left" | "right";
  currentTab = 0;
  private readonly contentEl: HTMLElement;
  private readonly headerEl: HTMLElement;

  constructor(workspace: Workspace, side: "left" | "right") {
    super(workspace, `workspace-drawer mod-${side} is-collapsed`);
    this.side = side;
    const inner = this.containerEl.createDiv("workspace-drawer-inner");
    this.headerEl = inner.createDiv("workspace-drawer-header");
    this.contentEl = inner.createDiv("workspace-drawer-active-tab-container");
    this.containerEl.addEventListener("click", ({ target }) => {
      if (target === this.containerEl) this.collapse();
    });
  }

  override get childrenEl(): HTMLElement {
    return this.contentEl;
  }

  expand(): void {
    this.setCollapsed(false);
  }

  collapse(): void {
    this.setCollapsed(true);
  }

  toggle(): void {
    this.setCollapsed(!this.collapsed);
  }

  selectTabIndex(index: number): void {
    this.currentTab = Math.max(0, Math.min(index, this.children.length - 1));
    this.onChildrenChanged();
  }

  override onChildrenChanged(): void {
    this.currentTab = Math.max(0, Math.min(this.currentTab, this.children.length - 1));
    for (const [index, child] of this.children.entries()) child.containerEl.toggle(index === this.currentTab);
    const shown = this.children[this.currentTab];
    this.headerEl.setText(shown ? this.workspace.titleOf(shown) : "");
    if (shown) this.workspace.onShown(shown);
  }

  protected override get goesWhenEmpty(): boolean {
    return false;
  }

  private setCollapsed(collapsed: boolean): void {
    if (collapsed === this.collapsed) return;
    this.collapsed = collapsed;
    this.containerEl.toggleClass("is-collapsed", collapsed);
    this.workspace.onSideChanged();
  }
}
