import { walkNear } from "./edit-walk.ts";
import { SetTable } from "./set-table.ts";
import { TextOrder } from "./text-order.ts";

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
  private readonly length: number;
  /** Those that are not cut yet. */
  private uncut: string[] = [];
  /** Where the keys are cut, both ends included. */
  private readonly cuts: readonly number[];
  private readonly pieces = new SetTable<number, string>();
  /** All keys, and all of them written from their end: kept while nothing changes. */
  private order: TextOrder | null = null;
  private turned: TextOrder | null = null;
  /** Those to begin with, until the first is cut. */
  private kept: (() => Iterable<string>) | null;

  /**
   * @param length that of each key, long enough for an edit
   * @param kept the keys to begin with, read when somebody asks
   */
  constructor(length: number, kept: (() => Iterable<string>) | null = null) {
    this.length = length;
    this.kept = kept;
    const count = editLimit(length) + 1;
    this.cuts = Array.from({ length: count + 1 }, (_, cut) => Math.floor((cut * length) / count));
  }

  /** Add a key that is not there. */
  add(key: string): void {
    this.uncut.push(key);
    this.change();
  }

  /** Remove a key that is there. */
  remove(key: string): void {
    this.cutAll();
    this.change();
    for (let piece = 0; piece + 1 < this.cuts.length; piece++)
      this.pieces.delete(pieceKey(piece, key, this.cutAt(piece), this.cutAt(piece + 1)), key);
  }

  /** All keys at most `limit` edits away, which is no more than the limit of this length, and a few others. */
  near(key: string, limit: number): Iterable<string> {
    return this.sharing(key, limit) ?? this.walk(key, limit);
  }

  /**
   * Keys that share a piece with `key` at nearly the same place, which all within `limit` edits do; null if they are many.
   *
   * Of as many pieces as edits and one more, in the order of the text, there is one with as many edits before it as pieces, and none in it:
   * the first up to whose end there are no more edits than pieces before it. That tells how far it can be from its place, seen
   * from either end (what Pass-Join calls the multi-match-aware way).
   */
  private sharing(key: string, limit: number): ReadonlySet<string> | null {
    this.cutAll();
    const found = new Set<string>();
    const longer = key.length - this.length;
    for (const [before, piece] of this.rarest(key, limit + 1).entries()) {
      const from = this.cutAt(piece);
      const width = this.cutAt(piece + 1) - from;
      const behind = limit - before;
      const last = Math.min(from + Math.min(before, longer + behind), key.length - width);
      for (let at = Math.max(0, from + Math.max(-before, longer - behind)); at <= last; at++) {
        const shared = pieceKey(piece, key, at, at + width);
        const size = this.pieces.size(shared);
        if (size === 0) continue;
        if (found.size + size > FEW) return null;
        for (const other of this.pieces.values(shared)) found.add(other);
      }
    }
    return found;
  }

  /** So many pieces, in the order of the text: of all, those that `key` shares with the fewest keys if it has them in the same place. */
  private rarest(key: string, count: number): readonly number[] {
    const all = Array.from({ length: this.cuts.length - 1 }, (_, piece) => piece);
    if (all.length <= count) return all;
    const sizes = all.map((piece) =>
      this.pieces.size(pieceKey(piece, key, this.cutAt(piece), this.cutAt(piece + 1))),
    );
    const bySize = [...all].sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0));
    return bySize.slice(0, count).sort((a, b) => a - b);
  }

  /**
   * The keys at most `limit` edits away, by a walk through all of them. It starts from the end at which `key` is soonest like no other:
   * with an edit made there, fewer are left for what keys differ in.
   */
  private walk(key: string, limit: number): Iterable<string> {
    const order = (this.order ??= new TextOrder(this.all()));
    const depth = order.depth(key);
    if (depth * 2 < key.length) return walkNear(order, key, limit);
    const turnedKey = turned(key);
    const fromEnd = (this.turned ??= new TextOrder(order.texts.map(turned)));
    if (depth <= fromEnd.depth(turnedKey)) return walkNear(order, key, limit);
    return Array.from(walkNear(fromEnd, turnedKey, limit), turned);
  }

  /** All keys, in no order. */
  private all(): ReadonlySet<string> {
    const keys = new Set<string>();
    for (const piece of this.pieces.keys()) for (const key of this.pieces.values(piece)) keys.add(key);
    return keys;
  }

  private change(): void {
    this.order = null;
    this.turned = null;
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

/** The code units of a text from its end to its beginning. */
function turned(text: string): string {
  return text.split("").reverse().join("");
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
