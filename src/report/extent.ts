import { positionAt, type LineStarts } from "../text/lines.ts";
import type { TextRange } from "../text/range.ts";

/** A range with where it starts and ends as people count: lines and columns from 1, the end behind the last character. */
export interface Extent extends TextRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The extent of a range in a text whose lines start at `starts`. */
export function extentOf({ from, to }: TextRange, starts: LineStarts): Extent {
  const start = positionAt(starts, from);
  const end = positionAt(starts, to);
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column, from, to };
}
