import type { Note } from "../note/note.ts";
import { packNote } from "../note/packed/pack-note.ts";
import { PackedNote } from "../note/packed/packed-note.ts";
import { RecentNotes } from "../note/packed/recent-notes.ts";

/** How many notes are kept as they come: to pack those of a small vault would take time and save little. */
const MOST_PLAIN = 2000;

/** The notes of a vault by path. Those of a large one are packed, but for the first: they take an eighth of the memory so. */
export class NoteStore {
  private readonly notes = new Map<string, Note>();
  private readonly mostPlain: number;
  private readonly recent: RecentNotes;
  private plain = 0;

  constructor(mostPlain = MOST_PLAIN, recent = new RecentNotes()) {
    this.mostPlain = mostPlain;
    this.recent = recent;
  }

  get(path: string): Note | null {
    return this.notes.get(path) ?? null;
  }

  all(): Iterable<Note> {
    return this.notes.values();
  }

  /** Keep a note in place of the one at its path. One that is packed stays as it is. */
  set(note: Note): void {
    this.forget(note.path);
    this.notes.set(note.path, this.kept(note));
  }

  delete(path: string): void {
    this.forget(path);
    this.notes.delete(path);
  }

  private forget(path: string): void {
    const old = this.notes.get(path);
    if (old !== undefined && !(old instanceof PackedNote)) this.plain--;
  }

  private kept(note: Note): Note {
    if (note instanceof PackedNote) return note;
    if (this.plain >= this.mostPlain) return new PackedNote(note.path, packNote(note), this.recent);
    this.plain++;
    return note;
  }
}
