/** @jest-environment jsdom */
import { fc, test } from "@fast-check/jest";
import type { Diagnostic } from "../../../src/lint/diagnostic.ts";
import { ProblemsModel } from "../../../src/obsidian/problems/problems-model.ts";
import {
  groupings,
  initialState,
  type ProblemsState,
} from "../../../src/obsidian/problems/problems-state.ts";
import { ProblemTable } from "../../../src/report/problem-table.ts";
import type { Fix } from "../../../src/rules/rule.ts";
import { severities } from "../../../src/rules/rule.ts";
import { problemPath, problemsOfFile } from "../../report/random-problems.ts";

const off = { freq: 2, nil: null };

const state: fc.Arbitrary<ProblemsState> = fc.record({
  grouping: fc.constantFrom(...groupings),
  severities: fc.subarray([...severities]),
  text: fc.constantFrom("", "", "x", "no a.md"),
  rule: fc.option(fc.constantFrom("a-rule"), off),
  folder: fc.option(fc.constantFrom("in"), off),
  note: fc.option(problemPath, off),
});

type Step =
  | { readonly kind: "problems"; readonly files: readonly (readonly [string, readonly Diagnostic[]])[] }
  | { readonly kind: "state"; readonly state: ProblemsState }
  | { readonly kind: "repairs"; readonly rule: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant("problems" as const),
    files: fc.array(problemsOfFile, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant("state" as const), state }),
  fc.record({ kind: fc.constant("repairs" as const), rule: fc.constantFrom("a-rule", "b-rule") }),
);

/** All that a view shows of a model, with everything expanded. */
function shownBy(model: ProblemsModel): unknown {
  model.setAllExpanded(true);
  const rows = Array.from({ length: model.rows.length }, (_, index) => {
    const row = model.rows.at(index);
    return row && { ...row, node: row.node.kind === "problem" ? row.node.diagnostic : row.node.key };
  });
  return { rows, counts: model.counts, shown: model.shown(), rules: model.rules(), leaders: model.leaders() };
}

beforeEach(() => {
  // Nothing is put off to another slice.
  jest.spyOn(performance, "now").mockReturnValue(0);
});

afterEach(() => {
  jest.restoreAllMocks();
});

test.prop([fc.array(step, { maxLength: 15 })])(
  "a view kept step by step shows what a new one would",
  (steps) => {
    const table = new ProblemTable();
    const repaired = new Set<string>();
    const fixOf = ({ rule, message }: Diagnostic): Fix | null =>
      repaired.has(rule) && message.startsWith("No") ? { title: "Repair it", edits: [] } : null;
    const kept = new ProblemsModel(table, fixOf);
    let now = initialState;
    for (const each of steps) {
      switch (each.kind) {
        case "problems":
          for (const [path, problems] of each.files) table.set(path, problems);
          kept.update(new Set(each.files.map(([path]) => path)));
          break;
        case "state":
          now = each.state;
          kept.setState(now);
          break;
        case "repairs":
          repaired.add(each.rule);
          kept.reorder(new Set([each.rule]));
      }
      const fresh = new ProblemsModel(table, fixOf);
      fresh.setState(now);
      expect(shownBy(kept)).toEqual(shownBy(fresh));
    }
  },
);
