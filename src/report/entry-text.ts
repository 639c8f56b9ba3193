import { suggestionsIn, type Diagnostic } from "../lint/diagnostic.ts";
import { positionAt } from "../text/lines.ts";
import { formatCount } from "./count.ts";
import { isHabit, type ProblemGroup } from "./groups.ts";
import { printable } from "./printable.ts";
import type { Screen } from "./screen.ts";
import type { Sources } from "./sources.ts";
import { cut, widthOf, wrap } from "./wrap.ts";

/** A problem as a text report lists it. */
export interface Entry {
  readonly group: ProblemGroup;
  /** What the problem is called. */
  readonly label: string;
  readonly repair: Repair | null;
  /** How many lines its places may take; with `Infinity` everything is shown. */
  readonly placeLines: number;
}

/** What may repair a problem. */
export interface Repair {
  /** What is done, and how often where that is not for all of the group's problems: `Link to "Home" (2 of 3)`, `Write tags: [ai] and the like`. */
  readonly title: string;
  readonly isSure: boolean;
}

/** Columns before an entry's text: a count, and the blanks around it. */
const margin = 9;

/** Longest label in columns unless everything is shown: a link may be as long as a note. */
const labelWidth = 240;

/** A problem's entry: its count, what it is about, its repair, and the first of its places. */
export function* entryLines(
  { group, label, repair, placeLines }: Entry,
  sources: Sources,
  screen: Screen,
): Generator<string> {
  const { style, width } = screen;
  const count = style.strong(formatCount(group.diagnostics.length).padStart(margin - 2));
  const text = printable(label);
  const texts = wrap(placeLines === Infinity ? text : cut(text, labelWidth), width - margin);
  const lines = texts.map((line, index) => (index === 0 ? `${count}  ${line}` : indented(line)));
  const shownRepair = repair && `→ ${printable(repair.title)}${repair.isSure ? "" : "?"}`;
  const dressedRepair = shownRepair && (repair.isSure ? style.sure(shownRepair) : style.faint(shownRepair));
  const used = margin + widthOf(texts.at(-1) ?? "");
  const fits = shownRepair !== null && used + 2 + widthOf(shownRepair) <= width;
  yield* lines.slice(0, -1);
  yield `${lines.at(-1) ?? ""}${fits ? `  ${dressedRepair ?? ""}` : ""}`;
  if (dressedRepair !== null && !fits) yield indented(dressedRepair);
  yield* places(group.diagnostics, placeLines, sources, screen);
}

/** What a group's problems can surely be repaired by, or else the first of them perhaps; null if nothing is known. */
export function repairOf(group: ProblemGroup, sources: Sources): Repair | null {
  const { fix, sure, isAlike, first, diagnostics } = group;
  if (fix) {
    const others = isAlike ? "" : " and the like";
    const part =
      sure < diagnostics.length ? ` (${formatCount(sure)} of ${formatCount(diagnostics.length)})` : "";
    return { title: fix.title + others + part, isSure: true };
  }
  const [suggestion] = suggestionsIn(first, sources);
  return suggestion ? { title: suggestion.title, isSure: false } : null;
}

/**
 * Entries in the order of triage: sure repairs, then what has a candidate, then what the writer must find, habits last; otherwise as given.
 * A suggestion that is the same for all says nothing of any, and is left out.
 */
export function byTriage<Listed extends Pick<Entry, "group" | "repair">>(
  entries: readonly Listed[],
): readonly (Listed & Pick<Entry, "repair">)[] {
  const isTelling = entries.length === 1 || new Set(entries.map(({ repair }) => repair?.title)).size > 1;
  return entries
    .map((entry) => (isTelling || entry.repair?.isSure === true ? entry : { ...entry, repair: null }))
    .sort((a, b) => triageRank(a) - triageRank(b));
}

function triageRank({ group, repair }: Pick<Entry, "group" | "repair">): number {
  if (repair?.isSure === true) return 0;
  if (isHabit(group)) return 3;
  return repair === null ? 2 : 1;
}

/** The line of so many entries that are not shown, below those that are. */
export function restLine(count: number, text: string): string {
  return `${`+${formatCount(count)}`.padStart(margin - 2)}  ${text}`;
}

/** A line below an entry's first, flush with its text. */
function indented(text: string): string {
  return " ".repeat(margin) + text;
}

/** Places as `path:line:column`, never cut, since terminals open them. Short of room, the first of each note. */
function* places(
  diagnostics: readonly Diagnostic[],
  placeLines: number,
  sources: Sources,
  screen: Screen,
): Generator<string> {
  const few = placeLines === Infinity ? diagnostics : firstOfEachNote(diagnostics, placeLines);
  const texts = few.map((diagnostic) => placeOf(diagnostic, sources, screen));
  const kept = placeLines === Infinity ? texts : fitting(texts, placeLines, screen.width);
  const left = diagnostics.length - kept.length;
  const last = kept.at(-1);
  if (last === undefined) return;
  const more = left > 0 ? ` … and ${formatCount(left)} more` : "";
  const fits = margin + widthOf(last + more) <= screen.width;
  const lines = [
    ...kept.slice(0, -1),
    ...(fits ? [last + more] : more === "" ? [last] : [last, more.trimStart()]),
  ];
  for (const line of lines) yield indented(screen.style.faint(line));
}

function firstOfEachNote(diagnostics: readonly Diagnostic[], atMost: number): readonly Diagnostic[] {
  const byPath = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    if (byPath.size === atMost) break;
    if (!byPath.has(diagnostic.path)) byPath.set(diagnostic.path, diagnostic);
  }
  return [...byPath.values()];
}

/** As many of `texts` as fit into so many lines, but one at least: a terminal breaks what is wider than it. */
function fitting(texts: readonly string[], lines: number, width: number): readonly string[] {
  let used = 0;
  const end = texts.findIndex((text) => (used += Math.ceil((margin + widthOf(text)) / width) || 1) > lines);
  return end < 0 ? texts : texts.slice(0, Math.max(1, end));
}

function placeOf({ path, range }: Diagnostic, sources: Sources, { place }: Screen): string {
  const { line, column } = positionAt(sources.lines(path), range.from);
  return `${printable(place(path))}:${String(line)}:${String(column)}`;
}
