import { countOf, formatCount } from "../../src/report/count.ts";
import { cut, wrap } from "../../src/report/wrap.ts";

test.each([
  [0, "0"],
  [999, "999"],
  [1940, "1,940"],
  [1234567, "1,234,567"],
])("%d is written %s", (count, written) => {
  expect(formatCount(count)).toBe(written);
});

test.each([
  [1, "1 note"],
  [0, "0 notes"],
  [2000, "2,000 notes"],
])("%d notes", (count, written) => {
  expect(countOf(count, "note")).toBe(written);
});

test.each([
  ["what fits stays", "a b c", 5, ["a b c"]],
  ["broken at blanks", "aa bb cc", 5, ["aa bb", "cc"]],
  ["a wide word whole", "a bbbbbbbb c", 5, ["a", "bbbbbbbb", "c"]],
  ["wide characters", "電子 電子", 6, ["電子", "電子"]],
  ["nothing", "", 5, [""]],
])("wrap: %s", (_, text, width, lines) => {
  expect(wrap(text, width)).toEqual(lines);
});

test.each([
  ["abcdef", 6, "abcdef"],
  ["abcdefg", 6, "abcde…"],
  ["電子電子", 6, "電子…"],
  ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 3, "👩‍👩‍👧‍👦…"],
])("cut %s to %d", (text, width, result) => {
  expect(cut(text, width)).toBe(result);
});
