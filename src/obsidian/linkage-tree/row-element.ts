import { setIcon } from "obsidian";
import { isProblemMark } from "../../linkage/problem-mark.ts";
import type { TreeNode } from "../../linkage/tree-node.ts";
import { numberText } from "../reader-language.ts";
import { createRowFrame, type ListRow, type RowLooks } from "../tree-list/list-row.ts";
import type { LinkageNode } from "./linkage-list-rows.ts";
import type { MentionLines } from "./mention-lines.ts";
import { texts } from "../texts.ts";

/** How the rows of the linkage tree look. What notes say becomes text nodes and attributes, never markup. */
export function linkageLooks(lines: MentionLines): RowLooks<LinkageNode> {
  return {
    create: (parent, row) => createRow(parent, row, lines),
    signature: (row) => signatureOf(row, lines),
    label: ({ node }) => node.label,
  };
}

/** What a row says. */
interface RowText {
  /** The line that mentions the note, or empty. */
  readonly line: string;
  /** All of it, for a tooltip and a screen reader. */
  readonly whole: string;
}

function rowText(node: TreeNode, lines: MentionLines): RowText {
  const { label, hint, marks, count, kind } = node;
  const line = lines.lineOf(node);
  const counted = count === null ? "" : texts.linkageTree.rows(count);
  const parts = [label, hint, texts.linkageTree.kinds[kind], ...marks, counted, line];
  return { line, whole: texts.linkageTree.row(parts) };
}

function createRow(parent: HTMLElement, row: ListRow<LinkageNode>, lines: MentionLines): HTMLElement {
  const { node } = row.node;
  const { line, whole } = rowText(node, lines);
  const el = createRowFrame(parent, row, whole);
  el.addClass(`linkage-view-${node.kind}`);
  if (node.linktext !== null) el.draggable = true;
  if (node.kind === "file") {
    const icon = el.createSpan({ cls: "linkage-view-icon", attr: { "aria-hidden": "true" } });
    setIcon(icon, "file");
  }
  const text = el.createSpan({ cls: "linkage-list-text", attr: { dir: "auto" } });
  text.createSpan({ cls: "linkage-list-label", text: node.label });
  if (node.hint !== "") text.createSpan({ cls: "linkage-view-hint", text: node.hint });
  if (line !== "") text.createSpan({ cls: "linkage-view-line", text: line });
  // Beside the text, which may be cut: a narrow row still says what is wrong.
  if (node.marks.length > 0) createMarks(el, node.marks);
  if (node.count !== null) el.createSpan({ cls: "linkage-list-count", text: numberText(node.count) });
  return el;
}

function createMarks(parent: HTMLElement, marks: readonly string[]): void {
  const el = parent.createSpan({ cls: "linkage-view-mark" });
  for (const [index, mark] of marks.entries()) {
    if (index > 0) el.append(texts.linkageTree.markSeparator);
    el.createSpan({ cls: isProblemMark(mark) ? "linkage-view-problem" : "", text: mark });
  }
}

/** A text that differs where another element would be made. */
function signatureOf(
  { node: { node }, level, position, setSize, expanded }: ListRow<LinkageNode>,
  lines: MentionLines,
): string {
  return [level, position, setSize, expanded, node.kind, node.linktext, rowText(node, lines).whole].join(
    "\n",
  );
}
