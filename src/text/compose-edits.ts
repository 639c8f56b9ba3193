import type { TextEdit, TextRange } from "./range.ts";
import { pushAll } from "./push-all.ts";

/** A stretch of the first text that is kept, or text that has come since. */
type Piece = TextRange | string;

/**
 * Edits that lead from a first text to a third, of those that lead from it to a second and from there on. They are in text
 * order and do not touch, and each is as short as it can be: what its ends have in common with the text they replace is left
 * out, but a character is never cut in two.
 * @param text the first text
 * @param first edits to `text`, in any order, none overlapping another
 * @param then edits to what `first` makes of it
 */
export function composeEdits(
  text: string,
  first: readonly TextEdit[],
  then: readonly TextEdit[],
): readonly TextEdit[] {
  const pieces = replaced(replaced([{ from: 0, to: text.length }], first), then);
  return editsOf(pieces, text.length).flatMap((edit) => shortened(text, edit));
}

/** The pieces after edits to the text that they make up. */
function replaced(pieces: readonly Piece[], edits: readonly TextEdit[]): readonly Piece[] {
  const source = new PieceReader(pieces);
  const sorted = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  const result: Piece[] = [];
  for (const { from, to, insert } of sorted) {
    pushAll(result, source.readTo(from));
    if (insert !== "") result.push(insert);
    source.readTo(to);
  }
  pushAll(result, source.readTo(Infinity));
  return result;
}

/** Reads pieces from the first to the last, up to offsets in the text that they make up. */
class PieceReader {
  private readonly pieces: readonly Piece[];
  private next = 0;
  private offset = 0;
  /** How much of the next piece has been read. */
  private taken = 0;

  constructor(pieces: readonly Piece[]) {
    this.pieces = pieces;
  }

  /** What stands before `offset` and has not been read yet. */
  readTo(offset: number): readonly Piece[] {
    const read: Piece[] = [];
    for (let piece = this.pieces[this.next]; piece !== undefined; piece = this.pieces[this.next]) {
      const length = lengthOf(piece) - this.taken;
      const wanted = Math.min(length, offset - this.offset);
      if (wanted > 0) read.push(partOf(piece, this.taken, this.taken + wanted));
      this.offset += Math.max(0, wanted);
      if (wanted < length) {
        this.taken += Math.max(0, wanted);
        break;
      }
      this.next += 1;
      this.taken = 0;
    }
    return read;
  }
}

function lengthOf(piece: Piece): number {
  return typeof piece === "string" ? piece.length : piece.to - piece.from;
}

function partOf(piece: Piece, from: number, to: number): Piece {
  return typeof piece === "string" ? piece.slice(from, to) : { from: piece.from + from, to: piece.from + to };
}

/** What lies between the stretches that are kept, as edits: one for each gap. */
function editsOf(pieces: readonly Piece[], length: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let done = 0;
  let insert = "";
  for (const piece of [...pieces, { from: length, to: length }]) {
    if (typeof piece === "string") {
      insert += piece;
      continue;
    }
    if (insert !== "" || piece.from > done) edits.push({ from: done, to: piece.from, insert });
    insert = "";
    done = piece.to;
  }
  return edits;
}

/** The edit without what it leaves as it is at its ends; nothing if that is all. */
function shortened(text: string, { from, to, insert }: TextEdit): readonly TextEdit[] {
  const most = Math.min(to - from, insert.length);
  let start = 0;
  while (start < most && text[from + start] === insert[start]) start++;
  if (isHigh(insert.charCodeAt(start - 1))) start--;
  let end = 0;
  while (end < most - start && text[to - 1 - end] === insert[insert.length - 1 - end]) end++;
  if (isLow(insert.charCodeAt(insert.length - end))) end--;
  const edit = { from: from + start, to: to - end, insert: insert.slice(start, insert.length - end) };
  return edit.from === edit.to && edit.insert === "" ? [] : [edit];
}

/** The code unit is the first half of a character. Not so for the NaN of an offset outside. */
function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

/** The code unit is the second half of a character. */
function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
