import type { Note } from "../note/note.ts";
import { packNote } from "../note/packed/pack-note.ts";
import { PackedNote } from "../note/packed/packed-note.ts";
import { RecentNotes } from "../note/packed/recent-notes.ts";

/** How many notes are kept as they come: to pack those of a small vault would take time and save little. */
const MOST_PLAIN = 2000;

/**
 * The notes of a vault by path. Those of a large one are packed, but for the first: they take an eighth of the memory so. Those
 * that changed last may be plain, too: who types brings the same note with each key, and all of it is read at once.
 */
export class NoteStore {
  /** Null for a note that nobody has asked for yet. */
  private readonly notes = new Map<string, Note | null>();
  private readonly mostPlain: number;
  private readonly recent: RecentNotes;
  private readonly mostChanged: number;
  private readonly read: (path: string) => Note | null;
  private plain = 0;
  /** Paths of notes that are plain since they came in place of others, in the order in which they came. */
  private readonly changed = new Set<string>();

  /**
   * @param mostPlain how many notes are kept as they come, those that came first
   * @param mostChanged how many more are, of those that came in place of another note
   * @param read gives a note that is expected; null if it can no longer be had, as if it were not there
   */
  constructor(
    mostPlain = MOST_PLAIN,
    recent = new RecentNotes(),
    mostChanged = 0,
    read: (path: string) => Note | null = () => null,
  ) {
    this.mostPlain = mostPlain;
    this.recent = recent;
    this.mostChanged = mostChanged;
    this.read = read;
  }

  /** There is a note at a path where none was known. It is read when somebody asks for it. */
  expect(path: string): void {
    this.notes.set(path, null);
  }

  get(path: string): Note | null {
    const note = this.notes.get(path);
    if (note !== null) return note ?? null;
    const read = this.read(path);
    if (read) this.notes.set(path, this.kept(read));
    return this.notes.get(path) ?? null;
  }

  *all(): Generator<Note> {
    for (const [path, known] of this.notes) {
      const note = known ?? this.get(path);
      if (note) yield note;
    }
  }

  /** Keep a note in place of the one at its path. One that is packed stays as it is. */
  set(note: Note): void {
    const isChange = this.forget(note.path);
    this.notes.set(note.path, isChange && this.mostChanged > 0 ? this.keptChanged(note) : this.kept(note));
  }

  delete(path: string): void {
    this.forget(path);
    this.notes.delete(path);
  }

  /** Count the note at a path no longer; gives whether there is one. */
  private forget(path: string): boolean {
    const old = this.notes.get(path);
    if (!this.changed.delete(path) && old && !(old instanceof PackedNote)) this.plain--;
    return old !== undefined;
  }

  private kept(note: Note): Note {
    if (note instanceof PackedNote) return note;
    if (this.plain >= this.mostPlain) return this.packed(note);
    this.plain++;
    return note;
  }

  /** In place of it, the one that changed longest ago is packed. */
  private keptChanged(note: Note): Note {
    if (note instanceof PackedNote) return note;
    this.changed.add(note.path);
    const [oldest = ""] = this.changed;
    const old = this.notes.get(oldest);
    if (old && this.changed.size > this.mostChanged) {
      this.changed.delete(oldest);
      this.notes.set(oldest, this.packed(old));
    }
    return note;
  }

  private packed(note: Note): PackedNote {
    return new PackedNote(note.path, packNote(note), this.recent);
  }
}
