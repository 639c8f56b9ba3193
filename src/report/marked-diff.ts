import type { TextEdit, TextRange } from "../text/range.ts";
import { lastNotAbove } from "../text/search.ts";
import { noteDiff, type DiffHunk, type DiffLine } from "./note-diff.ts";
import { slidRange } from "./slid-range.ts";

/** A line of a diff with what of it differs. */
export interface MarkedLine extends DiffLine {
  /** Its number in the text before, or for one that is added in the text after; from 1. */
  readonly number: number;
  /** The parts of `text` that edits have taken away or brought. */
  readonly marks: readonly TextRange[];
}

/**
 * The diff of two texts of a note, hunk by hunk, with the edits between the two marked in the lines.
 * @param edits from `before` to `after`, in text order
 */
export function markedDiff(
  before: string,
  after: string,
  edits: readonly TextEdit[],
): readonly (readonly MarkedLine[])[] {
  const inserted = insertedRanges(edits);
  const taken = new Marks(before, readable(before, edits, inserted));
  const brought = new Marks(after, readable(after, inserted, edits));
  return noteDiff(before, after, edits).map((hunk) => markedLines(hunk, taken, brought));
}

function markedLines(hunk: DiffHunk, taken: Marks, brought: Marks): readonly MarkedLine[] {
  let { before, after } = hunk;
  return hunk.lines.map((line) => {
    const [old, now] = [before, after];
    if (line.kind !== "added") before++;
    if (line.kind !== "removed") after++;
    const number = line.kind === "added" ? now : old;
    const marks =
      line.kind === "same" ? [] : (line.kind === "added" ? brought : taken).in(number, line.text.length);
    return { ...line, number, marks };
  });
}

/** What only takes away or only brings may be said at several places: there where a writer would say it. */
function readable(
  text: string,
  ranges: readonly TextRange[],
  others: readonly TextRange[],
): readonly TextRange[] {
  return ranges.map((range, at) => {
    const other = others[at];
    return other && other.from < other.to ? range : slidRange(text, range, ranges[at - 1]?.to ?? 0);
  });
}

/** Where the edits' new texts stand in the text after. */
function insertedRanges(edits: readonly TextEdit[]): readonly TextRange[] {
  let moved = 0;
  return edits.map(({ from, to, insert }) => {
    const start = from + moved;
    moved += insert.length - (to - from);
    return { from: start, to: start + insert.length };
  });
}

/** Ranges of a text, in order, by line. */
class Marks {
  private readonly starts: readonly number[];
  private readonly ranges: readonly TextRange[];
  private readonly ends: readonly number[];

  constructor(text: string, ranges: readonly TextRange[]) {
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.starts = starts;
    this.ranges = ranges;
    this.ends = ranges.map(({ to }) => to);
  }

  /** The parts of line `number`, from 1, that ranges cover; none where they cover all of it, which says nothing. */
  in(number: number, length: number): readonly TextRange[] {
    const start = this.starts[number - 1] ?? 0;
    const found: TextRange[] = [];
    for (let at = lastNotAbove(this.ends, start) + 1; ; at++) {
      const range = this.ranges[at];
      if (!range || range.from >= start + length) break;
      const [from, to] = [Math.max(0, range.from - start), Math.min(length, range.to - start)];
      if (from < to) found.push({ from, to });
    }
    const [only] = found;
    return only?.from === 0 && only.to === length ? [] : found;
  }
}
