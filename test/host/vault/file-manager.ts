import type { App } from "../app/app.ts";
import { ConfirmationModal } from "../ui/confirmation-modal.ts";
import { TFolder, type TAbstractFile, type TFile } from "./files.ts";
import { normalizePath, parentOf } from "./paths.ts";

/** What the app does with files beyond the vault: links by the user's settings, and links that follow a rename. */
export class FileManager {
  private readonly app: App;

  constructor(app: App) {
    this.app = app;
  }

  getNewFileParent(_sourcePath: string): TFolder {
    return this.app.vault.getRoot();
  }

  /** Rename, and then update the links that the app knows: at once with `alwaysUpdateLinks`, else if the user says so. */
  async renameFile(file: TAbstractFile, newPath: string): Promise<void> {
    const before = this.linksTo(file);
    await this.app.vault.rename(file, newPath);
    if (before.length === 0) return;
    const { alwaysUpdateLinks = false } = await this.settings();
    if (alwaysUpdateLinks === true || (await this.confirmUpdate(before.length)))
      await this.updateLinks(before);
  }

  promptForDeletion(file: TAbstractFile): Promise<boolean> {
    return new Promise((resolve) => {
      new ConfirmationModal(this.app)
        .addButton((button) =>
          button.setButtonText("Delete").onClick(() => {
            void this.trashFile(file);
            resolve(true);
          }),
        )
        .addCancelButton()
        .setTitle(`Delete "${file.name}"`)
        .open();
    });
  }

  async trashFile(file: TAbstractFile): Promise<void> {
    await this.app.vault.trash(file, true);
  }

  /** A link by the user's settings `newLinkFormat` and `useMarkdownLinks`, which the host reads when it starts. */
  generateMarkdownLink(file: TFile, sourcePath: string, subpath = "", alias = ""): string {
    const { newLinkFormat, useMarkdownLinks } = this.known;
    const isNote = file.extension === "md";
    const shortest = this.app.metadataCache.fileToLinktext(file, sourcePath, useMarkdownLinks !== true);
    const path = newLinkFormat === "absolute" ? file.path.replace(isNote ? /\.md$/ : /$^/, "") : shortest;
    const embed = isNote ? "" : "!";
    if (useMarkdownLinks === true) return `${embed}[${alias || file.basename}](${encodeURI(path + subpath)})`;
    return `${embed}[[${path}${subpath}${alias === "" ? "" : `|${alias}`}]]`;
  }

  async processFrontMatter(): Promise<void> {
    await Promise.reject(
      new Error("The host does not rewrite frontmatter: it would lose comments (host.md)"),
    );
  }

  getAvailablePathForAttachment(filename: string): Promise<string> {
    return Promise.resolve(normalizePath(filename));
  }

  /** Read the user's settings again. */
  async loadSettings(): Promise<void> {
    this.known = await this.settings();
  }

  private known: Readonly<Record<string, unknown>> = {};

  private async settings(): Promise<Readonly<Record<string, unknown>>> {
    const { adapter, configDir } = this.app.vault;
    const path = `${configDir}/app.json`;
    return (await adapter.exists(path))
      ? (JSON.parse(await adapter.read(path)) as Record<string, unknown>)
      : {};
  }

  /** The links of all notes that lead to a file, or into a folder. */
  private linksTo(
    target: TAbstractFile,
  ): readonly { readonly from: TFile; readonly original: string; readonly to: TFile }[] {
    const { vault, metadataCache } = this.app;
    const isMeant = (to: TFile): boolean =>
      to === target || (target instanceof TFolder && to.path.startsWith(`${target.path}/`));
    return vault.getMarkdownFiles().flatMap((from) => {
      const cache = metadataCache.getFileCache(from);
      return [...(cache?.links ?? []), ...(cache?.embeds ?? []), ...(cache?.frontmatterLinks ?? [])].flatMap(
        ({ link, original }) => {
          const to = metadataCache.getFirstLinkpathDest(link.split("#")[0] ?? "", from.path);
          return to && to !== from && isMeant(to) ? [{ from, original, to }] : [];
        },
      );
    });
  }

  private confirmUpdate(count: number): Promise<boolean> {
    return new Promise((resolve) => {
      new ConfirmationModal(this.app)
        .addButton((button) =>
          button
            .setButtonText("Update")
            .setCta()
            .onClick(() => {
              resolve(true);
            }),
        )
        .addCancelButton("Do not update")
        .setTitle("Update links")
        .setContent(`Update ${String(count)} links to this file?`)
        .setCloseCallback(() => {
          resolve(false);
        })
        .open();
    });
  }

  private async updateLinks(
    links: readonly { readonly from: TFile; readonly original: string; readonly to: TFile }[],
  ): Promise<void> {
    for (const { from, original, to } of links) {
      const path = this.app.metadataCache.fileToLinktext(to, from.path, original.includes("[["));
      await this.app.vault.process(from, (text) => text.replace(original, () => relinked(original, path)));
    }
  }

  /** The folder that a path lies in. */
  folderOf(path: string): TFolder | null {
    return parentOf(path) === "" ? this.app.vault.getRoot() : this.app.vault.getFolderByPath(parentOf(path));
  }
}

/** A link with another path; its subpath and display text stay. */
function relinked(original: string, path: string): string {
  if (original.includes("[[")) return original.replace(/\[\[[^\]|#\\]*/, () => `[[${path}`);
  return original.replace(/\]\(<?[^)#>]*/, () => `](${encodeURI(path)}`);
}
