import type { TreeNode } from "../linkage/tree-node.ts";
import { formatCount } from "./count.ts";
import { firstRows, moreText } from "./first-rows.ts";
import { printable } from "./printable.ts";

/** A linkage tree as a Mermaid flowchart, line by line, `depth` levels below the root, `limit` rows of a list at most. */
export function* treeMermaid(root: TreeNode, depth: number, limit: number): Generator<string> {
  yield "flowchart LR";
  yield `  n0[${quoted(said(root))}]`;
  yield* branches(root, "n0", depth, limit, { last: 0 });
}

function* branches(
  node: TreeNode,
  id: string,
  depth: number,
  limit: number,
  ids: { last: number },
): Generator<string> {
  if (depth <= 0) return;
  const { rows, more } = firstRows(node, limit);
  const nextId = (): string => `n${String(++ids.last)}`;
  for (const row of rows) {
    const rowId = nextId();
    yield `  ${id} --> ${rowId}[${quoted(said(row))}]`;
    yield* branches(row, rowId, depth - 1, limit, ids);
  }
  if (more > 0) yield `  ${id} --> ${nextId()}[${quoted(moreText(more))}]`;
}

function said({ label, hint, count, marks }: TreeNode): string {
  const counted = count === null ? label : `${label} (${formatCount(count)})`;
  return [counted, ...(hint === "" ? [] : [hint]), ...marks].join(" · ");
}

/** What a row says, in quotes: what Mermaid would take for markup is written as the number of its character. */
function quoted(text: string): string {
  const signs = printable(text).replaceAll(
    /["#&<>`\\*_~[\]]/g,
    (character) => `#${String(character.charCodeAt(0))};`,
  );
  return `"${signs}"`;
}
