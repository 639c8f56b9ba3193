import { fc, test as law } from "@fast-check/jest";
import { markedDiff } from "../../src/report/marked-diff.ts";
import { applyEdits } from "../../src/text/edits.ts";
import type { TextEdit } from "../../src/text/range.ts";

/** The changed lines of a diff, with what is marked in «…». */
function changed(before: string, edits: readonly TextEdit[]): readonly string[] {
  const after = applyEdits(before, edits);
  return markedDiff(before, after, edits)
    .flat()
    .filter(({ kind }) => kind !== "same")
    .map(({ kind, number, text, marks }) => {
      const said = applyEdits(
        text,
        marks.flatMap(({ from, to }) => [
          { from, to: from, insert: "«" },
          { from: to, to, insert: "»" },
        ]),
      );
      return `${kind === "added" ? "+" : "-"}${String(number)} ${said}`;
    });
}

test.each<readonly [string, string, readonly TextEdit[], readonly string[]]>([
  ["a word", "a\nold b\n", [{ from: 2, to: 5, insert: "new" }], ["-2 «old» b", "+2 «new» b"]],
  ["an insertion", "ab\n", [{ from: 1, to: 1, insert: "x" }], ["-1 ab", "+1 a«x»b"]],
  [
    "two places, the second moved by the first",
    "ab\ncd\n",
    [
      { from: 0, to: 0, insert: "12" },
      { from: 4, to: 5, insert: "" },
    ],
    ["-1 ab", "-2 c«d»", "+1 «12»ab", "+2 c"],
  ],
  ["a whole line, which says nothing", "a\n", [{ from: 2, to: 2, insert: "b\n" }], ["+2 b"]],
  [
    "a line that is parted",
    "one two\n",
    [{ from: 3, to: 4, insert: "\n  - " }],
    ["-1 one« »two", "+1 one", "+2 «  - »two"],
  ],
  [
    "a linkpath in front of the display text, not the middle of both",
    "[[a: b]]\n",
    [{ from: 3, to: 3, insert: " b|a" }],
    ["-1 [[a: b]]", "+1 [[«a b|»a: b]]"],
  ],
  [
    "whole words",
    "tags: [old, older]\n",
    [{ from: 10, to: 15, insert: "" }],
    ["-1 tags: [«old, »older]", "+1 tags: [older]"],
  ],
  [
    "no space in front of a word",
    "see the cat\n",
    [{ from: 8, to: 8, insert: "then " }],
    ["-1 see the cat", "+1 see the «then »cat"],
  ],
  [
    "nothing of another edit",
    "xab\n",
    [
      { from: 0, to: 1, insert: "a" },
      { from: 2, to: 2, insert: "a" },
    ],
    ["-1 «x»ab", "+1 «a»«a»ab"],
  ],
  ["CRLF", "a\r\nold\r\n", [{ from: 3, to: 6, insert: "new" }], ["-2 «old»\r", "+2 «new»\r"]],
])("marks %s", (_, before, edits, expected) => {
  expect(changed(before, edits)).toEqual(expected);
});

law.prop([
  fc.array(fc.constantFrom("a", "b", "\n", "\r\n"), { maxLength: 30 }),
  fc.nat(),
  fc.nat(),
  fc.string(),
])("what is marked is what an edit takes away or brings", (units, a, b, insert) => {
  const before = units.join("");
  const [from = 0, to = 0] = [a, b].map((at) => at % (before.length + 1)).sort((x, y) => x - y);
  const edits = [{ from, to, insert }];
  const after = applyEdits(before, edits);
  for (const { kind, text, marks } of markedDiff(before, after, edits).flat()) {
    for (const mark of marks)
      // Said at another place, it starts in its middle.
      expect((kind === "added" ? insert : before.slice(from, to)).repeat(2)).toContain(
        text.slice(mark.from, mark.to),
      );
  }
});
