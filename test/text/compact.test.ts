import { compact } from "../../src/text/compact.ts";

test.each([[[]], [[1]], [[1, 2, 3]]])("says the same: %j", (list: readonly number[]) => {
  expect(compact(list)).toEqual(list);
});

test("does not change with the list that it was made of", () => {
  const list = ["a"];
  const kept = compact(list);
  list.push("b");
  expect(kept).toEqual(["a"]);
});

test("an empty list that grows leaves the others empty", () => {
  const list: string[] = [];
  const kept = compact(list);
  list.push("a");
  expect([...kept, ...compact([])]).toEqual([]);
});
