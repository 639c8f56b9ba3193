import type { Diagnostic } from "../../src/lint/diagnostic.ts";
import { fixesIn, groupByNote, groupByProblem } from "../../src/report/groups.ts";
import { missingTypeTag } from "../../src/rules/missing-type-tag.ts";
import { lintExample } from "../rules/lint-example.ts";
import { problem, tenByHundred } from "./problems.ts";

const sure = { fix: () => ({ title: "Repair it", edits: [] }) };

/** `"rule target 3"` for each group in order. */
function order(...diagnostics: readonly Diagnostic[]): readonly string[] {
  return groupByProblem(diagnostics, fixesIn(diagnostics, tenByHundred)).flatMap(({ rule, groups }) =>
    groups.map(
      ({ target, first, diagnostics: all }) => `${rule} ${target ?? first.message} ${String(all.length)}`,
    ),
  );
}

test.each<readonly [string, readonly Partial<Diagnostic>[], readonly string[]]>([
  [
    "what has the same target is one problem",
    [
      { target: "x", message: '"x" is 1' },
      { target: "y", message: '"y" is 1' },
      { target: "x", message: '"x" is 1' },
    ],
    ["a-rule x 2", "a-rule y 1"],
  ],
  [
    "also if it names other things in quotes",
    [
      { target: "x", message: '"x" is "y", "z" and 2 more' },
      { target: "x", message: '"x" is "w"' },
    ],
    ["a-rule x 2"],
  ],
  [
    "but not if it says something else of it",
    [{ target: "x" }, { target: "x", message: "B" }],
    ["a-rule x 1", "a-rule x 1"],
  ],
  [
    "without target, what says the same",
    [{ message: "A" }, { message: "B" }, { message: "B" }],
    ["a-rule B 2", "a-rule A 1"],
  ],
  ["a target is no message", [{ target: "A" }, { message: "A" }], ["a-rule A 1", "a-rule A 1"]],
  [
    "the gravest first",
    [
      { severity: "info", rule: "i" },
      { severity: "warning", rule: "w" },
      { severity: "error", rule: "e", target: "x" },
    ],
    ["e x 1", "w Something is not as expected 1", "i Something is not as expected 1"],
  ],
  [
    "sure repairs before more problems",
    [{ target: "x" }, { target: "x" }, { target: "y", ...sure }],
    ["a-rule y 1", "a-rule x 2"],
  ],
  [
    "rules with sure repairs before rules with more problems",
    [{ target: "x" }, { target: "x" }, { target: "y", rule: "b-rule", ...sure }],
    ["b-rule y 1", "a-rule x 2"],
  ],
  [
    "placeholders last",
    [
      { rule: "placeholder-link", target: "x" },
      { rule: "placeholder-link", target: "x" },
      { rule: "z", target: "y" },
    ],
    ["z y 1", "placeholder-link x 2"],
  ],
  [
    "then by name",
    [{ target: "b" }, { target: "a" }, { target: "C" }],
    ["a-rule C 1", "a-rule a 1", "a-rule b 1"],
  ],
  ["targets that differ in letter case only are one", [{ target: "b" }, { target: "B" }], ["a-rule b 2"]],
])("%s", (_, said, expected) => {
  expect(order(...said.map(problem))).toEqual(expected);
});

test("notes with the gravest problems come first, then those with most of these", () => {
  const groups = groupByNote([
    problem({ path: "info.md", severity: "info" }),
    problem({ path: "one.md" }),
    problem({ path: "one.md", severity: "warning" }),
    problem({ path: "one.md", severity: "warning" }),
    problem({ path: "two.md" }),
    problem({ path: "two.md" }),
    problem({ path: "a.md" }),
  ]);
  expect(groups.map(({ path, severity }) => `${severity} ${path}`)).toEqual([
    "error two.md",
    "error a.md",
    "error one.md",
    "info info.md",
  ]);
});

test("a tag and a class of the same name that a note lacks are two problems", () => {
  const text = "---\ntags: [ai]\ncssclasses: [wide]\nnote_id: 230718TJ01\n---\n";
  const found = lintExample([missingTypeTag], { text });
  expect(found.map(({ target }) => target)).toEqual(["tech-journal", "tech-journal"]);
  expect(order(...found)).toEqual(["missing-type-tag tech-journal 1", "missing-type-tag tech-journal 1"]);
});
