import { linkageTree } from "../../linkage/linkage-tree.ts";
import type { TreeNode } from "../../linkage/tree-node.ts";
import type { TreeSource } from "./tree-source.ts";
import { Expansion, KEY_END } from "./expansion.ts";
import { LinkageListRows, type LinkageNode } from "./linkage-list-rows.ts";
import { initialState, type TreeState } from "./tree-state.ts";

/** Lists longer than this are expanded, but not what is in them. */
const MOST_AT_ONCE = 50;

/** The linkage tree of one note as rows: from the vault of now, a state, and what is expanded. */
export class LinkageModel {
  private readonly source: TreeSource;
  private readonly expansion: Expansion;
  private sinceFilter = new Expansion();
  private readonly lineOf: (node: TreeNode) => string;
  private viewState: TreeState;
  private tree: TreeNode | null = null;
  private visible: LinkageListRows;

  /**
   * @param lineOf the line that a backlink's row shows, empty if none is known; a filter looks into it
   * @param expansion what is expanded, of all trees
   */
  constructor(
    source: TreeSource,
    lineOf: (node: TreeNode) => string = () => "",
    expansion = new Expansion(),
    state = initialState,
  ) {
    this.source = source;
    this.lineOf = lineOf;
    this.expansion = expansion;
    this.viewState = state;
    this.visible = new LinkageListRows(null, this.shown);
  }

  get state(): TreeState {
    return this.viewState;
  }

  get rows(): LinkageListRows {
    return this.visible;
  }

  /** The row of the note itself; null if there is no such note. */
  get root(): TreeNode | null {
    return this.tree;
  }

  setState(state: TreeState): void {
    this.viewState = state;
    if (state.text === "") this.sinceFilter = new Expansion();
    this.update();
  }

  /** Look at the vault again. */
  update(): void {
    const { note, groups, order, plain } = this.viewState;
    const { index } = this.source;
    const options = { groups, order, plain };
    this.tree =
      note === null || index.note(note) === null
        ? null
        : linkageTree(note, index, { ...options, problems: this.source.diagnostics(note).length });
    this.flatten();
  }

  setExpanded({ node, parent }: LinkageNode, expanded: boolean): void {
    this.say(parent, node.key, expanded);
    this.flatten();
  }

  /** Expand a row and all below it that opens, down to the groups of notes and to lists that are long. */
  expandBelow({ node, parent }: LinkageNode): void {
    this.expandAll(node, parent);
    this.flatten();
  }

  /** Forget what was expanded and collapsed in the tree: the depth counts again. */
  forgetExpanded(): void {
    if (!this.tree) return;
    this.expansion.forget(this.tree.key);
    this.sinceFilter.forget(this.tree.key);
    this.flatten();
  }

  /** More is known of what rows show: a filter may let others through. */
  linesChanged(): void {
    if (this.viewState.text !== "") this.flatten();
  }

  /** Expand the groups with the lists and tags in them, or collapse everything. */
  setAllExpanded(expanded: boolean): void {
    if (!this.tree) return;
    const { key } = this.tree;
    this.expansion.forget(key);
    this.sinceFilter.forget(key);
    for (const group of this.tree.children()) {
      this.say(key, group.key, expanded);
      if (!expanded) continue;
      for (const row of group.key === "linkage" || group.key === "tags" ? group.children() : [])
        if (row.opens) this.say(key + KEY_END + group.key, row.key, true);
    }
    this.flatten();
  }

  private expandAll(node: TreeNode, parent: string): void {
    this.say(parent, node.key, true);
    const rows = node.children();
    if (node.kind === "note" || rows.length > MOST_AT_ONCE) return;
    for (const row of rows) if (row.opens) this.expandAll(row, parent + KEY_END + node.key);
  }

  private say(parent: string, key: string, expanded: boolean): void {
    this.expansion.set(parent, key, expanded);
    if (this.viewState.text !== "") this.sinceFilter.set(parent, key, expanded);
  }

  private flatten(): void {
    this.visible = new LinkageListRows(this.tree, this.shown);
  }

  private get shown(): ConstructorParameters<typeof LinkageListRows>[1] {
    const { depth, text } = this.viewState;
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const matches = (node: TreeNode): boolean => {
      const { label, displayTexts, marks } = node;
      const said = [label, ...displayTexts, ...marks, this.lineOf(node)].join(" ").toLowerCase();
      return words.every((word) => said.includes(word));
    };
    const { expansion, sinceFilter } = this;
    return { expansion, sinceFilter, depth, matches: words.length === 0 ? null : matches };
  }
}
