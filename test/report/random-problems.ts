import { fc } from "@fast-check/jest";
import type { Diagnostic } from "../../src/lint/diagnostic.ts";
import { severities } from "../../src/rules/rule.ts";
import { problem } from "./problems.ts";

/** Paths of a few files, the config among them. */
export const problemPath = fc.constantFrom(
  "linkage.yaml",
  "a.md",
  "b.md",
  "B.md",
  "in/a.md",
  "in/z.md",
  "z.md",
);

const said = fc.record({
  rule: fc.constantFrom("a-rule", "b-rule", "placeholder-link"),
  severity: fc.constantFrom(...severities),
  target: fc.constantFrom(null, "x", "X", "y", "2024"),
  message: fc.constantFrom('No "x"', 'No "y"', 'There are "x" and "y"', "Something is not as expected"),
  at: fc.nat(9),
});

/** What is found in one file by now, in the order of its text. */
export const problemsOfFile: fc.Arbitrary<readonly [string, readonly Diagnostic[]]> = fc
  .tuple(problemPath, fc.array(said, { maxLength: 6 }))
  .map(([path, all]) => [
    path,
    all.map((each) => problem({ ...each, path })).sort((a, b) => a.range.from - b.range.from),
  ]);
