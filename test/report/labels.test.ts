import type { Diagnostic } from "../../src/lint/diagnostic.ts";
import { fixesIn, groupByProblem } from "../../src/report/groups.ts";
import { labelsFor } from "../../src/report/labels.ts";
import { problem, tenByHundred } from "./problems.ts";

type Said = readonly (readonly [string | null, string])[];

/** What all problems say, and what each is called; they are given as target and message. */
function labels(said: Said) {
  const diagnostics: readonly Diagnostic[] = said.map(([target, message]) => problem({ target, message }));
  const groups = groupByProblem(diagnostics, fixesIn(diagnostics, tenByHundred)).flatMap(
    (section) => section.groups,
  );
  const { common, of } = labelsFor(groups);
  return { common, labels: groups.map(of) };
}

test.each<readonly [string, Said, string | null, readonly string[]]>([
  [
    "messages that differ in the target only: the targets",
    [
      ["a", 'No file matches "a"'],
      ["b", 'No file matches "b"'],
    ],
    'No file matches "…"',
    ["a", "b"],
  ],
  [
    "words that are the same in all stay",
    [
      ["a", '"a" is not in "tags"'],
      ["b", '"b" is not in "tags"'],
    ],
    '"…" is not in "tags"',
    ["a", "b"],
  ],
  [
    "words that are cut, and lists of words",
    [
      ["a long one", '"a lo…" matches "x" and "y"'],
      ["b", '"b" matches "x", "y" and 1,000 more'],
    ],
    '"…" matches "…"',
    ["a long one", "b"],
  ],
  [
    "messages that say different things: the messages",
    [
      ["a", '"a" is text'],
      ["b", '"b" is a number'],
    ],
    null,
    ['"a" is text', '"b" is a number'],
  ],
  ["one problem alone: its message", [["a", 'No file matches "a"']], null, ['No file matches "a"']],
  [
    "one problem in several words: what they have in common",
    [
      ["a", '"a" is also in "x"'],
      ["a", '"a" is also in "y"'],
    ],
    null,
    ['"a" is also in "…"'],
  ],
  [
    "no targets: the messages",
    [
      [null, "A blank"],
      [null, 'No "x"'],
    ],
    null,
    ["A blank", 'No "x"'],
  ],
])("%s", (_, said, common, expected) => {
  expect(labels(said)).toEqual({ common, labels: expected });
});
