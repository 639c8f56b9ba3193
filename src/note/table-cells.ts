import type { TextRange } from "../text/range.ts";

/**
 * The cells of the table row between `from` and `to`, blanks trimmed. Every `|` that no backslash precedes splits,
 * also inside a wikilink or a code span (obsidian.md A12, GFM 4.10).
 */
export function tableCells(text: string, from: number, to: number): readonly TextRange[] {
  const row = text.slice(from, to);
  const cells: TextRange[] = [];
  let start = row.charCodeAt(0) === BAR ? 1 : 0;
  for (let bar = row.indexOf("|", start); bar >= 0; bar = row.indexOf("|", bar + 1)) {
    if (row.charCodeAt(bar - 1) === BACKSLASH && isEscaped(row, bar)) continue;
    cells.push(trimmed(row.slice(start, bar), from + start, from + bar));
    start = bar + 1;
  }
  const last = row.slice(start);
  if (last.trim() !== "") cells.push(trimmed(last, from + start, to));
  return cells;
}

const BACKSLASH = 92;
const BAR = 124;

/** The backslash in front of `at` is not escaped itself. */
function isEscaped(row: string, at: number): boolean {
  let from = at;
  while (row.charCodeAt(from - 1) === BACKSLASH) from--;
  return (at - from) % 2 === 1;
}

/** Where a cell that stands between `from` and `to` stands without its blanks. */
function trimmed(cell: string, from: number, to: number): TextRange {
  const start = to - cell.trimStart().length;
  return { from: start, to: Math.max(start, from + cell.trimEnd().length) };
}
