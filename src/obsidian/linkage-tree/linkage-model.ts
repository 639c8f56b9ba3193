import { linkageTree } from "../../linkage/linkage-tree.ts";
import type { TreeNode } from "../../linkage/tree-node.ts";
import type { TreeSource } from "./tree-source.ts";
import { Expansion, KEY_END } from "./expansion.ts";
import { LinkageListRows, type LinkageNode } from "./linkage-list-rows.ts";
import { initialState, type TreeState } from "./tree-state.ts";

/** The linkage tree of one note as rows: from the vault of now, a state, and what is expanded. */
export class LinkageModel {
  private readonly source: TreeSource;
  private readonly expansion = new Expansion();
  private viewState = initialState;
  private tree: TreeNode | null = null;
  private visible = new LinkageListRows(null, this.shown);

  constructor(source: TreeSource) {
    this.source = source;
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
    this.expansion.set(parent, node.key, expanded);
    this.flatten();
  }

  /** Expand the groups with the lists and tags in them, or collapse everything. */
  setAllExpanded(expanded: boolean): void {
    if (!this.tree) return;
    const { key } = this.tree;
    this.expansion.forget(key);
    for (const group of this.tree.children()) {
      this.expansion.set(key, group.key, expanded);
      if (!expanded) continue;
      for (const row of group.key === "linkage" || group.key === "tags" ? group.children() : [])
        if (row.opens) this.expansion.set(key + KEY_END + group.key, row.key, true);
    }
    this.flatten();
  }

  private flatten(): void {
    this.visible = new LinkageListRows(this.tree, this.shown);
  }

  private get shown(): ConstructorParameters<typeof LinkageListRows>[1] {
    const { depth, text } = this.viewState;
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const matches = ({ label, marks }: TreeNode): boolean => {
      const said = [label, ...marks].join(" ").toLowerCase();
      return words.every((word) => said.includes(word));
    };
    return { expansion: this.expansion, depth, matches: words.length === 0 ? null : matches };
  }
}
