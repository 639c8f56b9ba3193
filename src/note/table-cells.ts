import type { TextRange } from "../text/range.ts";

/**
 * The cells of the table row between `from` and `to`, blanks trimmed. Every `|` that no backslash precedes splits,
 * also inside a wikilink or a code span (obsidian.md A12, GFM 4.10).
 */
export function tableCells(text: string, from: number, to: number): readonly TextRange[] {
  const cells: TextRange[] = [];
  let start = text.charAt(from) === "|" ? from + 1 : from;
  for (let at = start; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 92) at++;
    else if (unit === 124) {
      cells.push(trimmed(text, start, at));
      start = at + 1;
    }
  }
  if (text.slice(start, to).trim() !== "") cells.push(trimmed(text, start, to));
  return cells;
}

function trimmed(text: string, from: number, to: number): TextRange {
  const cell = text.slice(from, to);
  const start = from + (cell.length - cell.trimStart().length);
  return { from: Math.min(start, to), to: Math.max(Math.min(start, to), from + cell.trimEnd().length) };
}
