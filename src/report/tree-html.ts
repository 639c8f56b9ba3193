import type { TreeNode } from "../linkage/tree-node.ts";
import { formatCount } from "./count.ts";
import { printable } from "./printable.ts";

/**
 * A linkage tree as HTML, line by line, `depth` levels below the root: lists in lists, in the markup of a linkage block, with
 * the note itself as its title. What notes say is text in it, never markup.
 */
export function* treeHtml(root: TreeNode, depth: number): Generator<string> {
  yield '<div class="linkage-tree">';
  yield `  <div class="linkage-tree-title">${said(root)}</div>`;
  yield* list(root, depth, "  ");
  yield "</div>";
}

function* list(node: TreeNode, depth: number, indent: string): Generator<string> {
  if (!hasList(node, depth)) return;
  yield `${indent}<ul>`;
  for (const child of node.children()) yield* item(child, depth - 1, `${indent}  `);
  yield `${indent}</ul>`;
}

function* item(node: TreeNode, depth: number, indent: string): Generator<string> {
  if (!hasList(node, depth)) {
    yield `${indent}<li>${said(node)}</li>`;
    return;
  }
  yield `${indent}<li>${said(node)}`;
  yield* list(node, depth, `${indent}  `);
  yield `${indent}</li>`;
}

function hasList({ opens, children }: TreeNode, depth: number): boolean {
  return depth > 0 && opens && children().length > 0;
}

function said({ label, count, marks }: TreeNode): string {
  const counted = count === null ? label : `${label} (${formatCount(count)})`;
  return escaped(printable([counted, ...marks].join(" · ")));
}

/** Text as HTML has it, in elements and attributes. */
function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
