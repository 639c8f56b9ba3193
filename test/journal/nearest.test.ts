import { isOneEditAway, nearest } from "../../src/journal/nearest.ts";

const names = [
  "ignore",
  "types",
  "tags",
  "classes",
  "warning",
  "error",
  "info",
  "unresolved-link",
  "unresolved-subpath",
];

test.each([
  ["ignor", "ignore"],
  ["IGNORE", "ignore"],
  ["tag", "tags"],
  ["type", "types"],
  ["class", "classes"],
  ["warn", "warning"],
  ["err", "error"],
  ["infos", "info"],
  ["eror", "error"],
  ["unresolved_link", "unresolved-link"],
  ["unresolved-links", "unresolved-link"],
  ["colour", null],
  ["x", null],
  ["", null],
  ["e", null],
  ["ignore".repeat(100_000), null],
])("%.20s is nearest to %s", (written, name) => {
  expect(nearest(written, names)).toBe(name);
});

test("the same name is nearer than one that begins with it, or is a letter away", () => {
  expect(nearest("tags", ["tabs", "tags"])).toBe("tags");
  expect(nearest("TAGS", ["tags-of", "tags"])).toBe("tags");
});

test("one letter is near no other", () => {
  expect(nearest("-", ["v", "ab"])).toBe(null);
  expect(nearest("V", ["a", "v"])).toBe("v");
});

test("of equally near names the first", () => {
  expect(nearest("tag", ["bag", "tug", "tag-spelling"])).toBe("bag");
  expect(nearest("bog", ["bag", "bug"])).toBe("bag");
});

test.each([
  ["descripton", "description", true],
  ["descripttion", "description", true],
  ["descriptiom", "description", true],
  ["udpated", "updated", true],
  ["aab", "aba", true],
  ["aa", "aaa", true],
  ["a", "", true],
  ["ab", "", false],
  ["tags", "tags", false],
  ["tages", "tagse", true],
  ["gats", "tags", false],
  ["creator", "created", false],
  ["badc", "abcd", false],
  ["abc", "xabcx", false],
])("from %j to %j is one edit: %s", (a, b, expected) => {
  expect(isOneEditAway(a, b)).toBe(expected);
  expect(isOneEditAway(b, a)).toBe(expected);
});
