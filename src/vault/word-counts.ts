import type { Note } from "../note/note.ts";
import type { KeptTable } from "./kept-keys.ts";

/** How many notes have each of some words, such as tags. Nothing is kept before somebody asks; from then on it is kept up to date. */
export class WordCounts {
  private readonly wordsOf: (note: Note) => Iterable<string>;
  private readonly notes: () => Iterable<Note>;
  private counts: Map<string, number> | null = null;

  /**
   * @param wordsOf the words of a note, each once
   * @param notes the notes to begin with, when somebody asks
   */
  constructor(wordsOf: (note: Note) => Iterable<string>, notes: () => Iterable<Note>) {
    this.wordsOf = wordsOf;
    this.notes = notes;
  }

  /** Keep them from now on, though nobody has asked. */
  keep(): void {
    this.all();
  }

  /** The words, each with the number of notes that have it. */
  all(): ReadonlyMap<string, number> {
    if (this.counts === null) {
      this.counts = new Map();
      for (const note of this.notes()) this.add(this.counts, this.wordsOf(note), 1);
    }
    return this.counts;
  }

  /** Take up a note of which nothing is known. */
  load(note: Note): void {
    if (this.counts !== null) this.add(this.counts, this.wordsOf(note), 1);
  }

  /** Begin with these words, and keep them from now on. No note may be known yet. */
  begin(kept: Pick<KeptTable, "counts">): void {
    this.counts = new Map();
    for (const [word, count] of kept.counts()) this.counts.set(word, (this.counts.get(word) ?? 0) + count);
  }

  /** A note has other facts than before; null is for a note that is not there. */
  move(before: Note | null, after: Note | null): void {
    if (this.counts === null) return;
    if (before) this.add(this.counts, this.wordsOf(before), -1);
    if (after) this.add(this.counts, this.wordsOf(after), 1);
  }

  private add(counts: Map<string, number>, words: Iterable<string>, by: 1 | -1): void {
    for (const word of words) {
      const count = (counts.get(word) ?? 0) + by;
      if (count > 0) counts.set(word, count);
      else counts.delete(word);
    }
  }
}
