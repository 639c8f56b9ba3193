import { Component } from "obsidian";
import type { ListNode, ListRow } from "../tree-list/list-row.ts";
import type { TreeList } from "../tree-list/tree-list.ts";

/** What happens to the row below a pointer. */
export interface PointerHost<Item extends ListNode> {
  /** The pointer has come over a row. */
  readonly hover: (row: ListRow<Item>, event: MouseEvent, el: HTMLElement) => void;
  /** The link that is dropped where a row is dragged to; null: the row cannot be dragged. */
  readonly linkTo: (row: ListRow<Item>) => string | null;
}

/** Page previews of a tree's rows, and rows that can be dragged into a text. */
export class RowPointer<Item extends ListNode> extends Component {
  private readonly tree: TreeList<Item>;
  private readonly host: PointerHost<Item>;

  constructor(tree: TreeList<Item>, host: PointerHost<Item>) {
    super();
    this.tree = tree;
    this.host = host;
  }

  override onload(): void {
    const { el } = this.tree;
    let pointed: HTMLElement | null = null;
    this.registerDomEvent(el, "mouseover", (event) => {
      const before = pointed;
      pointed = event.targetNode && rowElement(event.targetNode);
      const row = this.tree.rowAt(pointed);
      if (row && pointed && pointed !== before) this.host.hover(row, event, pointed);
    });
    this.registerDomEvent(el, "mouseleave", () => {
      pointed = null;
    });
    this.registerDomEvent(el, "dragstart", (event) => {
      const row = this.tree.rowAt(event.targetNode);
      const link = row && this.host.linkTo(row);
      if (link === null) event.preventDefault();
      else event.dataTransfer?.setData("text/plain", link);
    });
  }
}

function rowElement(node: Node): HTMLElement | null {
  return node.instanceOf(Element) ? node.closest<HTMLElement>(".linkage-list-row") : null;
}
