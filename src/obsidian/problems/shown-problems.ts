import type { Diagnostic } from "../../lint/diagnostic.ts";
import type { GatheredSection } from "../../report/problem-sections.ts";
import { ProblemTable, sumOf } from "../../report/problem-table.ts";
import { severities, type Severity } from "../../rules/rule.ts";
import { eachInSteps, type Steps } from "../../text/steps.ts";

/** What a filter lets through, in numbers. */
export interface ProblemCounts {
  /** Problems shown. */
  readonly shown: number;
  /** Files with a problem that is shown. */
  readonly files: number;
  /** All problems there are. */
  readonly total: number;
  /** By severity, the severities that are not shown too: what turning one on would add. */
  readonly bySeverity: Readonly<Record<Severity, number>>;
}

/** The problems of a table that are of some severities. */
export class ShownProblems {
  private readonly table: ProblemTable;
  private readonly severities: readonly Severity[];

  constructor(table: ProblemTable, shown: readonly Severity[]) {
    this.table = table;
    this.severities = shown;
  }

  /** By rule and severity. */
  sections(): readonly GatheredSection[] {
    return [...this.table.sections()].filter(({ severity }) => this.severities.includes(severity));
  }

  /** In the order of the vault. */
  *all(): Generator<Diagnostic> {
    for (const [, problems] of this.files()) yield* problems;
  }

  /** By file, in the order of the vault; each has at least one. */
  *files(): Generator<readonly [string, readonly Diagnostic[]]> {
    const isWhole = this.isWhole();
    for (const path of this.table.paths()) {
      const all = this.table.of(path);
      const shown = isWhole ? all : all.filter(({ severity }) => this.severities.includes(severity));
      if (shown.length > 0) yield [path, shown];
    }
  }

  /** How many there are, in steps. `all`: the table without any filter. */
  *count(all: ProblemTable): Steps<ProblemCounts> {
    const bySeverity = this.table.countBySeverity();
    let files = this.table.fileCount;
    if (!this.isWhole()) {
      files = 0;
      yield* eachInSteps(this.files(), () => {
        files++;
      });
    }
    const shown = this.severities.reduce((sum, severity) => sum + bySeverity[severity], 0);
    return { shown, files, total: sumOf(all.countBySeverity()), bySeverity };
  }

  /** Is nothing left out? */
  private isWhole(): boolean {
    const counts = this.table.countBySeverity();
    return severities.every((each) => counts[each] === 0 || this.severities.includes(each));
  }
}

/** No problems at all. */
export const nothingShown = new ShownProblems(new ProblemTable(), []);

/** And their numbers. */
export const noCounts: ProblemCounts = {
  shown: 0,
  files: 0,
  total: 0,
  bySeverity: { error: 0, warning: 0, info: 0 },
};
