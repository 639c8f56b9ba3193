import { Menu, Notice, type App, type PaneType, type TFile } from "obsidian";
import type { TreeNode } from "../../linkage/tree-node.ts";
import { positionAt } from "../../text/lines.ts";
import { askForTarget, titleForTarget } from "../new-note/ask-for-note.ts";
import { reasonOf } from "../read-note.ts";
import type { TreeSource } from "./tree-source.ts";
import { texts } from "./texts.ts";

/** What can be done with the rows of a linkage tree. The world's failures end here, in a notice. */
export class TreeActions {
  private readonly app: App;
  private readonly source: TreeSource;
  /** Show the tree of another note, and keep showing it. */
  private readonly show: (path: string) => void;

  constructor(app: App, source: TreeSource, show: (path: string) => void) {
    this.app = app;
    this.source = source;
    this.show = show;
  }

  /**
   * Open a note or a file where a link leads, a backlink where it mentions the note. For a missing target the app makes the
   * note, as it does for a link in the text. False: the row stands for nothing that opens.
   * @param from the path of the note that the tree is of
   */
  open(node: TreeNode, from: string, pane: PaneType | boolean): boolean {
    if (node.linktext === null) return false;
    const file = this.fileOf(node);
    if (file) run(this.openFile(file, node, pane, true));
    else if (node.kind === "missing") run(this.app.workspace.openLinkText(node.linktext, from, pane));
    return true;
  }

  /**
   * Open a note or a file in a new tab that stays behind. Of a missing target no note is made, for that would come to the
   * front. False: the row stands for nothing that opens.
   */
  openBehind(node: TreeNode): boolean {
    const file = this.fileOf(node);
    if (file) run(this.openFile(file, node, "tab", false));
    return node.linktext !== null;
  }

  /** The link to write in the note that is active, by the user's settings; null: there is nothing to link to. */
  linkTo(node: TreeNode): string | null {
    const file = this.fileOf(node);
    const { workspace, fileManager } = this.app;
    const from = workspace.getActiveFile()?.path ?? "";
    if (file) return fileManager.generateMarkdownLink(file, from, subpathOf(node));
    return node.linktext === null ? null : `[[${node.linktext}]]`;
  }

  /** Show what can be done with a row, where the mouse is or below an element: ours, and the app's for its file. */
  openMenu(node: TreeNode, from: string, at: MouseEvent | HTMLElement): void {
    const link = this.linkTo(node);
    if (link === null) return;
    const file = this.fileOf(node);
    const menu = new Menu();
    const add = (section: string, title: string, icon: string, action: () => void): void => {
      menu.addItem((item) => item.setSection(section).setTitle(title).setIcon(icon).onClick(action));
    };
    add("open", file ? texts.openRow : texts.create, file ? "file-text" : "file-plus", () => {
      this.open(node, from, false);
    });
    const missing = file ? null : { target: (node.linktext ?? "").replace(/#.*/s, ""), from };
    const typed = missing && node.kind === "missing" ? titleForTarget(missing, this.source) : null;
    if (missing && typed !== null)
      add("open", typed, "file-plus-2", () => {
        run(askForTarget(missing, this.app, this.source));
      });
    if (file)
      add("open", texts.openInNewTab, "file-plus", () => {
        this.open(node, from, "tab");
      });
    if (node.kind === "note" && file)
      add("view", texts.showTree, "list-tree", () => {
        this.show(file.path);
      });
    add("info", texts.copyLink, "copy", () => {
      run(copy(link, at.win.navigator.clipboard));
    });
    if (file) this.app.workspace.trigger("file-menu", menu, file, MENU_SOURCE);
    showMenu(menu, at);
  }

  private fileOf({ path }: TreeNode): TFile | null {
    return path === null ? null : this.app.vault.getFileByPath(path);
  }

  private async openFile(
    file: TFile,
    node: TreeNode,
    pane: PaneType | boolean,
    active: boolean,
  ): Promise<void> {
    const leaf = this.app.workspace.getLeaf(pane);
    await leaf.openFile(file, { active, eState: this.placeIn(node) });
  }

  /** Where in its file a row leads, as the app's views take it: to a heading or block, or to the line of a mention. */
  private placeIn(node: TreeNode): Record<string, unknown> {
    const { path, mentions } = node;
    const note = path === null ? null : this.source.index.note(path);
    const [mention] = mentions;
    if (note && mention) return { line: positionAt(note.lines, mention.from).line - 1 };
    const subpath = subpathOf(node);
    return subpath === "" ? {} : { subpath };
  }
}

/** The subpath of the link that a row comes from; empty if there is none. */
function subpathOf({ path, linktext }: TreeNode): string {
  return path === null ? "" : (linktext?.slice(path.length) ?? "");
}

/** By what other plugins know whose menu it is. */
const MENU_SOURCE = "linkage-tree";

function showMenu(menu: Menu, at: MouseEvent | HTMLElement): void {
  if (!at.instanceOf(HTMLElement)) {
    menu.showAtMouseEvent(at);
    return;
  }
  const { left, bottom } = at.getBoundingClientRect();
  menu.showAtPosition({ x: left, y: bottom }, at.doc);
}

async function copy(text: string, clipboard: Clipboard): Promise<void> {
  await clipboard.writeText(text);
  new Notice(texts.copied);
}

function run(work: Promise<void>): void {
  work.catch((error: unknown) => {
    new Notice(texts.failed(reasonOf(error)));
  });
}
