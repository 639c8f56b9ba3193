import type { Diagnostic } from "../lint/diagnostic.ts";
import { reportProperty } from "../lint/report-note.ts";
import { positionAt } from "../text/lines.ts";
import { countOf, formatCount } from "./count.ts";
import { byTriage, repairOf, type Entry } from "./entry-text.ts";
import { fixesIn, groupByNote, groupByProblem, isHabit, problemsIn, type RuleSection } from "./groups.ts";
import { labelsFor } from "./labels.ts";
import { codeSpan, markdownText } from "./markdown.ts";
import type { Sources } from "./sources.ts";
import { countOfSeverity } from "./summary.ts";

/** What a note with a list of problems says above them. */
export interface NoteHead {
  readonly title: string;
  /** One line that sums up. */
  readonly summary: string;
}

/**
 * A whole note with a list of problems, line by line, without line ends: in the order in which a writer would act on them, habits
 * in one line each. It names notes without links to them, and quotes links and tags without being one: it would change what is
 * found. Its properties keep rules from speaking of it, and sites from publishing it.
 * @param summaries what each rule expects, one sentence, by rule id
 */
export function* problemsNote(
  head: NoteHead,
  diagnostics: readonly Diagnostic[],
  sources: Sources,
  summaries: ReadonlyMap<string, string>,
): Generator<string> {
  yield* ["---", `${reportProperty}: true`, "draft: true", "---", ""];
  yield* [`# ${markdownText(head.title)}`, "", markdownText(head.summary)];
  for (const section of groupByProblem(diagnostics, fixesIn(diagnostics, sources)))
    yield* sectionLines(section, sources, summaries);
}

function* sectionLines(
  section: RuleSection,
  sources: Sources,
  summaries: ReadonlyMap<string, string>,
): Generator<string> {
  const { rule, severity, groups } = section;
  yield* ["", `## ${rule}: ${countOfSeverity(problemsIn(section), severity)}`, ""];
  const labels = labelsFor(groups);
  const summary = labels.common ?? summaries.get(rule);
  if (summary !== undefined) yield* [markdownText(summary), ""];
  const entries = groups.map((group) => ({
    group,
    label: labels.of(group),
    repair: repairOf(group, sources),
  }));
  for (const entry of byTriage(entries)) yield* entryLines(entry, sources);
}

/** A problem as an item of a list, and its places below it, note by note. */
function* entryLines(
  { group, label, repair }: Pick<Entry, "group" | "label" | "repair">,
  sources: Sources,
): Generator<string> {
  const { diagnostics } = group;
  const notes = groupByNote(diagnostics).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const arrow = repair === null ? "" : ` → ${markdownText(repair.title)}${repair.isSure ? "" : "?"}`;
  const count = isHabit(group)
    ? `: ${formatCount(diagnostics.length)} in ${countOf(notes.length, "note")}`
    : "";
  yield `- **${markdownText(label)}**${arrow}${count}`;
  if (isHabit(group)) return;
  for (const { path, diagnostics: here } of notes) {
    const lines = sources.lines(path);
    const places = here
      .map(({ range }) => range.from)
      .sort((a, b) => a - b)
      .map((offset) => placeAt(offset, lines));
    yield `    - ${codeSpan(path)} ${places.join(", ")}`;
  }
}

function placeAt(offset: number, lines: ReturnType<Sources["lines"]>): string {
  const { line, column } = positionAt(lines, offset);
  return `${String(line)}:${String(column)}`;
}
