import type { CiContext } from "./ci-context.ts";
import { githubLines } from "./github.ts";
import { junitLines } from "./junit.ts";
import { asked, withLineEnds, type LintResult, type ReportOptions } from "./lint-report.ts";
import { sarifLog } from "./sarif.ts";
import { summarize } from "./summary.ts";

/** The formats that programs read which check a repository. Only the terminal has them: the app is no place to run such a program. */
export const ciFormats = ["sarif", "github", "junit"] as const;

/** The report of a lint for such a program, in pieces. */
export function ciReport(
  format: (typeof ciFormats)[number],
  result: LintResult,
  { severity }: Pick<ReportOptions, "severity">,
  context: CiContext,
): Iterable<string> {
  const { sources, notes } = result;
  const diagnostics = asked(result, severity);
  switch (format) {
    case "sarif":
      return sarifLog(diagnostics, sources, context);
    case "github":
      return withLineEnds(githubLines(diagnostics, summarize(diagnostics, notes, sources), sources, context));
    case "junit":
      return withLineEnds(junitLines(diagnostics, notes, sources, context));
  }
}
