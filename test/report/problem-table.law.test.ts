import { fc, test } from "@fast-check/jest";
import type { Diagnostic } from "../../src/lint/diagnostic.ts";
import {
  groupByNote,
  groupByProblem,
  inOrder,
  noteGroupsInSteps,
  ruleSection,
  type NoteGroup,
  type RuleSection,
} from "../../src/report/groups.ts";
import { comparePaths } from "../../src/report/problem-list.ts";
import { ProblemTable } from "../../src/report/problem-table.ts";
import { finish } from "../../src/text/steps.ts";
import { problemsOfFile } from "./random-problems.ts";

const steps = fc.array(problemsOfFile, { maxLength: 30 });

function sectionsOf(table: ProblemTable): readonly RuleSection[] {
  return inOrder(Array.from(table.sections(), (section) => finish(ruleSection(section, () => undefined))));
}

function notesOf(table: ProblemTable): readonly NoteGroup[] {
  return finish(noteGroupsInSteps(table.paths().map((path) => [path, table.of(path)] as const)));
}

/** All problems of these files in the order of the vault. */
function inVaultOrder(files: ReadonlyMap<string, readonly Diagnostic[]>): readonly Diagnostic[] {
  return [...files].sort(([a], [b]) => comparePaths(a, b)).flatMap(([, problems]) => problems);
}

test.prop([steps])("problems kept step by step are grouped as if at once", (changes) => {
  const table = new ProblemTable();
  const files = new Map<string, readonly Diagnostic[]>();
  for (const [path, problems] of changes) {
    table.set(path, problems);
    files.set(path, problems);
    const all = inVaultOrder(files);
    expect([...table.all()]).toEqual(all);
    expect(sectionsOf(table)).toEqual(groupByProblem(all, () => null));
    expect(notesOf(table)).toEqual(groupByNote(all));
    const counts = { error: 0, warning: 0, info: 0 };
    for (const { severity } of all) counts[severity]++;
    expect(table.countBySeverity()).toEqual(counts);
  }
});

test.prop([steps])("a group that has been handed out stays as it was", (changes) => {
  const table = new ProblemTable();
  const seen: { readonly now: readonly Diagnostic[]; readonly then: readonly Diagnostic[] }[] = [];
  for (const [path, problems] of changes) {
    table.set(path, problems);
    for (const { groups } of sectionsOf(table))
      for (const { diagnostics } of groups) seen.push({ now: diagnostics, then: [...diagnostics] });
  }
  for (const { now, then } of seen) expect(now).toEqual(then);
});

test.prop([steps])("a section that is as it was has the version that it had", (changes) => {
  const table = new ProblemTable();
  for (const [path, problems] of changes) {
    const before = new Map(Array.from(table.sections(), (section) => [section, section.version]));
    const groups = new Map(
      Array.from(table.sections(), (section) => [section, finish(ruleSection(section, () => undefined))]),
    );
    table.set(path, problems);
    for (const section of table.sections())
      if (before.get(section) === section.version)
        expect(finish(ruleSection(section, () => undefined))).toEqual(groups.get(section));
  }
});
