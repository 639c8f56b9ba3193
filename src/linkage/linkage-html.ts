import type { LinkageBlock } from "../note/note.ts";

/** A list of a linkage block as it is to be written: its label, and its items with their `#` or brackets. */
export interface WrittenGroup {
  readonly label: string;
  readonly items: readonly string[];
}

/** The lines of a linkage block with these lists, as the tech journal writes them: lists with labels, or one without. */
export function linkageHtml(
  groups: readonly WrittenGroup[],
  markup: LinkageBlock["markup"] = "linkage-tree",
): readonly string[] {
  return [`<div class="${markup}">`, titleLines[markup], ...listLines(groups, markup), "</div>"];
}

/** The line that a block of lists with labels has for its title. */
export const linkageTitle = '  <div class="linkage-tree-title">linkage tree</div>';

const titleLines: Readonly<Record<LinkageBlock["markup"], string>> = {
  "linkage-tree": linkageTitle,
  linkage: "  <p><strong>linkage</strong></p>",
};

/** The lines of the list in such a block. */
export function listLines(
  groups: readonly WrittenGroup[],
  markup: LinkageBlock["markup"],
): readonly string[] {
  const items =
    markup === "linkage" ? groups.flatMap((group) => itemLines(group, "    ")) : groups.flatMap(groupLines);
  return ["  <ul>", ...items, "  </ul>"];
}

function groupLines(group: WrittenGroup): readonly string[] {
  return [
    `    <li>${group.label}`,
    "      <ul>",
    ...itemLines(group, "        "),
    "      </ul>",
    "    </li>",
  ];
}

function itemLines({ items }: WrittenGroup, indent: string): readonly string[] {
  return items.map((item) => `${indent}<li>${item}</li>`);
}
