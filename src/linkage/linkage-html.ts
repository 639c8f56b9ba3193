/** A list of a linkage block as it is to be written: its label, and its items with their `#` or brackets. */
export interface WrittenGroup {
  readonly label: string;
  readonly items: readonly string[];
}

/** The lines of a linkage block with these lists, as the tech journal writes them. */
export function linkageHtml(groups: readonly WrittenGroup[]): readonly string[] {
  return [
    '<div class="linkage-tree">',
    '  <div class="linkage-tree-title">linkage tree</div>',
    "  <ul>",
    ...groups.flatMap(groupLines),
    "  </ul>",
    "</div>",
  ];
}

function groupLines({ label, items }: WrittenGroup): readonly string[] {
  return [
    `    <li>${label}`,
    "      <ul>",
    ...items.map((item) => `        <li>${item}</li>`),
    "      </ul>",
    "    </li>",
  ];
}
