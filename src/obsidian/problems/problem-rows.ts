import { lastNotAbove } from "../../text/search.ts";
import { finish, type Steps } from "../../text/steps.ts";
import type { ListRow, ListRows } from "../tree-list/list-row.ts";
import {
  placesSayMessages,
  indexOfPlace,
  placeAt,
  type BranchNode,
  type ProblemNode,
} from "./problems-tree.ts";

/** One line of the tree as it is shown. */
export type ProblemRow = ListRow<ProblemNode>;

/**
 * The visible rows of a tree. The places of a branch are not rows before they are asked for: what it takes to make the
 * table grows with the branches, not with the problems.
 */
export class ProblemRows implements ListRows<ProblemNode> {
  readonly length: number;
  private readonly tall: number;
  private readonly runs: readonly Run[];
  private readonly starts: readonly number[];

  /** @param end where the row after the last would be */
  private constructor(runs: readonly Run[], end: Start) {
    this.length = end.start;
    this.tall = end.tall;
    this.runs = runs;
    this.starts = runs.map(({ start }) => start);
  }

  /** The rows of a tree in which these branches are expanded. */
  static of(tree: readonly BranchNode[], isExpanded: (node: BranchNode) => boolean): ProblemRows {
    return finish(ProblemRows.inSteps(tree, isExpanded));
  }

  /** {@link of} in steps. */
  static *inSteps(
    tree: readonly BranchNode[],
    isExpanded: (node: BranchNode) => boolean,
  ): Steps<ProblemRows> {
    const runs: Run[] = [];
    const end = yield* addNodes(tree, { level: 1, parent: -1, start: 0, tall: 0 }, isExpanded, runs);
    return new ProblemRows(runs, end);
  }

  /** How many of the rows above `index` are tall. */
  tallBefore(index: number): number {
    if (index >= this.length) return this.tall;
    const run = this.runs[lastNotAbove(this.starts, index)];
    if (!run) return 0;
    return run.tall + (run.kind === "places" && placesSayMessages(run.branch) ? index - run.start : 0);
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

/** Whether a node's row has a second line: what a problem says leaves no room for where it is. */
export function isTall(node: ProblemNode): boolean {
  return node.kind === "problem" && node.saysMessage;
}

/** How many rows make a step. */
const STEP = 500;

/** Where a row or a run of rows is: the index of the first, and how many of the rows above it are tall. */
interface Start {
  readonly start: number;
  readonly tall: number;
}

/** One row, or as many as a branch has places. */
type Run =
  | (Start & { readonly kind: "row"; readonly row: ProblemRow })
  | (Start & {
      readonly kind: "places";
      readonly branch: BranchNode;
      readonly level: number;
      readonly parent: number;
    });

/** Add the runs of `nodes` and of all that is visible below them; returns where the row after the last would be. */
function* addNodes(
  nodes: readonly ProblemNode[],
  at: Start & { readonly level: number; readonly parent: number },
  isExpanded: (node: BranchNode) => boolean,
  runs: Run[],
): Steps<Start> {
  const { level, parent } = at;
  let { start, tall } = at;
  for (const [index, node] of nodes.entries()) {
    const self = start++;
    const expanded = node.kind === "problem" ? null : isExpanded(node);
    const row = { node, level, position: index + 1, setSize: nodes.length, expanded, parent };
    runs.push({ kind: "row", start: self, tall, row });
    if (isTall(node)) tall++;
    if (index % STEP === STEP - 1) yield;
    if (node.kind === "problem" || expanded !== true) continue;
    ({ start, tall } = yield* addNodes(
      node.nodes(),
      { level: level + 1, parent: self, start, tall },
      isExpanded,
      runs,
    ));
    const { length } = node.places;
    if (length === 0) continue;
    runs.push({ kind: "places", start, tall, branch: node, level: level + 1, parent: self });
    start += length;
    if (placesSayMessages(node)) tall += length;
  }
  return { start, tall };
}
