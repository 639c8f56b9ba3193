import { distance } from "fastest-levenshtein";
import { walkNear } from "./edit-walk.ts";
import { SetTable } from "./set-table.ts";

/** How many edits two names of this length may be apart and still be taken for one another. */
function editLimit(length: number): number {
  return length < 5 ? 0 : length < 10 ? 1 : length < 24 ? 2 : 3;
}

/** How many keys of one length that share a piece are compared one by one; of more, all of that length by a walk. */
const FEW = 400;

/**
 * Keys by edit distance, without looking at all of them. Every key is cut into one piece more than the edits allowed: two
 * keys that near share at least one piece, at nearly the same place (Li, Deng, Wang, Feng: Pass-Join, 2011). So a look-up
 * takes time by the length of the key, not by the number of keys. Pieces that very many share, as of names that all begin
 * alike, tell nothing: those keys are walked through in order (`walkNear`).
 */
export class EditNeighbours {
  private readonly pieces = new SetTable<number, string>();
  private readonly byLength = new SetTable<number, string>();

  add(key: string): void {
    const pieces = piecesOf(key);
    for (const piece of pieces) this.pieces.add(piece, key);
    if (pieces.length > 0) this.byLength.add(key.length, key);
  }

  remove(key: string): void {
    for (const piece of piecesOf(key)) this.pieces.delete(piece, key);
    this.byLength.delete(key.length, key);
  }

  /** The keys nearest to `key` within the limit, and how many edits away they are; `key` itself is not looked for. */
  nearest(key: string): { readonly keys: readonly string[]; readonly distance: number } | null {
    // Most are one edit away, and to look no further takes a fraction of the time.
    for (let edits = 1; edits <= editLimit(key.length); edits++) {
      const keys = [...this.within(key, edits)];
      if (keys.length > 0) return { keys, distance: edits };
    }
    return null;
  }

  /** All keys at most so many edits away and within the limit of both, `key` itself not looked for. */
  *within(key: string, most = editLimit(key.length)): Generator<string> {
    for (let length = key.length - most; most > 0 && length <= key.length + most; length++) {
      const limit = Math.min(most, editLimit(length));
      for (const other of this.candidates(key, length, limit))
        if (other !== key && distance(key, other) <= limit) yield other;
    }
  }

  /** All keys of one length that are at most `limit` edits away, and a few others. */
  private candidates(key: string, length: number, limit: number): Iterable<string> {
    if (limit < Math.abs(length - key.length) || !this.byLength.has(length)) return [];
    return this.sharing(key, length, limit) ?? walkNear(this.byLength.sorted(length), key, limit);
  }

  /** Keys of one length that share a piece with `key` at nearly the same place; null if they are many. */
  private sharing(key: string, length: number, limit: number): ReadonlySet<string> | null {
    const found = new Set<string>();
    const cuts = cutsOf(length);
    for (let piece = 0; piece + 1 < cuts.length; piece++) {
      const from = cuts[piece] ?? 0;
      const width = (cuts[piece + 1] ?? 0) - from;
      for (let at = Math.max(0, from - limit); at <= Math.min(from + limit, key.length - width); at++) {
        const shared = pieceKey(length, piece, key.slice(at, at + width));
        if (found.size + this.pieces.size(shared) > FEW) return null;
        for (const other of this.pieces.get(shared)) found.add(other);
      }
    }
    return found;
  }
}

/** Whether two keys are within the limit of both. */
export function areNear(a: string, b: string): boolean {
  const limit = Math.min(editLimit(a.length), editLimit(b.length));
  return a === b || (limit > 0 && Math.abs(a.length - b.length) <= limit && distance(a, b) <= limit);
}

function piecesOf(key: string): readonly number[] {
  const cuts = cutsOf(key.length);
  return cuts.slice(1).map((to, piece) => pieceKey(key.length, piece, key.slice(cuts[piece], to)));
}

/** Where a key of this length is cut, both ends included; no piece where no edit is allowed. */
function cutsOf(length: number): readonly number[] {
  const count = editLimit(length) + 1;
  return count === 1
    ? [0]
    : Array.from({ length: count + 1 }, (_, cut) => Math.floor((cut * length) / count));
}

/**
 * A number for a piece, which takes no memory of its own. Pieces that have the same one by chance (FNV-1a) bring together keys
 * that are compared for nothing.
 */
function pieceKey(length: number, piece: number, text: string): number {
  let sum = 0x811c9dc5 ^ (length * MOST_PIECES + piece);
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  // V8 keeps 31 bits beside a pointer without an object around them, everywhere.
  return sum >> 1;
}

/** How many pieces a key has at most. */
const MOST_PIECES = 4;
