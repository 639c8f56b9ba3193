import type { Diagnostic } from "../lint/diagnostic.ts";
import type { Severity } from "../rules/rule.ts";

/** How many problems there are of each severity. */
export type ProblemCount = Readonly<Record<Severity, number>>;

/** The problems of a note by severity. */
export function countProblems(diagnostics: readonly Diagnostic[]): ProblemCount {
  const count = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) count[severity] += 1;
  return count;
}
