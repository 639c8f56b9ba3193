import type { ListNode, ListRow, ListRows } from "./list-row.ts";

/** What a key asks of the tree. Indexes are those of rows. */
export type TreeAction<Item extends ListNode> =
  | { readonly kind: "move"; readonly to: number }
  | { readonly kind: "expand"; readonly row: ListRow<Item>; readonly expanded: boolean }
  | { readonly kind: "activate"; readonly row: ListRow<Item> }
  | { readonly kind: "menu"; readonly row: ListRow<Item> };

/** What a key means for the tree, or null: the pattern "tree view" of the WAI-ARIA authoring practices. */
export function treeAction<Item extends ListNode>(
  { key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">,
  rows: ListRows<Item>,
  active: number,
  pageSize: number,
): TreeAction<Item> | null {
  const last = rows.length - 1;
  const row = rows.at(active);
  const move = (to: number): TreeAction<Item> => ({ kind: "move", to: Math.min(Math.max(to, 0), last) });
  if (!row) return last >= 0 && moves.includes(key) ? move(key === "End" ? last : 0) : null;
  switch (key) {
    case "ArrowDown":
      return move(active + 1);
    case "ArrowUp":
      return move(active - 1);
    case "PageDown":
      return move(active + pageSize);
    case "PageUp":
      return move(active - pageSize);
    case "Home":
      return move(0);
    case "End":
      return move(last);
    case "ArrowRight":
      return row.expanded === false ? { kind: "expand", row, expanded: true } : inwards(row, active);
    case "ArrowLeft":
      return row.expanded === true ? { kind: "expand", row, expanded: false } : outwards(row);
    case "Enter":
    case " ":
      return { kind: "activate", row };
    case "ContextMenu":
      return { kind: "menu", row };
    case "F10":
      return shiftKey ? { kind: "menu", row } : null;
    default:
      return null;
  }
}

const moves = ["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End"];

function inwards<Item extends ListNode>(row: ListRow<Item>, active: number): TreeAction<Item> | null {
  return row.expanded === true ? { kind: "move", to: active + 1 } : null;
}

function outwards<Item extends ListNode>({ parent }: ListRow<Item>): TreeAction<Item> | null {
  return parent >= 0 ? { kind: "move", to: parent } : null;
}
