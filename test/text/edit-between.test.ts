import { fc, test as law } from "@fast-check/jest";
import { editBetween } from "../../src/text/edit-between.ts";
import { applyEdits } from "../../src/text/edits.ts";

test.each([
  ["old", "old", { from: 3, to: 3, insert: "" }],
  ["an old word", "a new word", { from: 1, to: 6, insert: " new" }],
  ["aaa", "aa", { from: 2, to: 3, insert: "" }],
  ["aa", "aaa", { from: 2, to: 2, insert: "a" }],
  ["", "new", { from: 0, to: 0, insert: "new" }],
  ["𝄞", "𝄢", { from: 1, to: 2, insert: "\udd22" }],
])("from %j to %j", (before, after, expected) => {
  expect(editBetween(before, after)).toEqual(expected);
});

const text = fc.string({ unit: fc.constantFrom("a", "b", "𝄞", "𝄢", "\n"), maxLength: 12 });

law.prop([text, text])("the edit makes the one of the other", (before, after) => {
  expect(applyEdits(before, [editBetween(before, after)])).toBe(after);
});
