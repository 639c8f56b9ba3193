import { pushAll } from "../../src/text/push-all.ts";

test("all values are added, in their order", () => {
  const list = [1];
  pushAll(list, new Set([3, 2]));
  expect(list).toEqual([1, 3, 2]);
});

test("more values are added than a call takes arguments", () => {
  const list: number[] = [];
  pushAll(list, Array<number>(1_000_000).fill(1));
  expect(list).toHaveLength(1_000_000);
});
