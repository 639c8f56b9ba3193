import { setIcon } from "obsidian";
import { formatCount } from "../../report/count.ts";
import type { VaultIndex } from "../../vault/vault-index.ts";
import { severityIcons } from "../severity-icons.ts";
import type { ProblemRow } from "./problem-rows.ts";
import { rowText } from "./row-text.ts";

/** Make a row's element, a `treeitem`. What notes and rules say becomes text nodes and attributes, never markup. */
export function createRow(parent: HTMLElement, row: ProblemRow, index: VaultIndex): HTMLElement {
  const { node, level, position, setSize, expanded } = row;
  const { label, detail, count, whole } = rowText(node, index);
  const el = parent.createDiv({ cls: ["linkage-problems-row", `linkage-problems-${node.severity}`] });
  el.setAttrs({
    role: "treeitem",
    // The app shows this as a tooltip too, as it does for all elements.
    "aria-label": whole,
    "aria-level": level,
    "aria-posinset": position,
    "aria-setsize": setSize,
    "aria-selected": "false",
    "aria-expanded": expanded === null ? null : String(expanded),
  });
  el.setCssProps({ "--linkage-problems-level": String(level - 1) });
  const twisty = el.createSpan({ cls: "linkage-problems-twisty", attr: { "aria-hidden": "true" } });
  if (expanded !== null) setIcon(twisty, expanded ? "chevron-down" : "chevron-right");
  setIcon(
    el.createSpan({ cls: "linkage-problems-icon", attr: { "aria-hidden": "true" } }),
    severityIcons[node.severity],
  );
  const text = el.createSpan({ cls: "linkage-problems-text", attr: { dir: "auto" } });
  text.createSpan({ cls: "linkage-problems-label", text: label });
  if (detail !== "") text.createSpan({ cls: "linkage-problems-detail", text: detail });
  if (count !== null) el.createSpan({ cls: "linkage-problems-count", text: formatCount(count) });
  return el;
}

/** A text that differs where {@link createRow} would make another element. */
export function rowSignature(
  { node, level, position, setSize, expanded }: ProblemRow,
  index: VaultIndex,
): string {
  const { whole, label } = rowText(node, index);
  return [level, position, setSize, expanded, label, whole].join("\n");
}
