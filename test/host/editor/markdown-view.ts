import { resolveSubpath } from "../metadata/subpath.ts";
import { MarkdownPreviewView } from "../reading/preview-view.ts";
import type { Menu } from "../ui/menu.ts";
import type { TFile } from "../vault/files.ts";
import { TextFileView } from "../workspace/file-view.ts";
import type { WorkspaceLeaf } from "../workspace/leaf.ts";
import {
  createEditor,
  replaceText,
  resetText,
  setEditorMode,
  setPluginExtensions,
  type EditorOptions,
} from "./create-editor.ts";
import { Editor } from "./editor.ts";

type Mode = "source" | "preview";

interface MarkdownState {
  readonly mode?: Mode;
  /** True: source mode; false: live preview. */
  readonly source?: boolean;
}

/** The app's view of a note: source mode, live preview, or reading view. */
export class MarkdownView extends TextFileView {
  editor: Editor;
  readonly previewMode: MarkdownPreviewView;
  hoverPopover: unknown = null;
  override icon = "file-text";
  private readonly sourceEl: HTMLElement;
  private mode: Mode = "source";
  private isSource = false;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.sourceEl = this.contentEl.createDiv("markdown-source-view cm-s-obsidian mod-cm6");
    this.editor = new Editor(createEditor({ ...this.options(), parent: this.sourceEl }));
    const reading = this.contentEl.createDiv("markdown-reading-view");
    this.previewMode = this.addChild(new MarkdownPreviewView(this, reading));
    this.addAction("book-open", "Reading view", () => {
      void this.setState(
        { ...this.getState(), mode: this.mode === "source" ? "preview" : "source" },
        { history: false },
      );
    });
    this.showMode();
  }

  /** What is shown now: the editor or the reading view. */
  get currentMode(): { get(): string; set(data: string, clear: boolean): void } {
    if (this.mode === "preview") return this.previewMode;
    return {
      get: () => this.editor.getValue(),
      set: (data, clear) => {
        this.setViewData(data, clear);
      },
    };
  }

  getViewType(): string {
    return "markdown";
  }

  getMode(): Mode {
    return this.mode;
  }

  override onload(): void {
    super.onload();
    this.registerEvent(
      this.app.workspace.on("editor-options", () => {
        setPluginExtensions(this.editor.cm, this.app.workspace.editorExtensions);
      }),
    );
    this.registerDomEvent(this.sourceEl, "contextmenu", (event) => {
      this.openEditorMenu(event as MouseEvent);
    });
    this.register(() => {
      this.editor.cm.destroy();
    });
  }

  /** CodeMirror must know the document that it is in: that of a popout window, perhaps. */
  override onResize(): void {
    super.onResize();
    if (this.editor.cm.root !== this.containerEl.doc) this.editor.cm.setRoot(this.containerEl.doc);
    this.editor.cm.requestMeasure();
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), mode: this.mode, source: this.isSource };
  }

  override async setState(state: unknown, result: { history: boolean }): Promise<void> {
    const { mode = this.mode, source = this.isSource } = state as MarkdownState;
    const isOther = mode !== this.mode || source !== this.isSource;
    this.mode = mode;
    this.isSource = source;
    await super.setState(state, result);
    if (isOther) this.showMode();
  }

  override setEphemeralState(state: unknown): void {
    const { focus, subpath, line } = state as { focus?: boolean; subpath?: string; line?: number };
    const cache = this.file && this.app.metadataCache.getFileCache(this.file);
    const found = subpath === undefined || !cache ? null : resolveSubpath(cache, subpath);
    const to = found?.start.line ?? line;
    if (to !== undefined) {
      this.editor.setCursor(to);
      this.editor.scrollIntoView({ from: { line: to, ch: 0 }, to: { line: to, ch: 0 } }, true);
    }
    if (focus === true && this.mode === "source") this.editor.focus();
  }

  getViewData(): string {
    return this.editor.getValue();
  }

  setViewData(data: string, clear: boolean): void {
    if (clear) this.editor = new Editor(resetText(this.editor.cm, data, this.options()));
    else replaceText(this.editor.cm, data);
    this.previewMode.set(data, clear);
  }

  clear(): void {
    this.previewMode.clear();
  }

  override async onRename(file: TFile): Promise<void> {
    await super.onRename(file);
    this.previewMode.rerender();
  }

  showSearch(): void {
    throw new Error("The host has no search in notes");
  }

  private options(): Omit<EditorOptions, "parent"> {
    const { app } = this;
    return {
      info: this,
      isLivePreview: !this.isSource,
      extensions: app.workspace.editorExtensions,
      onChange: () => {
        this.previewMode.set(this.getViewData(), false);
        this.requestSave();
        app.workspace.trigger("editor-change", this.editor, this);
      },
    };
  }

  private showMode(): void {
    const isPreview = this.mode === "preview";
    this.sourceEl.toggle(!isPreview);
    this.sourceEl.toggleClass("is-live-preview", !this.isSource);
    this.previewMode.containerEl.parentElement?.toggle(isPreview);
    this.containerEl.setAttr("data-mode", this.mode);
    setEditorMode(this.editor.cm, !this.isSource);
    if (isPreview) this.previewMode.rerender();
  }

  private openEditorMenu(event: MouseEvent): void {
    event.preventDefault();
    const menu = this.app.newMenu();
    this.app.workspace.trigger("editor-menu", menu, this.editor, this);
    menu.showAtMouseEvent(event);
  }

  override onPaneMenu(menu: Menu, source: string): void {
    menu.addItem((item) =>
      item
        .setSection("pane")
        .setTitle("Source mode")
        .setIcon("code-xml")
        .setChecked(this.isSource)
        .onClick(() => {
          void this.setState({ ...this.getState(), source: !this.isSource }, { history: false });
        }),
    );
    super.onPaneMenu(menu, source);
  }
}
