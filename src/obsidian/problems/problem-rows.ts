import { lastNotAbove } from "../../text/search.ts";
import type { ListRow, ListRows } from "../tree-list/list-row.ts";
import { indexOfPlace, placeAt, type BranchNode, type ProblemNode } from "./problems-tree.ts";

/** One line of the tree as it is shown. */
export type ProblemRow = ListRow<ProblemNode>;

/**
 * The visible rows of a tree. The places of a branch are not rows before they are asked for: what it takes to make the
 * table grows with the branches, not with the problems.
 */
export class ProblemRows implements ListRows<ProblemNode> {
  readonly length: number;
  private readonly runs: readonly Run[];
  private readonly starts: readonly number[];

  constructor(tree: readonly BranchNode[], isExpanded: (node: BranchNode) => boolean) {
    const runs: Run[] = [];
    this.length = addNodes(tree, { level: 1, parent: -1, start: 0 }, isExpanded, runs);
    this.runs = runs;
    this.starts = runs.map(({ start }) => start);
  }

  /** The row at `index`, or null if there is none. */
  at(index: number): ProblemRow | null {
    if (index < 0 || index >= this.length) return null;
    const run = this.runs[lastNotAbove(this.starts, index)];
    if (!run || run.kind === "row") return run?.row ?? null;
    const position = index - run.start;
    const node = placeAt(run.branch, position);
    const { level, parent } = run;
    const setSize = run.branch.places.length;
    return node && { node, level, position: position + 1, setSize, expanded: null, parent };
  }

  /** The index of the row with this node's key, or -1. */
  indexOf(node: ProblemNode): number {
    for (const run of this.runs) {
      if (run.kind === "row" && run.row.node.key === node.key) return run.start;
      if (run.kind === "row" || node.kind !== "problem" || !node.key.startsWith(run.branch.key)) continue;
      const index = indexOfPlace(run.branch, node);
      if (index >= 0) return run.start + index;
    }
    return -1;
  }
}

/** One row, or as many as a branch has places. `start` is the index of the first. */
type Run =
  | { readonly kind: "row"; readonly start: number; readonly row: ProblemRow }
  | {
      readonly kind: "places";
      readonly start: number;
      readonly branch: BranchNode;
      readonly level: number;
      readonly parent: number;
    };

/** Add the runs of `nodes` and of all that is visible below them; returns the index after the last row. */
function addNodes(
  nodes: readonly ProblemNode[],
  at: { readonly level: number; readonly parent: number; readonly start: number },
  isExpanded: (node: BranchNode) => boolean,
  runs: Run[],
): number {
  const { level, parent } = at;
  let { start } = at;
  for (const [index, node] of nodes.entries()) {
    const self = start++;
    const expanded = node.kind === "problem" ? null : isExpanded(node);
    const row = { node, level, position: index + 1, setSize: nodes.length, expanded, parent };
    runs.push({ kind: "row", start: self, row });
    if (node.kind === "problem" || expanded !== true) continue;
    start = addNodes(node.nodes(), { level: level + 1, parent: self, start }, isExpanded, runs);
    if (node.places.length === 0) continue;
    runs.push({ kind: "places", start, branch: node, level: level + 1, parent: self });
    start += node.places.length;
  }
  return start;
}
