import type { TreeNode } from "../linkage/tree-node.ts";
import { printableJson } from "./printable.ts";

/** A row of the linkage tree as JSON has it. `rows` is left out below the depth, and where nothing can be below. */
interface JsonRow {
  readonly kind: TreeNode["kind"];
  readonly label: string;
  readonly path: string | null;
  readonly marks: readonly string[];
  readonly count: number | null;
  readonly rows?: readonly JsonRow[];
}

/** A linkage tree as a JSON document, `depth` levels below the root. Safe to show on a terminal. */
export function treeJson(root: TreeNode, depth: number): string {
  return printableJson(JSON.stringify({ version: 1, tree: jsonRow(root, depth) }));
}

function jsonRow({ kind, label, path, marks, count, opens, children }: TreeNode, depth: number): JsonRow {
  const row = { kind, label, path, marks, count };
  return depth > 0 && opens
    ? { ...row, rows: Array.from(children(), (child) => jsonRow(child, depth - 1)) }
    : row;
}
