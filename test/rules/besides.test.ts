import { besides } from "../../src/rules/besides.ts";

test.each<[path: string, paths: readonly string[], first: readonly string[] | null]>([
  ["b", [], null],
  ["b", ["b"], null],
  ["b", ["a"], ["a"]],
  ["b", ["a", "b"], ["a"]],
  ["b", ["a", "b", "c"], ["a", "c"]],
  ["b", ["a", "c"], ["a", "c"]],
])("besides %s of %j: %j", (path, paths, first) => {
  expect(besides(path, paths)).toEqual(first && { first, count: first.length });
});

test("of thousands few are looked at", () => {
  let looks = 0;
  const paths = Array.from({ length: 20_000 }, (_, at) => `n${String(at).padStart(5, "0")}`);
  const watched = new Proxy<readonly string[]>(paths, {
    get: (target, key): unknown => {
      looks++;
      return Reflect.get(target, key);
    },
  });
  const others = besides("n00003", watched);
  expect(others?.count).toBe(19_999);
  expect(others?.first).toEqual([...paths.slice(0, 3), ...paths.slice(4, 21)]);
  expect(besides("n12345", watched)?.count).toBe(19_999);
  expect(looks).toBeLessThan(200);
});
