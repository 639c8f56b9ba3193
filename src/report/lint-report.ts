import type { Diagnostic } from "../lint/diagnostic.ts";
import { severities, type Severity } from "../rules/rule.ts";
import { lintJson } from "./lint-json.ts";
import { ruleSummaries } from "./rule-list.ts";
import type { Screen } from "./screen.ts";
import type { Sources } from "./sources.ts";
import { summarize } from "./summary.ts";
import { textReport } from "./text.ts";

/** The formats of a lint's report, and what its text groups by. */
export const formats = ["text", "json"] as const;
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
}

/** What came of a lint. */
export interface LintResult {
  readonly found: readonly Diagnostic[];
  /** How many notes were looked at. */
  readonly notes: number;
  /** The vault's folder as the reader names it. */
  readonly vault: string;
  readonly sources: Sources;
}

/** The report of a lint, in pieces that end in line ends. */
export function lintReport(
  { found, notes, vault, sources }: LintResult,
  { format, group, rule, severity, suggestions = false }: ReportOptions,
  screen: Screen,
): Iterable<string> {
  const diagnostics = found.filter((each) => isAsGrave(each.severity, severity));
  if (format === "json")
    return lintJson(summarize(diagnostics, notes, sources), diagnostics, sources, suggestions);
  const hidden = found.length - diagnostics.length;
  const whole = rule.length === 1;
  const told = {
    vault,
    diagnostics,
    notes,
    severity,
    hidden,
    grouping: group,
    whole,
    summaries: ruleSummaries,
  };
  return withLineEnds(textReport(told, sources, screen));
}

/** Is a severity as grave as the other, or graver? */
export function isAsGrave(severity: Severity, as: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(as);
}

/** Lines as pieces of output. */
export function* withLineEnds(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}
