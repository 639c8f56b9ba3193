import { test as law } from "@fast-check/jest";
import fc from "fast-check";
import { noteDiff, type DiffHunk } from "../../src/report/note-diff.ts";
import { applyEdits } from "../../src/text/edits.ts";
import type { TextEdit } from "../../src/text/range.ts";

const marks = { same: " ", removed: "-", added: "+" } as const;

/** Each hunk as a patch has it, without its header's counts; `\` stands behind a line that nothing ends. */
function shown(before: string, edits: readonly TextEdit[]): readonly string[] {
  return noteDiff(before, applyEdits(before, edits), edits).flatMap(({ before: from, after: to, lines }) => [
    `@ ${String(from)} ${String(to)}`,
    ...lines.map(({ kind, text, isUnended }) => marks[kind] + text + (isUnended ? "\\" : "")),
  ]);
}

const ten = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";

test.each<readonly [what: string, before: string, edits: readonly TextEdit[], expected: readonly string[]]>([
  ["nothing", "a\n", [], []],
  ["what is as it was", "a\nb\n", [{ from: 0, to: 3, insert: "a\nb" }], []],
  ["a word", "a b\n", [{ from: 2, to: 3, insert: "c" }], ["@ 1 1", "-a b", "+a c"]],
  ["a line that goes", "a\nb\nc\n", [{ from: 2, to: 4, insert: "" }], ["@ 1 1", " a", "-b", " c"]],
  [
    "a line that goes with the end before it",
    "a\nb",
    [{ from: 1, to: 3, insert: "" }],
    ["@ 1 1", "-a", "-b\\", "+a\\"],
  ],
  ["the last line", "a\nb\n", [{ from: 2, to: 4, insert: "" }], ["@ 1 1", " a", "-b"]],
  ["a line that comes", "a\nc\n", [{ from: 2, to: 2, insert: "b\n" }], ["@ 1 1", " a", "+b", " c"]],
  ["a line at the end", "a\n", [{ from: 2, to: 2, insert: "b\n" }], ["@ 1 1", " a", "+b"]],
  ["an end of line", "a", [{ from: 1, to: 1, insert: "\n" }], ["@ 1 1", "-a\\", "+a"]],
  ["no end of line", "a\n", [{ from: 2, to: 2, insert: "b" }], ["@ 1 1", " a", "+b\\"]],
  ["all of it", "a\n", [{ from: 0, to: 2, insert: "" }], ["@ 1 0", "-a"]],
  ["an empty text", "", [{ from: 0, to: 0, insert: "a" }], ["@ 0 1", "+a\\"]],
  ["CRLF", "a\r\nb\r\n", [{ from: 3, to: 4, insert: "c" }], ["@ 1 1", " a\r", "-b\r", "+c\r"]],
  [
    "lines one below the other, old ones first",
    "a\nb\n",
    [
      { from: 0, to: 1, insert: "c" },
      { from: 2, to: 3, insert: "d" },
    ],
    ["@ 1 1", "-a", "-b", "+c", "+d"],
  ],
  [
    "two edits of one line",
    "a b c\n",
    [
      { from: 0, to: 1, insert: "\n" },
      { from: 4, to: 5, insert: "d" },
    ],
    ["@ 1 1", "-a b c", "+", "+ b d"],
  ],
  [
    "places that are near each other",
    ten,
    [
      { from: 0, to: 1, insert: "a" },
      { from: 14, to: 15, insert: "b" },
    ],
    ["@ 1 1", "-1", "+a", " 2", " 3", " 4", " 5", " 6", " 7", "-8", "+b", " 9", " 10"],
  ],
  [
    "places that are not, the second moved by the first",
    ten,
    [
      { from: 0, to: 0, insert: "0\n" },
      { from: 16, to: 17, insert: "b" },
    ],
    ["@ 1 1", "+0", " 1", " 2", " 3", "@ 6 7", " 6", " 7", " 8", "-9", "+b", " 10"],
  ],
])("%s", (_, before, edits, expected) => {
  expect(shown(before, edits)).toEqual(expected);
});

const texts = fc
  .array(fc.constantFrom("a", "b", "\n", "\n", "\r\n"), { maxLength: 40 })
  .map((parts) => parts.join(""));

/** A text and edits of it that do not meet, in text order. */
const changes = fc
  .tuple(
    texts,
    fc.array(
      fc.tuple(
        fc.nat(40),
        texts.map((text) => text.slice(0, 5)),
      ),
      { maxLength: 8 },
    ),
  )
  .map(([text, parts]) => {
    const places = [...new Set(parts.map(([at]) => Math.min(at, text.length)))].sort((a, b) => a - b);
    const edits = places.flatMap((from, at): readonly TextEdit[] =>
      at % 2 === 0 ? [{ from, to: places[at + 1] ?? from, insert: parts[at]?.[1] ?? "" }] : [],
    );
    return { text, edits };
  });

law.prop([changes])(
  "the hunks make the text after of the text before, and say where they stand",
  ({ text, edits }) => {
    const after = applyEdits(text, edits);
    const hunks = noteDiff(text, after, edits);
    expect(patched(text, hunks, "removed")).toBe(after);
    expect(patched(after, hunks, "added")).toBe(text);
    for (const { lines } of hunks) expect(lines.some(({ kind }) => kind !== "same")).toBe(true);
  },
);

/** What hunks make of a text: its lines of kind `gone`, and those that stay, must be where they are said to be. */
function patched(text: string, hunks: readonly DiffHunk[], gone: "removed" | "added"): string {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  let now = "";
  let at = 0;
  for (const hunk of hunks) {
    const start = Math.max(0, (gone === "removed" ? hunk.before : hunk.after) - 1);
    now += lines.slice(at, start).join("");
    at = start;
    for (const { kind, text: line, isUnended } of hunk.lines) {
      const whole = line + (isUnended ? "" : "\n");
      if (kind === "same" || kind === gone) expect(lines[at++]).toBe(whole);
      if (kind !== gone) now += whole;
    }
  }
  return now + lines.slice(at).join("");
}

test("many edits in one note take no search", () => {
  const line = "a line of words\n";
  const count = 10_000;
  const edits = Array.from({ length: count }, (_, at) => {
    const from = at * line.length;
    return { from, to: from + 1, insert: "the" };
  });
  const [hunk, ...more] = noteDiff(line.repeat(count), line.replace("a", "the").repeat(count), edits);
  expect(more).toEqual([]);
  expect(hunk?.lines).toHaveLength(2 * count);
});
