import { fc, test as law } from "@fast-check/jest";
import type { TextEdit, TextRange } from "../../src/text/range.ts";
import { RangeMap } from "../../src/text/range-map.ts";

/** Edits to a text of ten code units, none of which overlaps another, in any order. Several may insert at one place. */
const edits = fc
  .array(fc.tuple(fc.nat(10), fc.nat(3), fc.string({ maxLength: 3 })), { maxLength: 6 })
  .map((all) =>
    all
      .map(([from, length, insert]) => ({ from, to: Math.min(10, from + length), insert }))
      .sort((a, b) => a.from - b.from || a.to - b.to)
      .reduce<readonly TextEdit[]>(
        (kept, edit) => (edit.from >= (kept.at(-1)?.to ?? 0) ? [...kept, edit] : kept),
        [],
      ),
  )
  .chain((all) => fc.shuffledSubarray([...all], { minLength: all.length }));
const ranges = fc
  .tuple(fc.nat(10), fc.nat(10))
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

/** What each edit does to an offset, one edit after another. */
function offsetAfter(offset: number, all: readonly TextEdit[], side: "before" | "behind"): number {
  let moved = offset;
  for (const { from, to, insert } of all) {
    if (to < offset || (to === offset && (from < offset || side === "behind")))
      moved += insert.length - (to - from);
    else if (from < offset) moved += from - offset + (side === "behind" ? insert.length : 0);
  }
  return moved;
}

function touches(edit: TextEdit, { from, to }: TextRange): boolean {
  return edit.from < to && edit.to > from;
}

law.prop([edits, ranges], { numRuns: 1500 })(
  "a range is moved as each edit by itself moves it",
  (all, range) => {
    const map = new RangeMap(all);
    const [before, behind] = (["before", "behind"] as const).map((side) => ({
      from: offsetAfter(range.from, all, side),
      to: offsetAfter(range.to, all, side),
    }));
    expect(map.moved(range)).toEqual({ from: before?.from, to: behind?.to });
    const start = behind?.from ?? -1;
    expect(map.shifted(range)).toEqual({ from: start, to: Math.max(start, before?.to ?? -1) });
    expect(map.isTouched(range)).toBe(all.some((edit) => touches(edit, range)));
  },
);
