import { setIcon } from "obsidian";

/** One line of a tree as it is shown: a node whose parents are all expanded. */
export interface ListRow<Item extends ListNode> {
  readonly node: Item;
  /** Counts from 1, as in `aria-level`. */
  readonly level: number;
  /** Its place among its siblings, from 1, as in `aria-posinset`. */
  readonly position: number;
  /** How many siblings there are, itself included. */
  readonly setSize: number;
  /** Null: has nothing below it. */
  readonly expanded: boolean | null;
  /** Index of its parent's row; -1 at the top. */
  readonly parent: number;
}

/** What a row stands for. */
export interface ListNode {
  /** The same for the same thing after an update; unique in its tree. */
  readonly key: string;
}

/** The visible rows of a tree: a table that may make a row when it is asked for. */
export interface ListRows<Item extends ListNode> {
  readonly length: number;
  /** The row at `index`, or null if there is none. */
  at(index: number): ListRow<Item> | null;
  /** The index of the row with this node's key, or -1. */
  indexOf(node: Item): number;
  /** How many of the rows above `index` are tall, with the class `linkage-list-tall`; left out where none ever is. */
  tallBefore?(index: number): number;
}

/** How rows look. */
export interface RowLooks<Item extends ListNode> {
  /** Make a row's element, a `treeitem` with the class `linkage-list-row`, in `parent`. */
  readonly create: (parent: HTMLElement, row: ListRow<Item>) => HTMLElement;
  /** A text that differs where `create` would make another element. */
  readonly signature: (row: ListRow<Item>) => string;
  /** What a row is found by when somebody types. */
  readonly label: (node: Item) => string;
}

/**
 * Make the frame of a row's element: its ARIA, its place, and what it is expanded with. What it says goes into the element.
 * @param said all of it, for a tooltip and a screen reader
 */
export function createRowFrame<Item extends ListNode>(
  parent: HTMLElement,
  { level, position, setSize, expanded }: ListRow<Item>,
  said: string,
): HTMLElement {
  const el = parent.createDiv({ cls: "linkage-list-row" });
  el.setAttrs({
    role: "treeitem",
    // The app shows this as a tooltip too, as it does for all elements.
    "aria-label": said,
    "aria-level": level,
    "aria-posinset": position,
    "aria-setsize": setSize,
    "aria-selected": "false",
    "aria-expanded": expanded === null ? null : String(expanded),
  });
  el.setCssProps({ "--linkage-list-level": String(level - 1) });
  const twisty = el.createSpan({ cls: "linkage-list-twisty", attr: { "aria-hidden": "true" } });
  if (expanded !== null) setIcon(twisty, expanded ? "chevron-down" : "chevron-right");
  return el;
}
