import { setIcon } from "obsidian";
import { numberText } from "../reader-language.ts";
import { severityIcons } from "../severity-icons.ts";
import { createRowFrame, type RowLooks } from "../tree-list/list-row.ts";
import { isTall, type ProblemRow } from "./problem-rows.ts";
import type { ProblemNode } from "./problems-tree.ts";
import { rowText, type LinedFiles } from "./row-text.ts";

/** How problems look in the tree. `index` is the vault's, of now. */
export function problemLooks(index: () => LinedFiles): RowLooks<ProblemNode> {
  return {
    create: (parent, row) => createRow(parent, row, index()),
    signature: (row) => rowSignature(row, index()),
    label: (node) => rowText(node, index()).label,
  };
}

/** Make a row's element, a `treeitem`. What notes and rules say becomes text nodes and attributes, never markup. */
function createRow(parent: HTMLElement, row: ProblemRow, index: LinedFiles): HTMLElement {
  const { node } = row;
  const { label, isMessage, detail, place, count, whole } = rowText(node, index);
  const el = createRowFrame(parent, row, whole);
  el.addClass(`linkage-problems-${node.severity}`);
  el.toggleClass("linkage-list-tall", isTall(node));
  // Below its note a problem has a place that is short enough to stand beside what it says.
  el.toggleClass("linkage-list-placed", isTall(node) && detail === "");
  if (showsSeverity(node))
    setIcon(
      el.createSpan({ cls: "linkage-problems-icon", attr: { "aria-hidden": "true" } }),
      severityIcons[node.severity],
    );
  const text = el.createSpan({ cls: "linkage-list-text" });
  text.createSpan({ cls: "linkage-list-label", text: label, attr: { dir: isMessage ? "ltr" : "auto" } });
  const where = text.createSpan({ cls: "linkage-list-where" });
  if (detail !== "") where.createSpan({ cls: "linkage-list-detail", text: detail, attr: { dir: "auto" } });
  if (place !== "") where.createSpan({ cls: "linkage-list-place", text: place });
  if (count !== null) el.createSpan({ cls: "linkage-list-count", text: numberText(count) });
  return el;
}

/** Whether a row says how grave it is: what stands above most of them has said so. */
function showsSeverity(node: ProblemNode): boolean {
  return node.kind === "problem" ? node.showsSeverity : node.kind !== "target";
}

/** A text that differs where {@link createRow} would make another element. */
function rowSignature({ node, level, position, setSize, expanded }: ProblemRow, index: LinedFiles): string {
  const { whole, label } = rowText(node, index);
  return [level, position, setSize, expanded, label, whole].join("\n");
}
