import { lastNotAbove } from "./search.ts";

/** The offset at which each line of a text starts, ascending; the first is 0. Lines end at LF, CRLF or a lone CR. */
export type LineStarts = readonly number[];

/** A place in a text as people write it: both numbers count from 1, the column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where the lines of `text` start. */
export function lineStarts(text: string): LineStarts {
  const starts = [0];
  const hasReturn = text.includes("\r");
  for (let at = text.indexOf("\n"); at >= 0 && !hasReturn; at = text.indexOf("\n", at + 1))
    starts.push(at + 1);
  if (hasReturn) for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}

/** The line and column of `offset`; an offset past the end lies on the last line. */
export function positionAt(starts: LineStarts, offset: number): Position {
  const line = Math.max(0, lastNotAbove(starts, offset));
  return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
}

/** How the first line of `text` ends, which is how its other lines are expected to: LF or CRLF; LF if it has one line only. */
export function lineBreakOf(text: string): "\n" | "\r\n" {
  const end = text.indexOf("\n");
  return end > 0 && text.charAt(end - 1) === "\r" ? "\r\n" : "\n";
}
