import { linkageTitle } from "../linkage/linkage-html.ts";
import type { TreeNode } from "../linkage/tree-node.ts";
import { firstRows, moreText } from "./first-rows.ts";
import { printable } from "./printable.ts";

/** How a tree is written as a block. */
export interface BlockForm {
  /** How many levels below the root. */
  readonly depth: number;
  /** How many rows of a list at most. */
  readonly limit: number;
  /** The wikilink or tag that a row stands for; null: it is text. */
  readonly linkOf: (node: TreeNode) => string | null;
}

/**
 * A linkage tree as the linkage block of a note, line by line: lists in lists, with links and tags as authors write them, so
 * that it can be pasted into a note and be read there. Counts and marks are left out, for they would not stay true. What
 * notes say is text in it, never markup.
 */
export function* treeHtml(root: TreeNode, form: BlockForm): Generator<string> {
  yield '<div class="linkage-tree">';
  yield linkageTitle;
  yield* list(root, form, form.depth, "  ");
  yield "</div>";
}

function* list(node: TreeNode, form: BlockForm, depth: number, indent: string): Generator<string> {
  const { rows, more } = depth > 0 ? firstRows(node, form.limit) : { rows: [], more: 0 };
  if (rows.length + more === 0) return;
  yield `${indent}<ul>`;
  for (const row of rows) yield* item(row, form, depth - 1, `${indent}  `);
  if (more > 0) yield `${indent}  <li>${moreText(more)}</li>`;
  yield `${indent}</ul>`;
}

function* item(node: TreeNode, form: BlockForm, depth: number, indent: string): Generator<string> {
  const lines = [...list(node, form, depth, `${indent}  `)];
  const open = `${indent}<li>${said(node, form)}`;
  if (lines.length === 0) yield `${open}</li>`;
  else yield* [open, ...lines, `${indent}</li>`];
}

/** A link's target stays as it is written, as far as HTML takes nothing in it for markup; else the row's name is text. */
function said(node: TreeNode, { linkOf }: BlockForm): string {
  const link = linkOf(node);
  if (link === null) return escaped(node.label);
  const bar = link.indexOf("|");
  const [target, shown] = bar < 0 ? [link, ""] : [link.slice(0, bar), link.slice(bar)];
  return /[<>]|&#?\w+;/.test(target) ? escaped(node.label) : printable(target) + escaped(shown);
}

/** Text as HTML has it. */
function escaped(text: string): string {
  return printable(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
