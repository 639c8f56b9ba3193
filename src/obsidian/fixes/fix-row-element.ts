import { setIcon } from "obsidian";
import { numberText } from "../reader-language.ts";
import { createRowFrame, type ListRow, type RowLooks } from "../tree-list/list-row.ts";
import type { FixChoice } from "./fix-choice.ts";
import { isChoice, type FixNode } from "./fix-tree.ts";
import { texts } from "../texts.ts";

/** How the rows of a preview look. `choice` is the one of now. */
export function fixLooks(choice: () => FixChoice): RowLooks<FixNode> {
  return {
    create: (parent, row) => createRow(parent, row, choice()),
    signature: (row) => signature(row, choice()),
    label: ({ label }) => label,
  };
}

/** Make a row's element, a `treeitem`, with a check box if it can be chosen. */
function createRow(parent: HTMLElement, row: ListRow<FixNode>, choice: FixChoice): HTMLElement {
  const { node } = row;
  const el = createRowFrame(parent, row, said(node, choice));
  if (isChoice(node)) {
    const checked = choice.of(node.repairs);
    el.setAttr("aria-checked", { all: "true", none: "false", some: "mixed" }[checked]);
    const box = el.createSpan({
      cls: `linkage-check linkage-check-${checked}`,
      attr: { "aria-hidden": "true" },
    });
    setIcon(box, { all: "square-check", none: "square", some: "square-minus" }[checked]);
  } else {
    const icon = el.createSpan({ cls: "linkage-problems-icon", attr: { "aria-hidden": "true" } });
    setIcon(icon, "info");
  }
  const text = el.createSpan({ cls: "linkage-list-text" });
  text.createSpan({ cls: "linkage-list-label", text: node.label, attr: { dir: "auto" } });
  const where = text.createSpan({ cls: "linkage-list-where" });
  if (node.detail !== "")
    where.createSpan({ cls: "linkage-list-detail", text: node.detail, attr: { dir: "auto" } });
  const count = countOf(node, choice);
  if (count !== "") el.createSpan({ cls: "linkage-list-count", text: count });
  return el;
}

function signature(
  { node, level, position, setSize, expanded }: ListRow<FixNode>,
  choice: FixChoice,
): string {
  const checked = isChoice(node) ? choice.of(node.repairs) : "";
  return [level, position, setSize, expanded, checked, node.detail, said(node, choice)].join("\n");
}

/** How many; of what is chosen in part: how many of how many. */
function countOf(node: FixNode, choice: FixChoice): string {
  if (node.kind === "repair" || node.kind === "problem") return "";
  if (!isChoice(node)) return numberText(node.problems.length);
  return texts.fixes.share(choice.count(node.repairs), node.repairs.length);
}

/** All of it, for a tooltip and a screen reader. */
function said(node: FixNode, choice: FixChoice): string {
  const { label, detail } = node;
  if (node.kind === "repair" || node.kind === "problem") return texts.fixes.row(label, detail);
  if (!isChoice(node)) return texts.fixes.saidRow(label, node.problems.length);
  return texts.fixes.choiceRow(label, detail, choice.count(node.repairs), node.repairs.length);
}
