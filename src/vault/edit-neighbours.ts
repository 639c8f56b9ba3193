import { distance } from "fastest-levenshtein";
import { SetTable } from "./set-table.ts";

/** How many edits two names of this length may be apart and still be taken for one another. */
function editLimit(length: number): number {
  return length < 5 ? 0 : length < 10 ? 1 : length < 24 ? 2 : 3;
}

/**
 * Keys by edit distance, without looking at all of them. Every key is cut into one piece more than the edits allowed: two
 * keys that near share at least one piece, at nearly the same place (Li, Deng, Wang, Feng: Pass-Join, 2011). So a look-up
 * takes time by the length of the key, not by the number of keys.
 */
export class EditNeighbours {
  private readonly pieces = new SetTable<string, string>();

  add(key: string): void {
    for (const piece of piecesOf(key)) this.pieces.add(piece, key);
  }

  remove(key: string): void {
    for (const piece of piecesOf(key)) this.pieces.delete(piece, key);
  }

  /** The keys nearest to `key` within the limit, and how many edits away they are; `key` itself is not looked for. */
  nearest(key: string): { readonly keys: readonly string[]; readonly distance: number } | null {
    let best = editLimit(key.length);
    let keys: string[] = [];
    for (const other of this.sharing(key)) {
      const edits = other === key ? Infinity : distance(key, other);
      if (edits > Math.min(best, editLimit(other.length))) continue;
      if (edits < best) keys = [];
      best = edits;
      keys.push(other);
    }
    return keys.length > 0 ? { keys, distance: best } : null;
  }

  /** Keys that share a piece with `key` at nearly the same place. */
  private sharing(key: string): ReadonlySet<string> {
    const found = new Set<string>();
    const limit = editLimit(key.length);
    for (let length = key.length - limit; limit > 0 && length <= key.length + limit; length++) {
      const cuts = cutsOf(length);
      for (let piece = 0; piece + 1 < cuts.length; piece++) {
        const from = cuts[piece] ?? 0;
        const width = (cuts[piece + 1] ?? 0) - from;
        for (let at = Math.max(0, from - limit); at <= Math.min(from + limit, key.length - width); at++) {
          for (const other of this.pieces.get(pieceKey(length, piece, key.slice(at, at + width))))
            found.add(other);
        }
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

function piecesOf(key: string): readonly string[] {
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

function pieceKey(length: number, piece: number, text: string): string {
  return `${String(length)}:${String(piece)}:${text}`;
}
