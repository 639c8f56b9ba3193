import { TFile, TFolder, type TAbstractFile } from "../vault/files.ts";
import { ItemView } from "../workspace/view.ts";
import { setIcon } from "./icons.ts";
import { Keymap } from "./keymap.ts";
import { Menu } from "./menu.ts";

/** The files of the vault as a tree, in the left sidebar. */
export class FileExplorerView extends ItemView {
  override icon = "folder-closed";
  private readonly expanded = new Set<string>();
  private isDue = false;

  getViewType(): string {
    return "file-explorer";
  }

  getDisplayText(): string {
    return "Files";
  }

  override onOpen(): Promise<void> {
    const { vault, workspace } = this.app;
    this.contentEl.addClass("nav-files-container");
    for (const name of ["create", "delete", "rename"])
      this.registerEvent(
        vault.on(name, () => {
          this.drawSoon();
        }),
      );
    this.registerEvent(
      workspace.on("file-open", () => {
        this.drawSoon();
      }),
    );
    this.draw();
    return Promise.resolve();
  }

  /** Many files may come at once. */
  private drawSoon(): void {
    if (this.isDue) return;
    this.isDue = true;
    window.setTimeout(() => {
      this.isDue = false;
      this.draw();
    }, 100);
  }

  private draw(): void {
    this.contentEl.empty();
    this.drawFolder(this.app.vault.getRoot(), this.contentEl);
  }

  private drawFolder(folder: TFolder, el: HTMLElement): void {
    const byName = (a: TAbstractFile, b: TAbstractFile): number => a.name.localeCompare(b.name);
    const folders = folder.children.filter((child) => child instanceof TFolder).sort(byName);
    const files = folder.children.filter((child) => child instanceof TFile).sort(byName);
    for (const child of folders) this.drawFolderRow(child, el.createDiv("tree-item nav-folder"));
    for (const child of files) this.drawFile(child, el.createDiv("tree-item nav-file"));
  }

  private drawFolderRow(folder: TFolder, el: HTMLElement): void {
    const isOpen = this.expanded.has(folder.path);
    const title = this.row(folder, folder.name, el, "nav-folder-title");
    const icon = createDiv("tree-item-icon collapse-icon");
    setIcon(icon, isOpen ? "chevron-down" : "chevron-right");
    title.prepend(icon);
    title.setAttr("aria-expanded", isOpen);
    title.addEventListener("click", () => {
      if (isOpen) this.expanded.delete(folder.path);
      else this.expanded.add(folder.path);
      this.draw();
    });
    if (isOpen) this.drawFolder(folder, el.createDiv("tree-item-children nav-folder-children"));
  }

  private drawFile(file: TFile, el: HTMLElement): void {
    const isNote = file.extension === "md";
    const title = this.row(file, isNote ? file.basename : file.name, el, "nav-file-title");
    title.toggleClass("is-active", this.app.workspace.getActiveFile() === file);
    const open = (event: MouseEvent): void => {
      void this.app.workspace.getLeaf(Keymap.isModEvent(event)).openFile(file);
    };
    title.addEventListener("click", open);
    title.addEventListener("auxclick", open);
    title.draggable = true;
  }

  private row(file: TAbstractFile, name: string, el: HTMLElement, cls: string): HTMLElement {
    const title = el.createDiv({
      cls: `tree-item-self is-clickable ${cls}`,
      attr: { "data-path": file.path, role: "button", tabindex: 0 },
    });
    title.createDiv({ cls: "tree-item-inner", text: name, attr: { dir: "auto" } });
    title.addEventListener("keydown", ({ key }) => {
      if (key === "Enter") title.click();
    });
    title.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      const menu = new Menu();
      this.app.workspace.trigger("file-menu", menu, file, "file-explorer-context-menu", this.leaf);
      menu.addItem((item) =>
        item
          .setSection("danger")
          .setTitle("Delete")
          .setIcon("trash-2")
          .setWarning(true)
          .onClick(() => void this.app.fileManager.promptForDeletion(file)),
      );
      menu.showAtMouseEvent(event);
    });
    return title;
  }
}
