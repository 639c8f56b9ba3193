import type { TextEdit, TextRange } from "./range.ts";

/**
 * Where a range of a text lies after edits to it. What was inserted at its ends or in place of them belongs to it; of a range
 * that was taken away an empty one is left.
 * @param edits in any order, none overlapping another
 */
export function movedRange({ from, to }: TextRange, edits: readonly TextEdit[]): TextRange {
  return { from: movedOffset(from, edits, "before"), to: movedOffset(to, edits, "behind") };
}

/** The same, but what was inserted at the range's ends does not belong to it. */
export function shiftedRange({ from, to }: TextRange, edits: readonly TextEdit[]): TextRange {
  const start = movedOffset(from, edits, "behind");
  return { from: start, to: Math.max(start, movedOffset(to, edits, "before")) };
}

/** Whether an edit changes what lies in a range; an insertion at its ends does not. */
export function reachesInto(edit: TextEdit, { from, to }: TextRange): boolean {
  return edit.from < to && edit.to > from;
}

/** The edits that undo edits to `text`, and apply to what these make of it. */
export function invertedEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let grown = 0;
  return [...edits]
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map(({ from, to, insert }) => {
      const start = from + grown;
      grown += insert.length - (to - from);
      return { from: start, to: start + insert.length, insert: text.slice(from, to) };
    });
}

/** Where an offset lies after edits: before or behind what was inserted there, or in place of what is around it. */
function movedOffset(offset: number, edits: readonly TextEdit[], side: "before" | "behind"): number {
  let moved = offset;
  for (const { from, to, insert } of edits) {
    if (to < offset || (to === offset && (from < offset || side === "behind")))
      moved += insert.length - (to - from);
    else if (from < offset) moved += from - offset + (side === "behind" ? insert.length : 0);
  }
  return moved;
}
