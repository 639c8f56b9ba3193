import type { BatchFix } from "../lint/fix-batch.ts";
import type { NoteFix, Problem, RefusedRepair } from "../lint/note-fix.ts";
import { lineStarts, positionAt } from "../text/lines.ts";
import { countOf, formatCount } from "./count.ts";
import { printable } from "./printable.ts";
import type { Screen } from "./screen.ts";

/** What fixing a vault comes to, before or after it was written. */
export interface FixSummary {
  readonly batch: BatchFix;
  /** Paths of the notes whose changes stand: all that have one, but for those that could not be written. */
  readonly written: ReadonlySet<string>;
  /** Nothing was to be written. */
  readonly isDry: boolean;
  /** Somebody has chosen what is to be repaired. */
  readonly isChosen: boolean;
  /** The command that takes it back. */
  readonly undo: string;
}

/** What was repaired, what was not and why, and what came to light, line by line. */
export function* fixLines(
  { batch, written, isDry, isChosen, undo }: FixSummary,
  screen: Screen,
): Generator<string> {
  const standing = batch.fixes.filter(({ path }) => written.has(path));
  yield* ruleLines(standing, screen);
  const refused = batch.fixes.flatMap((fix) => fix.refused);
  yield* refusedLines(refused, lineIn(batch.fixes), screen);
  const uncovered = [...standing.flatMap((fix) => fix.uncovered), ...batch.elsewhere];
  yield* uncoveredLines(uncovered, screen);
  const repairs = standing.reduce((sum, { done }) => sum + done.length, 0);
  const notes = standing.filter(({ done }) => done.length > 0).length;
  const what = `${countOf(repairs, "problem")} in ${countOf(notes, "note")}`;
  const none = isChosen || refused.length > 0 ? "Repaired nothing" : "Nothing to repair that is sure";
  if (repairs === 0) yield screen.style.strong(none);
  else if (isDry) yield screen.style.strong(`Would repair ${what}`);
  else yield screen.style.strong(printable(`Repaired ${what}; "${undo}" takes it back`));
}

/** How many repairs of each rule, the most first. */
function* ruleLines(fixes: readonly NoteFix[], { style }: Screen): Generator<string> {
  const counts = new Map<string, { repairs: number; notes: Set<string> }>();
  for (const { path, done } of fixes) {
    for (const { problem } of done) {
      const count = counts.get(problem.rule) ?? { repairs: 0, notes: new Set() };
      counts.set(problem.rule, count);
      count.repairs++;
      count.notes.add(path);
    }
  }
  const rows = [...counts].sort(([a, one], [b, other]) => other.repairs - one.repairs || (a < b ? -1 : 1));
  const width = Math.max(0, ...rows.map(([rule]) => rule.length));
  for (const [rule, { repairs, notes }] of rows)
    yield `${formatCount(repairs).padStart(7)}  ${style.sure(rule.padEnd(width))}  in ${countOf(notes.size, "note")}`;
}

type LineIn = (problem: Problem) => number;

/** The number of the line that a repaired or refused problem stands in, in the text before. */
function lineIn(fixes: readonly NoteFix[]): LineIn {
  const starts = new Map(fixes.map(({ path, before }) => [path, lineStarts(before)]));
  return ({ path, range }) => positionAt(starts.get(path) ?? [0], range.from).line;
}

/** What was chosen and not done, by reason. */
function* refusedLines(
  refused: readonly RefusedRepair[],
  line: LineIn,
  { place }: Screen,
): Generator<string> {
  for (const reason of new Set(refused.map((repair) => repair.reason))) {
    const of = refused.filter((repair) => repair.reason === reason);
    yield printable(
      `Left ${countOf(of.length, "problem")} as ${of.length === 1 ? "it is" : "they are"}: ${reason}`,
    );
    for (const { problem, title } of of)
      yield `  ${printable(`${place(problem.path)}:${String(line(problem))}  ${title}`)}`;
  }
}

/** Problems that could not be seen before. */
function* uncoveredLines(problems: readonly Problem[], { place, style }: Screen): Generator<string> {
  if (problems.length === 0) return;
  yield `Came to light, ${countOf(problems.length, "problem")}:`;
  for (const { path, rule, message, severity } of problems)
    yield `  ${printable(place(path))}  ${style[severity](rule)}  ${printable(message)}`;
}
