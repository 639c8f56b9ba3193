import { mark, unmark } from "./marked.ts";

test.each([
  ["no marks", "no marks", []],
  ["a «b» c", "a b c", [{ from: 2, to: 3 }]],
  ["«a»«»b", "ab", [{ from: 0, to: 1 }, { from: 1, to: 1 }]], // prettier-ignore
])("unmark %j", (marked, text, ranges) => {
  expect(unmark(marked)).toEqual({ text, ranges });
  expect(mark(text, ranges)).toBe(marked);
});

test.each(["«a", "a»", "«a «b» c»"])("marks that do not pair up: %s", (marked) => {
  expect(() => unmark(marked)).toThrow(RangeError);
});

test("ranges in any order, and none that overlap", () => {
  const late = { from: 2, to: 3 };
  expect(mark("abc", [late, { from: 0, to: 1 }])).toBe("«a»b«c»");
  expect(() => mark("abc", [late, { from: 1, to: 3 }])).toThrow(RangeError);
  expect(() => mark("abc", [{ from: 2, to: 4 }])).toThrow(RangeError);
});
