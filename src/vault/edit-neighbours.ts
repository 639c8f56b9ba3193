import { distance } from "fastest-levenshtein";
import { editLimit, KeyPieces } from "./key-pieces.ts";

/**
 * Keys by edit distance, without looking at all of them (`KeyPieces`). So a look-up takes time by the length of the key, not by
 * the number of keys. Keys of a length are cut into pieces when somebody asks about a key nearly as long.
 */
export class EditNeighbours {
  private readonly byLength = new Map<number, KeyPieces>();
  /** Gives the keys of a length to begin with. */
  private kept: ((length: number) => Iterable<string>) | null = null;

  /** Begin with these keys, those of a length when somebody asks for them. None may have been added yet. */
  begin(ofLength: (length: number) => Iterable<string>): void {
    this.kept = ofLength;
  }

  /** Add a key that is not there. */
  add(key: string): void {
    if (editLimit(key.length) > 0) this.ofLength(key.length).add(key);
  }

  remove(key: string): void {
    if (editLimit(key.length) > 0) this.ofLength(key.length).remove(key);
  }

  /** The keys nearest to `key` within the limit, and how many edits away they are; `key` itself is not looked for. */
  nearest(key: string): { readonly keys: readonly string[]; readonly distance: number } | null {
    // Most are one edit away, and to look no further takes a fraction of the time.
    for (let edits = 1; edits <= editLimit(key.length); edits++) {
      const keys = this.within(key, edits);
      if (keys.length > 0) return { keys, distance: edits };
    }
    return null;
  }

  /** All keys at most so many edits away and within the limit of both, `key` itself not looked for. */
  within(key: string, most = editLimit(key.length)): readonly string[] {
    const found: string[] = [];
    for (let length = key.length - most; most > 0 && length <= key.length + most; length++) {
      const limit = Math.min(most, editLimit(length));
      for (const other of this.candidates(key, length, limit))
        if (other !== key && distance(key, other) <= limit) found.push(other);
    }
    return found;
  }

  private ofLength(length: number): KeyPieces {
    let keys = this.byLength.get(length);
    if (keys === undefined) {
      const { kept } = this;
      this.byLength.set(length, (keys = new KeyPieces(length, kept && (() => kept(length)))));
    }
    return keys;
  }

  /** All keys of one length that are at most `limit` edits away, and a few others. */
  private candidates(key: string, length: number, limit: number): Iterable<string> {
    if (limit < Math.abs(length - key.length)) return [];
    const keys = this.kept === null ? this.byLength.get(length) : this.ofLength(length);
    return keys?.near(key, limit) ?? [];
  }
}

/** Whether two keys are within the limit of both. */
export function areNear(a: string, b: string): boolean {
  const limit = Math.min(editLimit(a.length), editLimit(b.length));
  return a === b || (limit > 0 && Math.abs(a.length - b.length) <= limit && distance(a, b) <= limit);
}
