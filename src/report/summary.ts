import type { Diagnostic } from "../lint/diagnostic.ts";
import { severities, type Severity } from "../rules/rule.ts";
import { countOf, formatCount } from "./count.ts";
import type { Sources } from "./sources.ts";

/** What of the problems that a baseline knows came of a lint, in numbers. */
export interface KnownCount {
  /** How many were found; they are not among the diagnostics. */
  readonly known: number;
  /** How many of those that were looked for do not occur any more. */
  readonly gone: number;
}

/** What was linted and what came of it, in numbers. Each severity's is that of its diagnostics. */
export interface Summary extends Readonly<Record<Severity, number>> {
  /** Notes looked at. */
  readonly notes: number;
  /** How many of them have a problem. */
  readonly notesWithProblems: number;
  /** How many other files have one: the config, attachments, folders that cannot be read. */
  readonly filesWithProblems: number;
  /** Where there is a baseline. */
  readonly baseline?: KnownCount;
}

/** Count diagnostics. `notes` is how many notes were looked at; `baseline` is handed on. */
export function summarize(
  diagnostics: Iterable<Diagnostic>,
  notes: number,
  sources: Sources,
  baseline?: KnownCount,
): Summary {
  const counts = { error: 0, warning: 0, info: 0 };
  const paths = new Set<string>();
  let last: string | null = null;
  for (const { severity, path } of diagnostics) {
    counts[severity]++;
    // Those of one file mostly follow each other: to ask the set of 100,000 each time takes longer than all else.
    if (path !== last) paths.add(path);
    last = path;
  }
  let notesWithProblems = 0;
  for (const path of paths) if (sources.isNote(path)) notesWithProblems++;
  return {
    notes,
    notesWithProblems,
    filesWithProblems: paths.size - notesWithProblems,
    ...counts,
    ...(baseline && { baseline }),
  };
}

/**
 * `5 problems in 3 of 1,940 notes: 1 error, 4 warnings`, with the other files that have problems.
 * @param mildest the mildest severity that was asked for: of what is milder nothing can be said
 */
export function summaryLine(summary: Summary, mildest: Severity = "info"): string {
  const problems = summary.error + summary.warning + summary.info;
  if (problems === 0) return `${none[mildest]} in ${countOf(summary.notes, "note")}`;
  const counts = countsBySeverity(summary).join(", ");
  return `${countOf(problems, "problem")} in ${placesOf(summary)}: ${counts}`;
}

/**
 * {@link summaryLine}, with how many problems are not shown, or known in a baseline.
 * @param hidden how many were found that are milder than what was asked for
 * @param dress marks the line itself
 */
export function shownLine(
  summary: Summary,
  mildest: Severity,
  hidden: number,
  dress: (line: string) => string = (line) => line,
): string {
  const known = summary.baseline?.known ?? 0;
  const rest = [
    ...(hidden === 0 ? [] : [`${countOf(hidden, "milder problem")} not shown`]),
    ...(known === 0 ? [] : [`${formatCount(known)} known in the baseline`]),
  ];
  return dress(summaryLine(summary, mildest)) + (rest.length === 0 ? "" : ` (${rest.join(", ")})`);
}

const none: Readonly<Record<Severity, string>> = {
  error: "No errors",
  warning: "No errors or warnings",
  info: "No problems",
};

function placesOf({ notes, notesWithProblems, filesWithProblems }: Summary): string {
  const ofNotes = `${formatCount(notesWithProblems)} of ${countOf(notes, "note")}`;
  if (filesWithProblems === 0) return ofNotes;
  const files = countOf(filesWithProblems, notes === 0 ? "file" : "other file");
  return notesWithProblems === 0 ? files : `${ofNotes} and ${files}`;
}

/** What there is of each severity, gravest first: `["1 error", "4 warnings"]`. */
function countsBySeverity(counts: Readonly<Record<Severity, number>>): readonly string[] {
  return severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => countOfSeverity(counts[severity], severity));
}

/** How many problems of one severity: `4 warnings`, `74 info`. */
export function countOfSeverity(count: number, severity: Severity): string {
  return countOf(count, severity, severity === "info" ? "info" : `${severity}s`);
}
