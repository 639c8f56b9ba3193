import type { App } from "../app/app.ts";
import { Component } from "../app/component.ts";
import { setIcon } from "../ui/icons.ts";
import type { Scope } from "../ui/keymap.ts";
import { Menu } from "../ui/menu.ts";
import type { WorkspaceLeaf } from "./leaf.ts";

type State = Record<string, unknown>;

/** What a leaf shows. */
export abstract class View extends Component {
  readonly app: App;
  readonly leaf: WorkspaceLeaf;
  readonly containerEl: HTMLElement;
  icon = "file";
  navigation = false;
  scope: Scope | null = null;

  constructor(leaf: WorkspaceLeaf) {
    super();
    this.app = leaf.app;
    this.leaf = leaf;
    this.containerEl = createDiv("workspace-leaf-content");
  }

  abstract getViewType(): string;
  abstract getDisplayText(): string;

  onOpen(): Promise<void> {
    return Promise.resolve();
  }

  onClose(): Promise<void> {
    return Promise.resolve();
  }

  getIcon(): string {
    return this.icon;
  }

  getState(): State {
    return {};
  }

  setState(_state: unknown, _result: { history: boolean }): Promise<void> {
    return Promise.resolve();
  }

  getEphemeralState(): State {
    return {};
  }

  setEphemeralState(_state: unknown): void {
    return undefined;
  }

  onResize(): void {
    return undefined;
  }

  onPaneMenu(_menu: Menu, _source: string): void {
    return undefined;
  }
}

/** A view with a header: its title, its actions and its menu. */
export abstract class ItemView extends View {
  readonly contentEl: HTMLElement;
  private readonly titleEl: HTMLElement;
  private readonly actionsEl: HTMLElement;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    const header = this.containerEl.createDiv("view-header");
    this.titleEl = header.createDiv("view-header-title-container").createDiv("view-header-title");
    this.actionsEl = header.createDiv("view-actions");
    this.contentEl = this.containerEl.createDiv("view-content");
    this.addAction("ellipsis-vertical", "More options", (event) => {
      const menu = new Menu();
      this.onPaneMenu(menu, "more-options");
      menu.showAtMouseEvent(event);
    });
  }

  /** Actions stand from right to left, the newest first. */
  addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const el = createEl("button", { cls: "clickable-icon view-action", attr: { "aria-label": title } });
    setIcon(el, icon);
    el.addEventListener("click", callback);
    this.actionsEl.prepend(el);
    return el;
  }

  /** Show its name where it may have changed. */
  updateTitle(): void {
    this.titleEl.setText(this.getDisplayText());
  }
}

/** Stands for a view that is not loaded: its tab has not been shown yet, or its plugin is off. */
export class DeferredView extends View {
  private readonly type: string;
  private readonly state: State;

  constructor(leaf: WorkspaceLeaf, type: string, state: State) {
    super(leaf);
    this.type = type;
    this.state = state;
  }

  getViewType(): string {
    return this.type;
  }

  getDisplayText(): string {
    return typeof this.state["file"] === "string" ? this.state["file"] : "Plugin no longer active";
  }

  override getState(): State {
    return this.state;
  }
}

/** What a leaf shows that has nothing to show. */
export class EmptyView extends ItemView {
  override navigation = true;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.contentEl.createDiv({ cls: "empty-state", text: "No file is open" });
  }

  getViewType(): string {
    return "empty";
  }

  getDisplayText(): string {
    return "New tab";
  }
}
