import type { TreeNode } from "../linkage/tree-node.ts";
import { formatCount } from "./count.ts";

/** The rows below a row that are printed, and how many more there are. */
export interface FirstRows {
  readonly rows: readonly TreeNode[];
  readonly more: number;
}

/**
 * The first rows below a row, `limit` at most, if it opens. Those that are not printed are not made. The groups of a note are no
 * list: who wants fewer of them names those that are wanted.
 */
export function firstRows(node: TreeNode, limit: number): FirstRows {
  if (!node.opens) return { rows: [], more: 0 };
  const all = node.children();
  const isGrouped = node.kind === "note" && all.at(0)?.kind === "group";
  const count = isGrouped ? all.length : Math.min(limit, all.length);
  const rows = Array.from({ length: count }, (_, index) => all.at(index));
  return { rows: rows.flatMap((row) => row ?? []), more: all.length - count };
}

/** What stands in place of the rows that are not printed. */
export function moreText(more: number): string {
  return `… ${formatCount(more)} more`;
}
