/** @jest-environment jsdom */
import "obsidian-test-mocks/jest-setup";
import { createRowFrame, type ListNode, type ListRows } from "../../../src/obsidian/tree-list/list-row.ts";
import { TreeList } from "../../../src/obsidian/tree-list/tree-list.ts";

function rowsOf(...keys: readonly string[]): ListRows<ListNode> {
  return {
    length: keys.length,
    at(index) {
      const key = keys[index];
      if (key === undefined) return null;
      const of = { level: 1, position: index + 1, setSize: keys.length, expanded: null, parent: -1 };
      return { node: { key }, ...of };
    },
    indexOf: ({ key }) => keys.indexOf(key),
  };
}

test("each row that becomes the active one is told, one that has come back as well", () => {
  let rows = rowsOf("a", "b");
  const told: (string | null)[] = [];
  const tree = new TreeList<ListNode>(document.body, {
    label: "Rows",
    looks: {
      create: (parent, row) => createRowFrame(parent, row, row.node.key),
      signature: ({ node }) => node.key,
      label: ({ key }) => key,
    },
    rows: () => rows,
    expand: () => undefined,
    open: () => false,
    openMenu: () => undefined,
    select: (row) => told.push(row?.node.key ?? null),
  });
  tree.load();
  tree.enter({ active: { key: "a" }, scrolled: 0 });
  rows = rowsOf("b");
  tree.refresh();
  rows = rowsOf("a", "b");
  tree.refresh();
  expect(told).toEqual(["a", "b", "a"]);
  tree.unload();
});
