import { Menu, type App, type PaneType, type TFile } from "obsidian";
import type { TreeNode } from "../../linkage/tree-node.ts";
import { positionAt } from "../../text/lines.ts";
import { askForTarget, titleForTarget } from "../new-note/ask-for-note.ts";
import { reasonOf } from "../read-note.ts";
import { searchTag } from "../search-tag.ts";
import { copyText, listOf } from "./copy-tree.ts";
import { linkTo, namedLinkTo, subpathOf } from "./link-to.ts";
import type { TreeSource } from "./tree-source.ts";
import { texts } from "../texts.ts";
import { uncoverMainArea } from "../uncover.ts";
import { PluginNotice } from "../plugin-notice.ts";

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
    else if (node.kind === "missing") run(this.createNote(node.linktext, from, pane));
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
    return linkTo(node, this.app.workspace.getActiveFile()?.path ?? "", this.app);
  }

  /**
   * Show what can be done with a row, where the mouse is or below an element: ours, and the app's for its file.
   * @param expandBelow expands the row with what is below it
   */
  openMenu(node: TreeNode, from: string, at: MouseEvent | HTMLElement, expandBelow: () => void): void {
    const menu = new Menu();
    const add: AddItem = (section, title, icon, action) => {
      menu.addItem((item) => item.setSection(section).setTitle(title).setIcon(icon).onClick(action));
    };
    const link = this.linkTo(node);
    if (link !== null) this.addLinkItems(node, link, from, at, menu, add);
    else if (node.kind === "tag" || node.kind === "group")
      this.addListItems(node, from, at, add, expandBelow);
    else return;
    showMenu(menu, at);
  }

  private addLinkItems(
    node: TreeNode,
    link: string,
    from: string,
    at: MouseEvent | HTMLElement,
    menu: Menu,
    add: AddItem,
  ): void {
    const file = this.fileOf(node);
    add("open", file ? texts.shared.open : texts.linkageTree.create, file ? "file-text" : "file-plus", () => {
      this.open(node, from, false);
    });
    const missing = file ? null : { target: (node.linktext ?? "").replace(/#.*/s, ""), from };
    const typed = missing && node.kind === "missing" ? titleForTarget(missing, this.source) : null;
    if (missing && typed !== null)
      add("open", typed, "file-plus-2", () => {
        run(askForTarget(missing, this.app, this.source));
      });
    if (file)
      add("open", texts.shared.openInNewTab, "file-plus", () => {
        this.open(node, from, "tab");
      });
    if (node.kind === "note" && file)
      add("view", texts.linkageTree.showTree, "list-tree", () => {
        this.show(file.path);
      });
    add("info", texts.linkageTree.copyLink, "copy", () => {
      run(copyText(link, at.win.navigator.clipboard, texts.linkageTree.linkCopied));
    });
    if (file) this.app.workspace.trigger("file-menu", menu, file, MENU_SOURCE);
  }

  private addListItems(
    node: TreeNode,
    from: string,
    { win }: MouseEvent | HTMLElement,
    add: AddItem,
    expandBelow: () => void,
  ): void {
    const { clipboard } = win.navigator;
    if (node.kind === "tag") {
      add("open", texts.linkageTree.searchTag, "search", () => {
        searchTag(node.label, win);
      });
      add("info", texts.linkageTree.copyTag, "copy", () => {
        run(copyText(node.label, clipboard, texts.linkageTree.tagCopied));
      });
    } else
      add("info", texts.linkageTree.copyList, "copy", () => {
        const list = listOf(node, this.source.index, (row) => namedLinkTo(row, from, this.app));
        run(copyText(list, clipboard, texts.linkageTree.listCopied));
      });
    if (node.opens) add("view", texts.linkageTree.expandBelow, "chevrons-up-down", expandBelow);
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
    if (active) uncoverMainArea(this.app.workspace);
  }

  private async createNote(linktext: string, from: string, pane: PaneType | boolean): Promise<void> {
    const { workspace } = this.app;
    await workspace.openLinkText(linktext, from, pane);
    uncoverMainArea(workspace);
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

/** Adds an item to a section of a menu. */
type AddItem = (section: string, title: string, icon: string, action: () => void) => void;

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

function run(work: Promise<void>): void {
  work.catch((error: unknown) => {
    new PluginNotice(texts.shared.failed(reasonOf(error)));
  });
}
