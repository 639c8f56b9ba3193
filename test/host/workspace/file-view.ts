import { debounce } from "../app/debounce.ts";
import { TFile, type TAbstractFile } from "../vault/files.ts";
import type { Menu } from "../ui/menu.ts";
import { ItemView } from "./view.ts";

/** A view of a file of the vault. It follows the file when that is renamed, and lets it go when it is deleted. */
export abstract class FileView extends ItemView {
  allowNoFile = false;
  file: TFile | null = null;
  override navigation = true;

  getDisplayText(): string {
    return this.file?.basename ?? "No file";
  }

  override onload(): void {
    const { vault } = this.app;
    this.registerEvent(
      vault.on("rename", (file: TAbstractFile) => {
        if (file === this.file) {
          void this.onRename(this.file);
          this.leaf.drawTab();
        }
      }),
    );
    this.registerEvent(
      vault.on("delete", (file: TAbstractFile) => {
        if (file === this.file) void this.leaf.setViewState({ type: "empty" });
      }),
    );
  }

  override getState(): Record<string, unknown> {
    return this.file ? { file: this.file.path } : {};
  }

  override async setState(state: unknown, result: { history: boolean }): Promise<void> {
    const path = typeof state === "object" && state !== null && "file" in state ? state.file : null;
    const file = typeof path === "string" ? this.app.vault.getFileByPath(path) : null;
    if (file !== this.file) {
      if (this.file) await this.onUnloadFile(this.file);
      this.file = file;
      if (file) await this.onLoadFile(file);
    }
    await super.setState(state, result);
  }

  override async onClose(): Promise<void> {
    if (this.file) await this.onUnloadFile(this.file);
    this.file = null;
    await super.onClose();
  }

  onLoadFile(_file: TFile): Promise<void> {
    return Promise.resolve();
  }

  onUnloadFile(_file: TFile): Promise<void> {
    return Promise.resolve();
  }

  onRename(_file: TFile): Promise<void> {
    return Promise.resolve();
  }

  canAcceptExtension(_extension: string): boolean {
    return false;
  }

  override onPaneMenu(menu: Menu, source: string): void {
    super.onPaneMenu(menu, source);
    if (this.file) this.app.workspace.trigger("file-menu", menu, this.file, source, this.leaf);
  }
}

/** Shows that a file is there, for those that the app has no editor for. */
export class PlainFileView extends FileView {
  getViewType(): string {
    return "file";
  }

  override onLoadFile(file: TFile): Promise<void> {
    this.contentEl.setText(file.path);
    return Promise.resolve();
  }
}

export abstract class EditableFileView extends FileView {}

/** How long after the last change a file is written, in milliseconds, as in the app. */
const SAVE_DELAY = 2000;

/** A view of a text file that writes what is changed, and shows what others write. */
export abstract class TextFileView extends EditableFileView {
  data = "";
  readonly requestSave = debounce(() => {
    void this.save();
  }, SAVE_DELAY);
  /** The file's text as it was read or written last. */
  private written = "";

  override onload(): void {
    super.onload();
    this.registerEvent(
      this.app.vault.on("modify", (file: TAbstractFile) => {
        if (file === this.file) void this.takeUp(this.file);
      }),
    );
  }

  abstract getViewData(): string;
  abstract setViewData(data: string, clear: boolean): void;
  abstract clear(): void;

  override async onLoadFile(file: TFile): Promise<void> {
    this.written = await this.app.vault.read(file);
    this.setViewData(this.written, true);
    // An editor has its own line ends: that alone is no change.
    this.data = this.getViewData();
  }

  override async onUnloadFile(): Promise<void> {
    this.requestSave.cancel();
    await this.save(true);
  }

  async save(clear = false): Promise<void> {
    const { file } = this;
    if (!file) return;
    const data = this.getViewData();
    if (data !== this.data) {
      this.written = this.data = data;
      if (this.app.vault.getFileByPath(file.path) === file) await this.app.vault.modify(file, data);
    }
    if (clear) this.clear();
  }

  private async takeUp(file: TFile): Promise<void> {
    const text = await this.app.vault.read(file);
    if (text === this.written || this.file !== file) return;
    this.written = text;
    this.setViewData(text, false);
    this.data = this.getViewData();
  }
}
