import { Events } from "../app/events.ts";
import type { Workspace } from "./workspace.ts";

/** A window of the app. */
export type Container = WorkspaceItem & { readonly win: Window; readonly doc: Document };

function isContainer(item: WorkspaceItem): item is Container {
  return "win" in item;
}

/** A part of the workspace: a leaf, or what holds others. */
export abstract class WorkspaceItem extends Events {
  readonly workspace: Workspace;
  readonly containerEl: HTMLElement;
  readonly id: string;
  /** Null for the topmost, and for what has been taken out. */
  private above: WorkspaceParent | null = null;

  constructor(workspace: Workspace, cls: string) {
    super();
    this.workspace = workspace;
    this.containerEl = createDiv(cls);
    this.id = Math.random().toString(16).slice(2, 18).padEnd(16, "0");
  }

  get parent(): WorkspaceParent {
    if (!this.above) throw new Error("This part of the workspace has no parent");
    return this.above;
  }

  get hasParent(): boolean {
    return this.above !== null;
  }

  setParent(parent: WorkspaceParent | null): void {
    this.above = parent;
  }

  getRoot(): WorkspaceItem {
    return this.above?.getRoot() ?? this;
  }

  /** The main window or the popout window that it is in. */
  getContainer(): Container {
    if (isContainer(this)) return this;
    return this.above?.getContainer() ?? this.workspace.rootSplit;
  }
}

/** A part that holds others. */
export abstract class WorkspaceParent extends WorkspaceItem {
  readonly children: WorkspaceItem[] = [];

  /** Where the elements of its children are. */
  get childrenEl(): HTMLElement {
    return this.containerEl;
  }

  insertChild(index: number, child: WorkspaceItem): void {
    const next = this.children[index];
    this.children.splice(index, 0, child);
    child.setParent(this);
    this.childrenEl.insertBefore(child.containerEl, next?.containerEl ?? null);
    this.onChildrenChanged();
  }

  appendChild(child: WorkspaceItem): void {
    this.insertChild(this.children.length, child);
  }

  /** Take a child out. What has nothing left in it goes too, unless it is a place of its own. */
  removeChild(child: WorkspaceItem): void {
    const index = this.children.indexOf(child);
    if (index < 0) return;
    this.children.splice(index, 1);
    child.setParent(null);
    child.containerEl.remove();
    if (this.children.length === 0 && this.goesWhenEmpty && this.hasParent) this.parent.removeChild(this);
    else this.onChildrenChanged();
  }

  protected get goesWhenEmpty(): boolean {
    return true;
  }

  /** Draw what depends on the children. */
  onChildrenChanged(): void {
    return undefined;
  }
}
