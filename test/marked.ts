import type { TextRange } from "../src/text/range.ts";

/** A text and the ranges that were marked in it, in text order. */
export interface Marked {
  readonly text: string;
  readonly ranges: readonly TextRange[];
}

/**
 * Take the marks « and » out of a text: `a «b» c` is `a b c` with the range of `b`. `«»` marks an empty range.
 * @throws RangeError if a mark is left open, closed twice, or stands in another
 */
export function unmark(marked: string): Marked {
  const ranges: TextRange[] = [];
  let text = "";
  let from: number | null = null;
  for (const part of marked.split(/([«»])/)) {
    if (part === "«" && from === null) {
      from = text.length;
    } else if (part === "»" && from !== null) {
      ranges.push({ from, to: text.length });
      from = null;
    } else if (part === "«" || part === "»") {
      throw new RangeError(`The marks of ${JSON.stringify(marked)} do not pair up at ${String(text.length)}`);
    } else {
      text += part;
    }
  }
  if (from !== null)
    throw new RangeError(`The mark at ${String(from)} of ${JSON.stringify(marked)} is not closed`);
  return { text, ranges };
}

/**
 * Put marks around the ranges of a text, for expectations that can be read. The ranges may come in any order.
 * @throws RangeError if a range lies outside the text or overlaps another
 */
export function mark(text: string, ranges: readonly TextRange[]): string {
  let marked = "";
  let done = 0;
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < done || to < from || to > text.length) {
      throw new RangeError(`Range ${String(from)}–${String(to)} overlaps another or lies outside the text`);
    }
    marked += `${text.slice(done, from)}«${text.slice(from, to)}»`;
    done = to;
  }
  return marked + text.slice(done);
}
