import type { ListRow, ListRows } from "../tree-list/list-row.ts";
import type { FixNode } from "./fix-tree.ts";

/** The visible rows of a preview: those whose parents are all expanded. */
export class FixRows implements ListRows<FixNode> {
  private readonly rows: readonly ListRow<FixNode>[];
  private readonly places = new Map<string, number>();

  constructor(tree: readonly FixNode[], isExpanded: (node: FixNode) => boolean) {
    const rows: ListRow<FixNode>[] = [];
    addRows(tree, { level: 1, parent: -1 }, isExpanded, rows);
    for (const [index, { node }] of rows.entries()) this.places.set(node.key, index);
    this.rows = rows;
  }

  get length(): number {
    return this.rows.length;
  }

  at(index: number): ListRow<FixNode> | null {
    return this.rows[index] ?? null;
  }

  indexOf({ key }: FixNode): number {
    return this.places.get(key) ?? -1;
  }
}

function addRows(
  nodes: readonly FixNode[],
  { level, parent }: Pick<ListRow<FixNode>, "level" | "parent">,
  isExpanded: (node: FixNode) => boolean,
  rows: ListRow<FixNode>[],
): void {
  for (const [index, node] of nodes.entries()) {
    const isLeaf = node.kind === "repair" || node.kind === "problem";
    const expanded = isLeaf ? null : isExpanded(node);
    const self = rows.push({ node, level, position: index + 1, setSize: nodes.length, expanded, parent }) - 1;
    if (expanded === true) addRows(node.nodes(), { level: level + 1, parent: self }, isExpanded, rows);
  }
}
