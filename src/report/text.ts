import type { Diagnostic } from "../lint/diagnostic.ts";
import type { Severity } from "../rules/rule.ts";
import { countOf } from "./count.ts";
import { noteLines } from "./note-text.ts";
import { printable } from "./printable.ts";
import { problemLines } from "./problem-text.ts";
import type { Screen } from "./screen.ts";
import type { Sources } from "./sources.ts";
import { type KnownCount, shownLine, summarize } from "./summary.ts";

/** What a text report tells. */
export interface TextReport {
  /** The vault's folder as the reader named it. */
  readonly vault: string;
  readonly diagnostics: readonly Diagnostic[];
  /** How many notes were looked at. */
  readonly notes: number;
  /** The mildest severity asked for. */
  readonly severity: Severity;
  /** How many problems were found and not asked for: they are milder. */
  readonly hidden: number;
  /** What of the problems that a baseline knows was found, if there is one. */
  readonly baseline?: KnownCount;
  readonly grouping: "problem" | "note";
  /** List everything; else long lists are cut, and say so. */
  readonly whole: boolean;
  /** What each rule expects, one sentence, by rule id. */
  readonly summaries: ReadonlyMap<string, string>;
  /** Sure repairs have been made: those that are left were refused. */
  readonly fix?: boolean;
}

/** The report for people, line by line, without line ends: what was linted, the problems, and a line that sums up. */
export function* textReport(report: TextReport, sources: Sources, screen: Screen): Generator<string> {
  const { diagnostics, notes } = report;
  if (diagnostics.length > 0) {
    yield screen.style.strong(printable(report.vault)) + screen.style.faint(` · ${countOf(notes, "note")}`);
    yield "";
    yield* report.grouping === "note"
      ? noteLines(report, sources, screen)
      : problemLines(report, sources, screen);
  }
  yield shownLine(
    summarize(diagnostics, notes, sources, report.baseline),
    report.severity,
    report.hidden,
    screen.style.strong,
  );
}
