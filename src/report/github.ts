import type { Diagnostic } from "../lint/diagnostic.ts";
import { severities, type Severity } from "../rules/rule.ts";
import type { CiContext } from "./ci-context.ts";
import { extentOf } from "./extent.ts";
import { groupByProblem } from "./groups.ts";
import { printable } from "./printable.ts";
import type { Sources } from "./sources.ts";
import { summaryLine, type Summary } from "./summary.ts";

/** The command that GitHub has for each severity. */
const commands = { error: "error", warning: "warning", info: "notice" } as const satisfies Readonly<
  Record<Severity, string>
>;

/** How many annotations of one level GitHub shows of one step. */
const MOST_SHOWN = 10;

/**
 * Problems as annotations of a GitHub workflow, line by line, and a line that sums up. GitHub shows few of each level: the gravest
 * come first, and the first place of each problem before any other place.
 */
export function* githubLines(
  diagnostics: readonly Diagnostic[],
  summary: Summary,
  sources: Sources,
  { place }: Pick<CiContext, "place">,
): Generator<string> {
  for (const diagnostic of byVariety(diagnostics)) yield annotation(diagnostic, sources, place);
  const isCut = severities.some((severity) => summary[severity] > MOST_SHOWN);
  const more = `; GitHub shows ${String(MOST_SHOWN)} of each level, and all are in this log`;
  yield `${summaryLine(summary)}${isCut ? more : ""}`;
}

/** The gravest first; of one severity, the first of each problem before all others. */
function* byVariety(diagnostics: readonly Diagnostic[]): Generator<Diagnostic> {
  const sections = groupByProblem(diagnostics, () => null);
  for (const severity of severities) {
    const groups = sections.flatMap((section) => (section.severity === severity ? section.groups : []));
    for (const { first } of groups) yield first;
    for (const group of groups) yield* group.diagnostics.slice(1);
  }
}

function annotation(
  { rule, severity, message, path, range }: Diagnostic,
  sources: Sources,
  place: (path: string) => string,
): string {
  const { line, column, endLine, endColumn } = extentOf(range, sources.lines(path));
  // Columns count only within one line.
  const columns = line === endLine ? { col: column, endColumn } : {};
  const properties = Object.entries({ file: place(path), line, endLine, ...columns, title: rule })
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`)
    .join(",");
  return `::${commands[severity]} ${properties}::${escapedData(message)}`;
}

/** As GitHub's own toolkit writes a message; what else a terminal would obey is written as an escape. */
function escapedData(text: string): string {
  return text
    .split(/([%\r\n])/)
    .map((part, index) => (index % 2 === 0 ? printable(part) : percent(part)))
    .join("");
}

/** The same for a property, which ends at a comma or colon. */
function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(/[:,]/g, percent);
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
