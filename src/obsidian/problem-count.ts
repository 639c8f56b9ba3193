import type { Diagnostic } from "../lint/diagnostic.ts";
import { countOfSeverity } from "../report/summary.ts";
import { severities, type Severity } from "../rules/rule.ts";

/** How many problems there are of each severity. */
export type ProblemCount = Readonly<Record<Severity, number>>;

/** The problems of a note by severity. */
export function countProblems(diagnostics: readonly Diagnostic[]): ProblemCount {
  const count = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) count[severity] += 1;
  return count;
}

/** `2 errors, 1 warning, 5 info`, without those that are not there; `No problems`. */
export function sayProblems(count: ProblemCount): string {
  const there = severities.filter((severity) => count[severity] > 0);
  const said = there.map((severity) => countOfSeverity(count[severity], severity));
  return said.length > 0 ? said.join(", ") : "No problems";
}
