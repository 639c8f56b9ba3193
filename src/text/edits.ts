import type { TextEdit } from "./range.ts";

/**
 * Apply edits to the text they were computed from.
 * Every offset refers to `text` as given. Edits may come in any order and may touch, not overlap;
 * insertions at one place appear in the order given.
 * @throws RangeError if an edit lies outside the text or overlaps another: the caller's mistake.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  let result = "";
  let done = 0;
  for (const edit of sorted) {
    if (edit.from < 0 || edit.to < edit.from || edit.to > text.length) {
      throw new RangeError(`Edit ${show(edit)} lies outside a text of ${String(text.length)} code units`);
    }
    if (edit.from < done)
      throw new RangeError(`Edit ${show(edit)} overlaps one that ends at ${String(done)}`);
    result += text.slice(done, edit.from) + edit.insert;
    done = edit.to;
  }
  return result + text.slice(done);
}

function show(edit: TextEdit): string {
  return `${String(edit.from)}–${String(edit.to)}`;
}
