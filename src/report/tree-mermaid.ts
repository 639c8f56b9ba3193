import type { TreeNode } from "../linkage/tree-node.ts";
import { formatCount } from "./count.ts";
import { printable } from "./printable.ts";

/** A linkage tree as a Mermaid flowchart, line by line, `depth` levels below the root. */
export function* treeMermaid(root: TreeNode, depth: number): Generator<string> {
  yield "flowchart LR";
  yield `  n0[${said(root)}]`;
  yield* branches(root, "n0", depth, { last: 0 });
}

function* branches(node: TreeNode, id: string, depth: number, ids: { last: number }): Generator<string> {
  if (depth <= 0 || !node.opens) return;
  for (const child of node.children()) {
    const childId = `n${String(++ids.last)}`;
    yield `  ${id} --> ${childId}[${said(child)}]`;
    yield* branches(child, childId, depth - 1, ids);
  }
}

/** What a row says, in quotes: what Mermaid would take for markup is written as the number of its character. */
function said({ label, count, marks }: TreeNode): string {
  const counted = count === null ? label : `${label} (${formatCount(count)})`;
  const text = printable([counted, ...marks].join(" · "));
  return `"${text.replaceAll(/["#&<>`\\*_~[\]]/g, (character) => `#${String(character.charCodeAt(0))};`)}"`;
}
