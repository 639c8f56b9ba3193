import type { App } from "../app/app.ts";
import type { TFile } from "../vault/files.ts";
import { WorkspaceItem, type WorkspaceParent } from "./item.ts";
import { DeferredView, EmptyView, type View, ItemView } from "./view.ts";
import type { Workspace } from "./workspace.ts";

export interface ViewState {
  type: string;
  state?: Record<string, unknown>;
  active?: boolean;
  pinned?: boolean;
}

export interface OpenViewState {
  readonly state?: Record<string, unknown>;
  readonly eState?: Record<string, unknown>;
  readonly active?: boolean;
}

/** The place of one view. */
export class WorkspaceLeaf extends WorkspaceItem {
  readonly app: App;
  view: View;
  hoverPopover: unknown = null;
  pinned = false;
  private group: string | null = null;
  /** Work on the view, one after the other. */
  private busy: Promise<unknown> = Promise.resolve();

  constructor(workspace: Workspace) {
    super(workspace, "workspace-leaf");
    this.app = workspace.app;
    this.view = new EmptyView(this);
    this.mount();
    this.containerEl.addEventListener("focusin", () => {
      workspace.setActiveLeaf(this);
    });
    this.containerEl.addEventListener("mousedown", () => {
      workspace.setActiveLeaf(this);
    });
  }

  get isDeferred(): boolean {
    return this.view instanceof DeferredView;
  }

  /** Make the view that stands deferred, if its type is known. */
  async loadIfDeferred(): Promise<void> {
    if (!this.isDeferred) return;
    const type = this.view.getViewType();
    if (this.workspace.hasViewType(type)) await this.setViewState({ type, state: this.view.getState() });
  }

  /** Put what stands for a view in its place: until its tab is shown, or its plugin is on again. */
  async defer(type: string, state: Record<string, unknown>): Promise<void> {
    await this.open(new DeferredView(this, type, state));
  }

  async openFile(file: TFile, { state = {}, eState, active = true }: OpenViewState = {}): Promise<void> {
    const type = this.workspace.viewTypeOf(file.extension);
    const keeps = this.view.getViewType() === type ? this.view.getState() : {};
    await this.setViewState({ type, state: { ...keeps, ...state, file: file.path }, active }, eState);
  }

  async open(view: View): Promise<View> {
    const before = this.view;
    await before.onClose();
    before.unload();
    before.containerEl.remove();
    this.view = view;
    this.mount();
    view.load();
    await view.onOpen();
    this.drawTab();
    return view;
  }

  getViewState(): ViewState {
    return {
      type: this.view.getViewType(),
      state: this.view.getState(),
      ...(this.pinned ? { pinned: true } : {}),
    };
  }

  async setViewState(viewState: ViewState, eState?: Record<string, unknown>): Promise<void> {
    const work = this.busy.then(() => this.show(viewState, eState));
    this.busy = work.catch(() => undefined);
    await work;
  }

  getEphemeralState(): Record<string, unknown> {
    return this.view.getEphemeralState();
  }

  setEphemeralState(state: unknown): void {
    this.view.setEphemeralState(state);
  }

  togglePinned(): void {
    this.setPinned(!this.pinned);
  }

  setPinned(pinned: boolean): void {
    this.pinned = pinned;
    this.trigger("pinned-change", pinned);
    this.drawTab();
  }

  setGroup(group: string): void {
    this.group = group;
    this.trigger("group-change", group);
  }

  setGroupMember(other: WorkspaceLeaf): void {
    other.group ??= other.id;
    this.setGroup(other.group);
  }

  isInGroup(group: string): boolean {
    return this.group === group;
  }

  getIcon(): string {
    return this.view.getIcon();
  }

  getDisplayText(): string {
    return this.view.getDisplayText();
  }

  onResize(): void {
    this.view.onResize();
  }

  detach(): void {
    if (!this.hasParent) return;
    const { view } = this;
    const parent: WorkspaceParent = this.parent;
    parent.removeChild(this);
    this.workspace.onLeafGone(this);
    void view.onClose().then(() => {
      view.unload();
    });
  }

  /** Show its name and icon where its tab is. */
  drawTab(): void {
    if (this.view instanceof ItemView) this.view.updateTitle();
    if (this.hasParent) this.parent.onChildrenChanged();
  }

  private mount(): void {
    this.view.containerEl.setAttr("data-type", this.view.getViewType());
    this.containerEl.appendChild(this.view.containerEl);
  }

  private async show({ type, state, active, pinned }: ViewState, eState: unknown): Promise<void> {
    if (this.isDeferred || this.view.getViewType() !== type) {
      const view = this.workspace.createView(type, this);
      if (!view) {
        await this.defer(type, state ?? {});
        return;
      }
      await this.open(view);
    }
    if (state) await this.view.setState(state, { history: false });
    if (eState !== undefined) this.view.setEphemeralState(eState);
    if (pinned !== undefined && pinned !== this.pinned) this.setPinned(pinned);
    this.drawTab();
    if (active) this.workspace.setActiveLeaf(this, { focus: true });
    this.workspace.onViewChanged(this);
  }
}
