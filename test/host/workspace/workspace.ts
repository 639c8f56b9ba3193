import type { Extension } from "@codemirror/state";
import type { App } from "../app/app.ts";
import { debounce } from "../app/debounce.ts";
import { Events } from "../app/events.ts";
import { Platform } from "../app/platform.ts";
import type { EditorSuggest } from "../editor/editor-suggest.ts";
import type { Editor } from "../editor/editor.ts";
import type { TFile } from "../vault/files.ts";
import {
  WorkspaceFloating,
  WorkspaceMobileDrawer,
  WorkspaceRoot,
  WorkspaceSidedock,
  WorkspaceSplit,
  type WorkspaceWindow,
} from "./containers.ts";
import { FileView } from "./file-view.ts";
import { WorkspaceParent, type WorkspaceItem } from "./item.ts";
import { WorkspaceLeaf, type OpenViewState, type ViewState } from "./leaf.ts";
import { openWindow } from "./popout.ts";
import { WorkspaceRibbon } from "./ribbon.ts";
import { WorkspaceTabs } from "./tabs.ts";
import type { View } from "./view.ts";

type PaneType = "tab" | "split" | "window";
type Direction = "vertical" | "horizontal";
type Side = "left" | "right";
type ViewCreator = (leaf: WorkspaceLeaf) => View;

/** What an editor is on, for commands and menus. */
export interface ActiveEditor {
  readonly editor?: Editor;
  readonly file: TFile | null;
}

/** The windows of the app and all leaves in them. */
export class Workspace extends Events {
  readonly app: App;
  readonly containerEl: HTMLElement;
  readonly leftRibbon: WorkspaceRibbon;
  readonly rightRibbon: WorkspaceRibbon;
  readonly leftSplit: WorkspaceSidedock | WorkspaceMobileDrawer;
  readonly rightSplit: WorkspaceSidedock | WorkspaceMobileDrawer;
  readonly rootSplit: WorkspaceRoot;
  readonly floatingSplit: WorkspaceFloating;
  activeLeaf: WorkspaceLeaf | null = null;
  activeEditor: ActiveEditor | null = null;
  layoutReady = false;
  readonly editorExtensions: Extension[] = [];
  readonly editorSuggests: EditorSuggest<unknown>[] = [];
  /** How often the layout was saved, for stories. */
  savedLayouts = 0;
  readonly requestSaveLayout = debounce(() => {
    this.savedLayouts += 1;
    return Promise.resolve();
  }, 1000);
  private readonly whenReady: (() => unknown)[] = [];
  private readonly viewCreators = new Map<string, ViewCreator>();
  private readonly typeByExtension = new Map([["md", "markdown"]]);
  private readonly recentLeaves: WorkspaceLeaf[] = [];
  private readonly recentFiles: string[] = [];
  private lastFile: TFile | null = null;

  constructor(app: App, parent: HTMLElement) {
    super();
    this.app = app;
    this.containerEl = parent.createDiv("workspace");
    this.leftRibbon = new WorkspaceRibbon(this.containerEl, "left");
    this.rightRibbon = new WorkspaceRibbon(this.containerEl, "right");
    this.rootSplit = new WorkspaceRoot(this);
    this.floatingSplit = new WorkspaceFloating(this);
    this.leftSplit = this.sidebar("left");
    this.rightSplit = this.sidebar("right");
    this.containerEl.append(
      this.leftSplit.containerEl,
      this.rootSplit.containerEl,
      this.rightSplit.containerEl,
      this.rightRibbon.containerEl,
    );
    const observer = new ResizeObserver(() => {
      this.onResize();
    });
    observer.observe(this.containerEl);
  }

  /** Tell that all is there; who asks from now on is called at once. */
  setLayoutReady(): void {
    this.layoutReady = true;
    this.trigger("layout-ready");
    for (const callback of this.whenReady.splice(0)) callback();
    this.trigger("layout-change");
  }

  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) callback();
    else this.whenReady.push(callback);
  }

  /** Leaves of the left sidebar, the main area and the right sidebar, as they can be shown again by {@link changeLayout}. */
  getLayout(): Record<string, unknown> {
    const states = (root: WorkspaceParent): ViewState[] => leavesOf(root).map((leaf) => leaf.getViewState());
    return {
      left: states(this.leftSplit),
      main: states(this.rootSplit),
      right: states(this.rightSplit),
      active: this.activeLeaf?.id,
    };
  }

  /** Show a layout that {@link getLayout} gave. Tabs that cannot be seen stay deferred. */
  async changeLayout(layout: Record<string, unknown>): Promise<void> {
    this.iterateAllLeaves((leaf) => {
      leaf.detach();
    });
    const places = { left: this.leftSplit, main: this.rootSplit, right: this.rightSplit };
    for (const [name, parent] of Object.entries(places)) {
      for (const { type, state } of (layout[name] ?? []) as ViewState[]) {
        const leaf = this.newLeafIn(parent);
        await leaf.defer(type, state ?? {});
      }
      for (const leaf of leavesOf(parent)) if (this.isShown(leaf)) await leaf.loadIfDeferred();
    }
    const first = this.getMostRecentLeaf();
    if (first) this.setActiveLeaf(first);
    this.trigger("layout-change");
  }

  createLeafInParent(parent: WorkspaceParent, index: number): WorkspaceLeaf {
    const tabs = new WorkspaceTabs(this);
    parent.insertChild(index, tabs);
    return this.addLeaf(tabs);
  }

  createLeafBySplit(leaf: WorkspaceLeaf, direction: Direction = "vertical", before = false): WorkspaceLeaf {
    const tabs = leaf.parent;
    const holder = tabs.parent;
    const at = holder.children.indexOf(tabs);
    if (!(holder instanceof WorkspaceSplit) || holder.direction === direction) {
      return this.createLeafInParent(holder, before ? at : at + 1);
    }
    const split = new WorkspaceSplit(this, direction);
    const next = holder.children[at + 1];
    holder.children.splice(at, 1);
    tabs.containerEl.remove();
    holder.insertChild(next ? holder.children.indexOf(next) : holder.children.length, split);
    split.appendChild(tabs);
    return this.createLeafInParent(split, before ? 0 : 1);
  }

  splitActiveLeaf(direction?: Direction): WorkspaceLeaf {
    return this.createLeafBySplit(this.getUnpinnedLeaf(), direction);
  }

  getUnpinnedLeaf(): WorkspaceLeaf {
    return this.getLeaf(false);
  }

  getLeaf(newLeaf: PaneType | boolean = false, direction: Direction = "vertical"): WorkspaceLeaf {
    const recent = this.getMostRecentLeaf();
    const usable = recent && recent.view.navigation && !recent.pinned ? recent : null;
    if (newLeaf === "window" && !Platform.isMobile) return this.openPopoutLeaf();
    if (newLeaf === "split" && recent) return this.createLeafBySplit(recent, direction);
    if (newLeaf === false && usable) return usable;
    return recent?.parent instanceof WorkspaceTabs
      ? this.addLeaf(recent.parent, recent.parent.currentTab + 1)
      : this.newLeafIn(this.rootSplit);
  }

  openPopoutLeaf(): WorkspaceLeaf {
    const container = openWindow(this);
    const leaf = this.createLeafInParent(container, 0);
    this.trigger("window-open", container, container.win);
    return leaf;
  }

  moveLeafToPopout(leaf: WorkspaceLeaf): WorkspaceWindow {
    const container = openWindow(this);
    leaf.parent.removeChild(leaf);
    const tabs = new WorkspaceTabs(this);
    container.appendChild(tabs);
    tabs.appendChild(leaf);
    this.trigger("window-open", container, container.win);
    this.trigger("layout-change");
    return container;
  }

  /** What somebody does who drags a tab from a window of its own beside what is in the main one: a plugin cannot. */
  dragToMain(leaf: WorkspaceLeaf): void {
    const { win } = leaf.getContainer();
    leaf.parent.removeChild(leaf);
    const tabs = new WorkspaceTabs(this);
    this.rootSplit.appendChild(tabs);
    tabs.appendChild(leaf);
    win.close();
    this.trigger("layout-change");
  }

  async duplicateLeaf(
    leaf: WorkspaceLeaf,
    type: PaneType | boolean | Direction = "tab",
  ): Promise<WorkspaceLeaf> {
    const isDirection = type === "vertical" || type === "horizontal";
    const copy = isDirection
      ? this.createLeafBySplit(leaf, type)
      : this.getLeaf(type === false ? "tab" : type);
    await copy.setViewState(leaf.getViewState());
    return copy;
  }

  async openLinkText(
    linktext: string,
    sourcePath: string,
    newLeaf?: PaneType | boolean,
    openState?: OpenViewState,
  ): Promise<void> {
    const [path = "", ...subpath] = linktext.split("#");
    const { metadataCache, vault } = this.app;
    const file =
      metadataCache.getFirstLinkpathDest(path, sourcePath) ??
      (await vault.create(path.endsWith(".md") ? path : `${path}.md`, ""));
    const eState = subpath.length > 0 ? { subpath: `#${subpath.join("#")}` } : {};
    await this.getLeaf(newLeaf).openFile(file, { ...openState, eState: { ...eState, ...openState?.eState } });
  }

  setActiveLeaf(
    leaf: WorkspaceLeaf,
    params: boolean | { readonly focus?: boolean } = {},
    focusOld = false,
  ): void {
    const focus = typeof params === "boolean" ? focusOld : (params.focus ?? false);
    const { parent } = leaf;
    if (parent instanceof WorkspaceTabs || parent instanceof WorkspaceMobileDrawer) {
      const index = parent.children.indexOf(leaf);
      if (index !== parent.currentTab) parent.selectTabIndex(index);
    }
    if (leaf !== this.activeLeaf) {
      this.activeLeaf?.containerEl.removeClass("mod-active");
      leaf.containerEl.addClass("mod-active");
      this.activeLeaf = leaf;
      this.remember(leaf);
      this.updateActiveEditor();
      this.trigger("active-leaf-change", leaf);
    }
    this.tellOpenFile();
    if (focus && !leaf.containerEl.contains(leaf.containerEl.doc.activeElement))
      leaf.setEphemeralState({ focus: true });
  }

  getLeafById(id: string): WorkspaceLeaf | null {
    return this.allLeaves().find((leaf) => leaf.id === id) ?? null;
  }

  getGroupLeaves(group: string): WorkspaceLeaf[] {
    return this.allLeaves().filter((leaf) => leaf.isInGroup(group));
  }

  /** The leaf of the main area or a popout window, or of another part, that was used last. */
  getMostRecentLeaf(root?: WorkspaceParent): WorkspaceLeaf | null {
    const isIn = (leaf: WorkspaceLeaf): boolean =>
      root ? leaf.getRoot() === root || isBelow(leaf, root) : this.isInMain(leaf);
    return this.recentLeaves.find(isIn) ?? this.allLeaves().find(isIn) ?? null;
  }

  getLeftLeaf(split: boolean): WorkspaceLeaf {
    return this.newLeafIn(this.leftSplit, split);
  }

  getRightLeaf(split: boolean): WorkspaceLeaf {
    return this.newLeafIn(this.rightSplit, split);
  }

  async ensureSideLeaf(
    type: string,
    side: Side,
    options: {
      readonly active?: boolean;
      readonly split?: boolean;
      readonly reveal?: boolean;
      readonly state?: Record<string, unknown>;
    } = {},
  ): Promise<WorkspaceLeaf> {
    const { active = true, split = false, reveal = true, state } = options;
    const there = this.getLeavesOfType(type)[0];
    const leaf = there ?? (side === "left" ? this.getLeftLeaf(split) : this.getRightLeaf(split));
    if (!there || state) await leaf.setViewState({ type, ...(state ? { state } : {}) });
    if (reveal) await this.revealLeaf(leaf);
    if (active) this.setActiveLeaf(leaf, { focus: true });
    return leaf;
  }

  getActiveViewOfType<T>(type: abstract new (...args: never[]) => T): T | null {
    const view: unknown = this.activeLeaf?.view;
    return view instanceof type ? view : null;
  }

  /** The file of the active view; of a view without one, the file that was active last. */
  getActiveFile(): TFile | null {
    const file = this.activeLeaf ? fileOf(this.activeLeaf) : null;
    const recent = this.getMostRecentLeaf();
    return file ?? (recent ? fileOf(recent) : null);
  }

  getLastOpenFiles(): string[] {
    return this.recentFiles.slice(0, 10);
  }

  iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    for (const leaf of this.allLeaves()) if (this.isInMain(leaf)) callback(leaf);
  }

  iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    for (const leaf of this.allLeaves()) callback(leaf);
  }

  getLeavesOfType(type: string): WorkspaceLeaf[] {
    return this.allLeaves().filter(({ view }) => view.getViewType() === type);
  }

  detachLeavesOfType(type: string): void {
    for (const leaf of this.getLeavesOfType(type)) leaf.detach();
  }

  /** Bring a leaf into sight: its sidebar opens, its tab comes to the front, a deferred view is loaded. */
  async revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
    for (const side of [this.leftSplit, this.rightSplit]) if (isBelow(leaf, side)) side.expand();
    const { parent } = leaf;
    if (parent instanceof WorkspaceTabs || parent instanceof WorkspaceMobileDrawer)
      parent.selectTabIndex(parent.children.indexOf(leaf));
    leaf.getContainer().win.focus();
    await leaf.loadIfDeferred();
    leaf.onResize();
  }

  /** Give all editors the extensions that are registered now. */
  updateOptions(): void {
    this.trigger("editor-options");
  }

  handleLinkContextMenu(): boolean {
    return false;
  }

  registerView(type: string, creator: ViewCreator): void {
    if (this.viewCreators.has(type))
      throw new Error(`Attempting to register an existing view type "${type}"`);
    this.viewCreators.set(type, creator);
    for (const leaf of this.getLeavesOfType(type)) if (this.isShown(leaf)) void leaf.loadIfDeferred();
  }

  /** Views of a type that is no longer known stay where they are, deferred. */
  unregisterView(type: string): void {
    this.viewCreators.delete(type);
    for (const leaf of this.getLeavesOfType(type)) void leaf.defer(type, leaf.view.getState());
  }

  registerExtensions(extensions: readonly string[], type: string): void {
    for (const extension of extensions) this.typeByExtension.set(extension, type);
  }

  unregisterExtensions(extensions: readonly string[]): void {
    for (const extension of extensions) this.typeByExtension.delete(extension);
  }

  hasViewType(type: string): boolean {
    return this.viewCreators.has(type);
  }

  createView(type: string, leaf: WorkspaceLeaf): View | null {
    return this.viewCreators.get(type)?.(leaf) ?? null;
  }

  viewTypeOf(extension: string): string {
    return this.typeByExtension.get(extension) ?? "file";
  }

  titleOf(item: WorkspaceItem): string {
    return item instanceof WorkspaceLeaf ? item.getDisplayText() : "";
  }

  /** A leaf has come into sight. */
  onShown(item: WorkspaceItem): void {
    if (!(item instanceof WorkspaceLeaf)) return;
    if (this.layoutReady && item.isDeferred) void item.loadIfDeferred();
    item.onResize();
  }

  onSideChanged(): void {
    this.onResize();
    this.trigger("layout-change");
  }

  onViewChanged(leaf: WorkspaceLeaf): void {
    if (leaf === this.activeLeaf) this.updateActiveEditor();
    this.tellOpenFile();
    this.trigger("layout-change");
    this.requestSaveLayout();
  }

  onLeafGone(leaf: WorkspaceLeaf): void {
    const at = this.recentLeaves.indexOf(leaf);
    if (at >= 0) this.recentLeaves.splice(at, 1);
    if (this.activeLeaf === leaf) {
      this.activeLeaf = null;
      const next = this.getMostRecentLeaf() ?? this.newLeafIn(this.rootSplit);
      this.setActiveLeaf(next);
    }
    this.trigger("layout-change");
  }

  onResize(): void {
    for (const leaf of this.allLeaves()) if (this.isShown(leaf)) leaf.onResize();
    this.trigger("resize");
  }

  private updateActiveEditor(): void {
    const view = this.activeLeaf?.view;
    this.activeEditor = view instanceof FileView && "editor" in view ? (view as ActiveEditor) : null;
  }

  private tellOpenFile(): void {
    const file = this.getActiveFile();
    if (file === this.lastFile) return;
    this.lastFile = file;
    if (file)
      this.recentFiles.unshift(...this.recentFiles.splice(0).filter((path) => path !== file.path), file.path);
    this.trigger("file-open", file);
  }

  private remember(leaf: WorkspaceLeaf): void {
    const at = this.recentLeaves.indexOf(leaf);
    if (at >= 0) this.recentLeaves.splice(at, 1);
    this.recentLeaves.unshift(leaf);
  }

  private sidebar(side: Side): WorkspaceSidedock | WorkspaceMobileDrawer {
    return Platform.isMobile ? new WorkspaceMobileDrawer(this, side) : new WorkspaceSidedock(this, side);
  }

  private newLeafIn(parent: WorkspaceParent, split = false): WorkspaceLeaf {
    if (parent instanceof WorkspaceMobileDrawer) return this.addLeaf(parent);
    const tabs = parent.children.find((child) => child instanceof WorkspaceTabs);
    if (tabs && !split) return this.addLeaf(tabs);
    return this.createLeafInParent(parent, parent.children.length);
  }

  private addLeaf(
    parent: WorkspaceTabs | WorkspaceMobileDrawer,
    index = parent.children.length,
  ): WorkspaceLeaf {
    const leaf = new WorkspaceLeaf(this);
    parent.insertChild(index, leaf);
    return leaf;
  }

  private allLeaves(): WorkspaceLeaf[] {
    return [this.rootSplit, this.floatingSplit, this.leftSplit, this.rightSplit].flatMap(leavesOf);
  }

  private isInMain(leaf: WorkspaceLeaf): boolean {
    return isBelow(leaf, this.rootSplit) || isBelow(leaf, this.floatingSplit);
  }

  private isShown(leaf: WorkspaceLeaf): boolean {
    if (!leaf.hasParent) return false;
    const { parent } = leaf;
    const isFront =
      !(parent instanceof WorkspaceTabs || parent instanceof WorkspaceMobileDrawer) ||
      parent.children[parent.currentTab] === leaf;
    const side = [this.leftSplit, this.rightSplit].find((each) => isBelow(leaf, each));
    return isFront && side?.collapsed !== true;
  }
}

function leavesOf(item: WorkspaceItem): WorkspaceLeaf[] {
  if (item instanceof WorkspaceLeaf) return [item];
  return item instanceof WorkspaceParent ? item.children.flatMap(leavesOf) : [];
}

function isBelow(item: WorkspaceItem, root: WorkspaceItem): boolean {
  for (let each = item; ; each = each.parent) {
    if (each === root) return true;
    if (!each.hasParent) return false;
  }
}

function fileOf({ view }: WorkspaceLeaf): TFile | null {
  return view instanceof FileView ? view.file : null;
}
