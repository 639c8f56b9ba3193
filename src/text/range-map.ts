import type { TextEdit, TextRange } from "./range.ts";
import { lastNotAbove } from "./search.ts";

/** Where the ranges of a text lie after edits to it. To ask takes time by the logarithm of how many edits there are. */
export class RangeMap {
  /** In text order. */
  private readonly edits: readonly TextEdit[];
  /** Where each edit ends. */
  private readonly ends: readonly number[];
  /** How much longer the text is for all edits before each, and for all. */
  private readonly growths: readonly number[];

  /** @param edits in any order, none overlapping another */
  constructor(edits: readonly TextEdit[]) {
    this.edits = inTextOrder(edits);
    this.ends = this.edits.map(({ to }) => to);
    const growths = [0];
    let growth = 0;
    for (const edit of this.edits) growths.push((growth += growthOf(edit)));
    this.growths = growths;
  }

  /**
   * Where a range lies afterwards. What was inserted at its ends or in place of them belongs to it; of a range that was taken
   * away an empty one is left.
   */
  moved({ from, to }: TextRange): TextRange {
    return { from: this.offset(from, "before"), to: this.offset(to, "behind") };
  }

  /** The same, but what was inserted at the range's ends does not belong to it. */
  shifted({ from, to }: TextRange): TextRange {
    const start = this.offset(from, "behind");
    return { from: start, to: Math.max(start, this.offset(to, "before")) };
  }

  /** Whether an edit changes what lies in a range; an insertion at its ends does not. */
  isTouched({ from, to }: TextRange): boolean {
    const edit = this.edits[lastNotAbove(this.ends, from) + 1];
    return edit !== undefined && edit.from < to;
  }

  /** Where an offset lies: before or behind what was inserted there, or in place of what is around it. */
  private offset(offset: number, side: "before" | "behind"): number {
    let at = lastNotAbove(this.ends, offset - 1) + 1;
    let moved = offset + (this.growths[at] ?? 0);
    for (let edit = this.edits[at]; edit && edit.from <= offset; edit = this.edits[++at]) {
      const { from, to, insert } = edit;
      if (to > offset)
        return from < offset ? moved + from - offset + (side === "behind" ? insert.length : 0) : moved;
      if (from < offset || side === "behind") moved += growthOf(edit);
    }
    return moved;
  }
}

/** The edits that undo edits to `text`, and apply to what these make of it. */
export function invertedEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  let grown = 0;
  return inTextOrder(edits).map((edit) => {
    const { from, to, insert } = edit;
    const start = from + grown;
    grown += growthOf(edit);
    return { from: start, to: start + insert.length, insert: text.slice(from, to) };
  });
}

function inTextOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
}

function growthOf({ from, to, insert }: TextEdit): number {
  return insert.length - (to - from);
}
