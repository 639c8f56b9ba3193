import type { Diagnostic } from "../../lint/diagnostic.ts";
import { groupByProblem } from "../../report/groups.ts";
import { markdownText } from "../../report/markdown.ts";
import { problemsNote } from "../../report/problems-note.ts";
import { ruleSummaries } from "../../report/rule-list.ts";
import { countOfSeverity } from "../../report/summary.ts";
import { isNotePath } from "../../vault/names.ts";
import { placeOf, type LinedFiles } from "./row-text.ts";
import { texts } from "../texts.ts";

/** What a list of problems needs to say where they are. */
export interface MarkdownPlaces {
  readonly index: LinedFiles;
  /** A Markdown link to the file at a path. */
  readonly linkTo: (path: string) => string;
}

/** A whole note with a list of problems, as the command line writes it too, but for the repairs, which need all texts. */
export function exportedNote(diagnostics: readonly Diagnostic[], index: LinedFiles, day: Date): string {
  const head = {
    title: texts.problems.exportedOn(isoDate(day)),
    summary: texts.problems.count(diagnostics.length),
  };
  const sources = {
    isNote: isNotePath,
    lines: (path: string) => index.note(path)?.lines ?? [0],
    text: () => null,
  };
  return [...problemsNote(head, diagnostics, sources, ruleSummaries), ""].join("\n");
}

/** Problems as Markdown, to be pasted into a note: a list for each rule, the most urgent first; in each by note and place. */
export function problemsMarkdown(diagnostics: readonly Diagnostic[], places: MarkdownPlaces): string {
  const sections = groupByProblem(diagnostics, () => null);
  return sections
    .map(({ rule, severity, groups }) => {
      const all = groups.flatMap((group) => group.diagnostics).sort(byPlace);
      const items = all.map((diagnostic) => problemMarkdown(diagnostic, places));
      return `## ${rule}: ${countOfSeverity(all.length, severity)}\n\n${items.join("\n")}\n`;
    })
    .join("\n");
}

/** One problem as an item of a Markdown list. */
export function problemMarkdown(diagnostic: Diagnostic, { index, linkTo }: MarkdownPlaces): string {
  const at = placeOf(diagnostic, index);
  const where = at === "" ? linkTo(diagnostic.path) : `${linkTo(diagnostic.path)} ${at}`;
  return `- ${where} ${markdownText(diagnostic.message)} (\`${diagnostic.rule}\`)`;
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.path < b.path ? -1 : Number(a.path > b.path) || a.range.from - b.range.from;
}

/** The day where the user is, as in `2026-01-31`. */
function isoDate(day: Date): string {
  const [month, date] = [day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0"));
  return [day.getFullYear(), month, date].join("-");
}
