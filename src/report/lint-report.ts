import type { Diagnostic } from "../lint/diagnostic.ts";
import { severities, type Severity } from "../rules/rule.ts";
import { lintJson } from "./lint-json.ts";
import { problemsNote } from "./problems-note.ts";
import { ruleSummaries } from "./rule-list.ts";
import type { Screen } from "./screen.ts";
import type { Sources } from "./sources.ts";
import { type KnownCount, shownLine, summarize } from "./summary.ts";
import { textReport } from "./text.ts";

/** The formats of a lint's report that people and programs read everywhere, and what its text groups by. */
export const formats = ["text", "json", "markdown"] as const;
export const groupings = ["problem", "note"] as const;

/** How a lint is to be reported. */
export interface ReportOptions {
  readonly format: (typeof formats)[number];
  /** What text groups by. */
  readonly group: (typeof groupings)[number];
  /** The rules asked for; empty for all. Of one alone everything is listed. */
  readonly rule: readonly string[];
  /** The mildest to show. */
  readonly severity: Severity;
  /** With repairs in JSON. */
  readonly suggestions?: boolean;
  /** Sure repairs have been made: those that are left were refused. */
  readonly fix?: boolean;
}

/** What came of a lint. */
export interface LintResult {
  readonly found: readonly Diagnostic[];
  /** How many notes were looked at. */
  readonly notes: number;
  /** The vault's folder as the reader names it. */
  readonly vault: string;
  readonly sources: Sources;
  /** Where there is a baseline: what it knows is not in `found`. */
  readonly baseline?: KnownCount;
}

/** The report of a lint, in pieces that end in line ends. */
export function lintReport(result: LintResult, options: ReportOptions, screen: Screen): Iterable<string> {
  const { notes, sources, vault, baseline } = result;
  const diagnostics = asked(result, options.severity);
  switch (options.format) {
    case "json":
      return lintJson(
        summarize(diagnostics, notes, sources, baseline),
        diagnostics,
        sources,
        options.suggestions ?? false,
      );
    case "markdown": {
      const head = { title: "Problems", summary: resultLine(result, options) };
      return withLineEnds(problemsNote(head, diagnostics, sources, ruleSummaries));
    }
    case "text": {
      const { group: grouping, rule, severity, fix = false } = options;
      const hidden = result.found.length - diagnostics.length;
      const whole = rule.length === 1;
      const told = {
        vault,
        diagnostics,
        notes,
        severity,
        hidden,
        grouping,
        whole,
        ...(baseline && { baseline }),
        fix,
      };
      return withLineEnds(textReport({ ...told, summaries: ruleSummaries }, sources, screen));
    }
  }
}

/** What came of a lint, in one line. */
export function resultLine(result: LintResult, { severity }: Pick<ReportOptions, "severity">): string {
  const { found, notes, sources, baseline } = result;
  const diagnostics = asked(result, severity);
  return shownLine(
    summarize(diagnostics, notes, sources, baseline),
    severity,
    found.length - diagnostics.length,
  );
}

/** The problems that are at least as grave as what was asked for. */
export function asked({ found }: LintResult, severity: Severity): readonly Diagnostic[] {
  return severity === mildest ? found : found.filter((each) => isAsGrave(each.severity, severity));
}

/** The severity that everything is as grave as. */
const mildest: Severity = "info";

/** Is a severity as grave as the other, or graver? */
export function isAsGrave(severity: Severity, as: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(as);
}

/** Lines as pieces of output. */
export function* withLineEnds(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}
