import { listText, momentText, numberText, plural } from "../../src/obsidian/reader-language.ts";

let mockLanguage = "en";
jest.mock("obsidian", () => ({ getLanguage: (): string => mockLanguage }));

beforeEach(() => {
  mockLanguage = "en";
});

test.each([
  ["en", 1_234_567, "1,234,567"],
  ["de", 1_234_567, "1.234.567"],
  ["fr", 1234, "1\u202f234"],
  ["en", 0, "0"],
])("a number where the app speaks %s: %d", (language, count, said) => {
  mockLanguage = language;
  expect(numberText(count)).toBe(said);
});

test.each([
  ["en", /^Nov 22, 2026, 8:40\sAM$/],
  ["de", /^22\.11\.2026, 08:40$/],
])("a moment where the app speaks %s", (language, said) => {
  mockLanguage = language;
  expect(momentText(new Date(2026, 10, 22, 8, 40))).toMatch(said);
});

test.each([
  [0, "0 notes"],
  [1, "1 note"],
  [2, "2 notes"],
  [1940, "1,940 notes"],
])("a count in words: %d", (count, said) => {
  expect(plural(count, { one: "# note", other: "# notes" })).toBe(said);
});

test("a count whose one form serves all", () => {
  expect([0, 1, 5].map((count) => plural(count, { other: "# info" }))).toEqual([
    "0 info",
    "1 info",
    "5 info",
  ]);
});

test.each([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a, b"],
  [["a", "", "b", "c"], "a, b, c"],
])("a list of %j", (items, said) => {
  expect(listText(items)).toBe(said);
});
