import { SetTable } from "./set-table.ts";

/** How many edits two names of this length may be apart and still be taken for one another. */
export function editLimit(length: number): number {
  return length < 5 ? 0 : length < 10 ? 1 : length < 24 ? 2 : 3;
}

/** How many keys that share a piece are compared one by one; of more, all of that length by a walk. */
const FEW = 400;

/**
 * Keys of one length, to find those near another. Every key is cut into one piece more than the edits allowed: two keys that
 * near share at least one piece, at nearly the same place (Li, Deng, Wang, Feng: Pass-Join, 2011). Pieces that very many
 * share, as of names that all begin alike, tell nothing: those keys are walked through in order (`walkNear`).
 *
 * Nothing is cut before somebody asks: many a length of name is never asked about.
 */
export class KeyPieces {
  /** Those that are not cut yet. */
  private uncut: string[] = [];
  /** Where the keys are cut, both ends included. */
  private readonly cuts: readonly number[];
  private readonly pieces = new SetTable<number, string>();
  private order: readonly string[] | null = null;
  /** Those to begin with, until the first is cut. */
  private kept: (() => Iterable<string>) | null;

  /**
   * @param length that of each key, long enough for an edit
   * @param kept the keys to begin with, read when somebody asks
   */
  constructor(length: number, kept: (() => Iterable<string>) | null = null) {
    this.kept = kept;
    const count = editLimit(length) + 1;
    this.cuts = Array.from({ length: count + 1 }, (_, cut) => Math.floor((cut * length) / count));
  }

  /** Add a key that is not there. */
  add(key: string): void {
    this.uncut.push(key);
    this.order = null;
  }

  /** Remove a key that is there. */
  remove(key: string): void {
    this.cutAll();
    this.order = null;
    for (let piece = 0; piece + 1 < this.cuts.length; piece++)
      this.pieces.delete(pieceKey(piece, key, this.cutAt(piece), this.cutAt(piece + 1)), key);
  }

  /** All keys in the order of their code units. The list is kept while nothing changes. */
  sorted(): readonly string[] {
    if (this.order === null) {
      this.cutAll();
      const keys = new Set<string>();
      for (const piece of this.pieces.keys()) for (const key of this.pieces.values(piece)) keys.add(key);
      this.order = [...keys].sort();
    }
    return this.order;
  }

  /** Keys that share a piece with `key` at nearly the same place, which all within `limit` edits do; null if they are many. */
  sharing(key: string, limit: number): ReadonlySet<string> | null {
    this.cutAll();
    const found = new Set<string>();
    for (let piece = 0; piece + 1 < this.cuts.length; piece++) {
      const from = this.cutAt(piece);
      const width = this.cutAt(piece + 1) - from;
      for (let at = Math.max(0, from - limit); at <= Math.min(from + limit, key.length - width); at++) {
        const shared = pieceKey(piece, key, at, at + width);
        const size = this.pieces.size(shared);
        if (size === 0) continue;
        if (found.size + size > FEW) return null;
        for (const other of this.pieces.values(shared)) found.add(other);
      }
    }
    return found;
  }

  private cutAll(): void {
    if (this.kept !== null) for (const key of this.kept()) this.cut(key);
    this.kept = null;
    for (const key of this.uncut) this.cut(key);
    if (this.uncut.length > 0) this.uncut = [];
  }

  private cut(key: string): void {
    for (let piece = 0; piece + 1 < this.cuts.length; piece++)
      this.pieces.append(pieceKey(piece, key, this.cutAt(piece), this.cutAt(piece + 1)), key);
  }

  private cutAt(cut: number): number {
    return this.cuts[cut] ?? 0;
  }
}

/**
 * A number for a piece of `text`, which takes no memory of its own. Pieces that have the same one by chance (FNV-1a) bring
 * together keys that are compared for nothing.
 */
function pieceKey(piece: number, text: string, from: number, to: number): number {
  let sum = 0x811c9dc5 ^ piece;
  for (let at = from; at < to; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  // V8 keeps 31 bits beside a pointer without an object around them, everywhere.
  return sum >> 1;
}
