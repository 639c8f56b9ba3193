import type { Note } from "../note/note.ts";
import type { KeptTable } from "./kept-keys.ts";
import { SetTable } from "./set-table.ts";

/**
 * Which notes have something in common: a title, a list of links. Nothing is kept before somebody asks, since the rule that
 * would may be off; from then on it is kept up to date.
 */
export class SharedKeys {
  private readonly keysOf: (note: Note) => Iterable<string>;
  private readonly notes: () => Iterable<Note>;
  private paths: SetTable<string, string> | null = null;

  /**
   * @param keysOf what a note may have in common with others
   * @param notes the notes to begin with, when somebody asks
   */
  constructor(keysOf: (note: Note) => Iterable<string>, notes: () => Iterable<Note>) {
    this.keysOf = keysOf;
    this.notes = notes;
  }

  /** Keep it from now on, though nobody has asked. */
  keep(): void {
    this.table();
  }

  /** Paths of the notes with this key, in alphabetical order. */
  sorted(key: string): readonly string[] {
    return this.table().sorted(key);
  }

  /** Paths of the notes with this key, in alphabetical order; none while nobody has asked, since then it concerns nobody. */
  concerned(key: string): readonly string[] {
    return this.paths?.sorted(key) ?? [];
  }

  /** Whether a note other than the one at `path` has this key. */
  hasOther(key: string, path: string): boolean {
    for (const each of this.table().values(key)) if (each !== path) return true;
    return false;
  }

  /** How many notes have this key. */
  size(key: string): number {
    return this.table().size(key);
  }

  /** Take up a note of which nothing is known. */
  load(note: Note): void {
    if (this.paths !== null) for (const key of this.keysOf(note)) this.paths.append(key, note.path);
  }

  /** Begin with these keys, and keep them from now on. No note may be known yet. */
  begin(kept: KeptTable): void {
    this.paths = new SetTable();
    this.paths.begin(kept);
  }

  /** A note has other facts than before; null is for a note that is not there. The keys that it alone of the two has are returned. */
  move(path: string, before: Note | null, after: Note | null): readonly string[] {
    const { paths } = this;
    if (paths === null) return [];
    const old = new Set(before ? this.keysOf(before) : []);
    const now = new Set(after ? this.keysOf(after) : []);
    const gone = [...old].filter((key) => !now.has(key));
    const come = [...now].filter((key) => !old.has(key));
    for (const key of gone) paths.delete(key, path);
    for (const key of come) paths.add(key, path);
    return [...gone, ...come];
  }

  private table(): SetTable<string, string> {
    if (this.paths === null) {
      this.paths = new SetTable();
      for (const note of this.notes()) for (const key of this.keysOf(note)) this.paths.append(key, note.path);
    }
    return this.paths;
  }
}
