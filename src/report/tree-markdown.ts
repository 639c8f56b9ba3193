import type { TreeNode } from "../linkage/tree-node.ts";
import { formatCount } from "./count.ts";
import { firstRows, moreText } from "./first-rows.ts";
import { printable } from "./printable.ts";

/** How a tree is written for a note. */
export interface MarkdownForm {
  /** How many levels below the root. */
  readonly depth: number;
  /** How many rows of a list at most. */
  readonly limit: number;
  /** The link or tag that a row stands for; null: it is text. */
  readonly linkOf: (node: TreeNode) => string | null;
}

/** A linkage tree as a nested Markdown list, line by line. What is no link or tag is text in it, never markup. */
export function* treeMarkdown(root: TreeNode, form: MarkdownForm): Generator<string> {
  yield* items(root, form, form.depth, "");
}

function* items(node: TreeNode, form: MarkdownForm, depth: number, indent: string): Generator<string> {
  yield `${indent}- ${said(node, form)}`;
  if (depth <= 0) return;
  const { rows, more } = firstRows(node, form.limit);
  for (const row of rows) yield* items(row, form, depth - 1, `${indent}  `);
  if (more > 0) yield `${indent}  - ${moreText(more)}`;
}

function said(node: TreeNode, { linkOf }: MarkdownForm): string {
  const { label, hint, count, marks } = node;
  const link = linkOf(node);
  const name = link === null ? escaped(label) : printable(link);
  const counted = count === null ? name : `${name} (${formatCount(count)})`;
  // A link says where it leads.
  const hints = link === null && hint !== "" ? [hint] : [];
  return [counted, ...[...hints, ...marks].map(escaped)].join(" · ");
}

/** Text of which Markdown takes nothing for markup. */
function escaped(text: string): string {
  return printable(text)
    .replaceAll(/[\\`*_[\]<>#|~=$%!&]/g, (sign) => `\\${sign}`)
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^([-+])/, "\\$1");
}
