import { EditNeighbours } from "./edit-neighbours.ts";
import { firstFailing } from "../text/search.ts";
import type { KeptNames } from "./kept-keys.ts";
import { SetTable } from "./set-table.ts";

/** Fewest letters and digits of a name that is taken for another without asking (rules.md, unresolved-link). */
const LEAST_LETTERS = 4;

/** Fewest characters of a name that may be the beginning of a longer one. */
export const LEAST_PREFIX = 24;

/** How a name led to notes: the same but for letter case and punctuation, cut off, or a few edits away. */
export interface NearMatch {
  readonly kind: "same" | "cut" | "edit";
  readonly paths: readonly string[];
}

/**
 * What names are compared by to find a note that was meant: NFC, small letters, without blanks and punctuation; but between
 * digits a `-` stands for them, since 2024-11-1 is not 2024-1-11. Symbols count, `+ # & @` among them: C++ is not C.
 */
export function similarityKey(name: string): string {
  const small = name.toLowerCase();
  const isAscii = !beyondAscii.test(small);
  const plain = isAscii ? small : small.normalize("NFC");
  const runs = isAscii ? droppedAscii : dropped;
  // Most names have no run between digits, and without a function V8 replaces in one go.
  if (!betweenDigits.test(plain)) return plain.replace(runs, "");
  return plain.replace(runs, (run: string, at: number) =>
    isDigit(plain.charCodeAt(at - 1)) && isDigit(plain.charCodeAt(at + run.length)) ? "-" : "",
  );
}

const beyondAscii = /[^\0-\x7F]/;
const droppedAscii = /[\s!"%'()*,\-./:;?[\\\]_{}]+/g;
const dropped = /(?:[^\P{P}#&@]|\s)+/gu;
/** A digit, and the next behind it without a letter of ASCII in between. */
const betweenDigits = /\d[^a-z\d]+\d/;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The names of all notes (title, aliases, file name) and other files, to find which a missing target may have meant. */
export class NearNames {
  private readonly paths = new SetTable<string, string>();
  private readonly byBeginning = new SetTable<string, string>();
  private readonly neighbours = new EditNeighbours();

  /** Begin with these names. None may have been added yet. */
  begin({ paths, byBeginning, ofLength }: KeptNames): void {
    this.paths.begin(paths);
    this.byBeginning.begin(byBeginning);
    this.neighbours.begin(ofLength);
  }

  add(key: string, path: string): void {
    if (!this.paths.add(key, path)) return;
    this.neighbours.add(key);
    if (key.length >= LEAST_PREFIX) this.byBeginning.add(key.slice(0, LEAST_PREFIX), key);
  }

  remove(key: string, path: string): void {
    if (!this.paths.delete(key, path)) return;
    this.neighbours.remove(key);
    this.byBeginning.delete(key.slice(0, LEAST_PREFIX), key);
  }

  /** The notes that `key` may have meant, by the surest way that finds any; paths in alphabetical order. */
  find(key: string): NearMatch | null {
    if (this.paths.has(key) && hasLetters(key)) return { kind: "same", paths: this.paths.sorted(key) };
    const cut = this.pathsOf(this.cutFrom(key));
    if (cut.length > 0) return { kind: "cut", paths: cut };
    const edited = this.pathsOf(this.neighbours.nearest(key)?.keys ?? []);
    return edited.length > 0 ? { kind: "edit", paths: edited } : null;
  }

  /** The paths of all names that may mean `key`, or that it may mean: the same, one the beginning of the other, or a few edits apart. */
  *like(key: string): Generator<string> {
    const names = new Set([key, ...this.cutFrom(key), ...this.neighbours.within(key)]);
    for (const name of names) yield* this.paths.values(name);
  }

  /** Names that `key` is the beginning of, or that are the beginning of `key`. */
  private cutFrom(key: string): readonly string[] {
    if (key.length < LEAST_PREFIX) return [];
    const beginnings = Array.from({ length: key.length - LEAST_PREFIX }, (_, more) =>
      key.slice(0, LEAST_PREFIX + more),
    );
    const alike = this.byBeginning.sorted(key.slice(0, LEAST_PREFIX));
    const from = firstFailing(alike, (other) => other < key);
    const to = firstFailing(alike, (other) => other.startsWith(key), from);
    return [...beginnings.filter((other) => this.paths.has(other)), ...alike.slice(from, to)];
  }

  private pathsOf(keys: readonly string[]): readonly string[] {
    return [...new Set(keys.flatMap((key) => [...this.paths.values(key)]))].sort();
  }
}

function hasLetters(key: string): boolean {
  return (key.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= LEAST_LETTERS;
}
