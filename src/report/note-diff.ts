import type { TextEdit } from "../text/range.ts";
import { lastNotAbove } from "../text/search.ts";

/** A stretch of lines in which two texts of a note differ, with the lines around it. */
export interface DiffHunk {
  /** Number of the first line in the text before and after, from 1; 0 if there is none. */
  readonly before: number;
  readonly after: number;
  readonly lines: readonly DiffLine[];
}

/** One line of a hunk. */
export interface DiffLine {
  readonly kind: "same" | "removed" | "added";
  /** Without its line feed; a carriage return in front of one stays. */
  readonly text: string;
  /** Nothing ends this line: it is the text's last. */
  readonly isUnended: boolean;
}

/** Lines that are shown around what differs. */
const context = 3;

/**
 * Where and how two texts of a note differ, line by line. None if they are the same. What differs is known from the edits, and not
 * searched for, so that this takes time by the length of the texts, however much differs.
 * @param edits that make `after` of `before`, in text order
 */
export function noteDiff(before: string, after: string, edits: readonly TextEdit[]): readonly DiffHunk[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const changes = changedStretches(edits, old, now).flatMap((stretch) => trimmed(stretch, old, now));
  return nearChanges(joined(changes)).map((near) => hunkOf(near, old, now));
}

/** A text's lines with their line feeds, each with where it starts. What stands behind the last line feed is one, too, though it be empty. */
interface Lines {
  readonly texts: readonly string[];
  readonly starts: readonly number[];
}

function linesOf(text: string): Lines {
  const texts = text.split("\n").map((line, at, all) => (at < all.length - 1 ? `${line}\n` : line));
  let next = 0;
  return { texts, starts: texts.map(({ length }) => (next += length) - length) };
}

/** Lines `from` to `to`, counted from 0, of the text before, and the lines that stand for them after; `to` is the first behind them. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly nowFrom: number;
  readonly nowTo: number;
}

/** The lines that the edits touch; edits that touch a line together are one stretch. */
function changedStretches(edits: readonly TextEdit[], old: Lines, now: Lines): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let moved = 0;
  for (const { from, to, insert } of edits) {
    const start = from + moved;
    moved += insert.length - (to - from);
    const touched = {
      from: lastNotAbove(old.starts, from),
      to: lastNotAbove(old.starts, to) + 1,
      nowFrom: lastNotAbove(now.starts, start),
      nowTo: lastNotAbove(now.starts, start + insert.length) + 1,
    };
    const last = stretches.at(-1);
    if (last && (touched.from < last.to || touched.nowFrom < last.nowTo))
      stretches.splice(-1, 1, { ...touched, from: last.from, nowFrom: last.nowFrom });
    else stretches.push(touched);
  }
  return stretches;
}

/** A stretch without the lines at its ends that are the same; none if all are. */
function trimmed({ from, to, nowFrom, nowTo }: Stretch, old: Lines, now: Lines): readonly Stretch[] {
  const most = Math.min(to - from, nowTo - nowFrom);
  let start = 0;
  while (start < most && old.texts[from + start] === now.texts[nowFrom + start]) start++;
  let end = 0;
  while (end < most - start && old.texts[to - 1 - end] === now.texts[nowTo - 1 - end]) end++;
  const rest = { from: from + start, to: to - end, nowFrom: nowFrom + start, nowTo: nowTo - end };
  return rest.from === rest.to && rest.nowFrom === rest.nowTo ? [] : [rest];
}

/** Stretches without a line between them as one, whose old lines come first. */
function joined(changes: readonly Stretch[]): readonly Stretch[] {
  const whole: Stretch[] = [];
  for (const change of changes) {
    const last = whole.at(-1);
    if (last?.to === change.from) whole.splice(-1, 1, { ...change, from: last.from, nowFrom: last.nowFrom });
    else whole.push(change);
  }
  return whole;
}

/** Stretches with so few lines between them that the lines around them would meet, together. */
function nearChanges(changes: readonly Stretch[]): readonly (readonly [Stretch, ...Stretch[]])[] {
  const groups: [Stretch, ...Stretch[]][] = [];
  for (const change of changes) {
    const group = groups.at(-1);
    if (group && change.from - (group.at(-1)?.to ?? 0) <= 2 * context) group.push(change);
    else groups.push([change]);
  }
  return groups;
}

function hunkOf(changes: readonly [Stretch, ...Stretch[]], old: Lines, now: Lines): DiffHunk {
  const [first] = changes;
  const above = Math.min(context, first.from);
  const parts: (readonly DiffLine[])[] = [];
  let at = first.from - above;
  for (const { from, to, nowFrom, nowTo } of changes) {
    parts.push(
      linesAs("same", old.texts.slice(at, from)),
      linesAs("removed", old.texts.slice(from, to)),
      linesAs("added", now.texts.slice(nowFrom, nowTo)),
    );
    at = to;
  }
  const lines = [...parts.flat(), ...linesAs("same", old.texts.slice(at, at + context))];
  const has = (kind: DiffLine["kind"]): number => Number(lines.some((line) => line.kind !== kind));
  return {
    before: first.from - above + has("added"),
    after: first.nowFrom - above + has("removed"),
    lines,
  };
}

/** The end of a text behind its last line feed is no line. */
function linesAs(kind: DiffLine["kind"], texts: readonly string[]): readonly DiffLine[] {
  return texts.flatMap((text) => {
    if (text === "") return [];
    const isUnended = !text.endsWith("\n");
    return [{ kind, text: isUnended ? text : text.slice(0, -1), isUnended }];
  });
}
