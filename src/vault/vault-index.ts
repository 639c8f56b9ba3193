import type { Conventions } from "../journal/conventions.ts";
import type { Note } from "../note/note.ts";
import { PackedNote } from "../note/packed/packed-note.ts";
import { RecentNotes } from "../note/packed/recent-notes.ts";
import { addAll } from "./add-all.ts";
import type { KeptKeys } from "./kept-keys.ts";
import type { LinkTarget } from "./link-table.ts";
import { NoteStore } from "./note-store.ts";
import { VaultAnswers } from "./vault-answers.ts";

/** How many notes of a live index are plain: those that somebody works on at the same time, as a rule. */
const MOST_CHANGED = 16;

/**
 * All notes and files of a vault together: which link leads where, and who is concerned when something changes.
 * It is changed note by note, and each change tells the notes whose diagnostics it may change. Equal content gives equal
 * answers, in whatever steps it came about.
 */
export class VaultIndex extends VaultAnswers {
  /** @param notes keeps the notes: an empty one */
  constructor(conventions: Conventions, notes = new NoteStore()) {
    super(conventions, notes);
  }

  /**
   * The index of a whole vault. `files` may or may not name the notes and canvases too; if it does, links are resolved soonest.
   * Each note is taken up before the next is asked for, and all are before the first canvas is.
   */
  static of(
    files: Iterable<string>,
    notes: Iterable<Note>,
    conventions: Conventions,
    canvases: Iterable<readonly [path: string, links: readonly LinkTarget[]]> = [],
  ): VaultIndex {
    const index = new VaultIndex(conventions);
    for (const path of files) index.loadFile(path);
    for (const note of notes) index.loadNote(note);
    for (const [path, links] of canvases) index.setCanvas(path, links);
    return index;
  }

  /**
   * An empty index for as long as somebody works in the vault. All that is kept only when somebody has asked is kept from the first
   * on, so that who asks first need not wait. All notes are packed but those that changed last: V8 sees facts of notes that are read
   * for the first time die young, and does not put those of later ones, one with each key, where it seldom collects.
   */
  static live(conventions: Conventions): VaultIndex {
    const index = new VaultIndex(conventions, new NoteStore(0, new RecentNotes(), MOST_CHANGED));
    index.tables.keep();
    return index;
  }

  /**
   * Begin an empty index with what was taken up of notes at another time. What is shared is kept from now on, as somebody who changes notes
   * asks for it. The store of the index reads the facts of these notes when somebody asks for them; their files are still to be added.
   */
  begin(kept: KeptKeys): void {
    this.changes += 1;
    this.tables.begin(kept);
  }

  /** Add a note or give it new facts. The notes whose diagnostics may change are returned, itself among them. */
  setNote(note: Note): ReadonlySet<string> {
    this.changes += 1;
    const old = this.note(note.path);
    const affected = new Set([note.path]);
    this.linked.add(note.path, affected);
    this.tables.set(note, affected);
    if (old !== null && old !== note) this.retire(old);
    return affected;
  }

  /**
   * Like `setNote`, to fill an index note by note before anyone has linted by it: whom the note affects is not worked out.
   * Links are resolved soonest if all files have been added before.
   */
  loadNote(note: Note): void {
    this.changes += 1;
    this.linked.load(note.path);
    this.tables.load(note);
    // The next note comes first. V8 must not see facts live long that are read for a moment: it would put those of later notes where it seldom collects.
    if (note instanceof PackedNote) note.release();
  }

  /** The same for a file, or a note whose facts are not known, or kept. */
  loadFile(path: string): void {
    this.changes += 1;
    this.linked.load(path);
  }

  /** Add a file, or a note whose facts are not known. */
  addFile(path: string): ReadonlySet<string> {
    this.changes += 1;
    const affected = new Set<string>();
    this.linked.add(path, affected);
    return affected;
  }

  /** Add a canvas or give it other links. */
  setCanvas(path: string, links: readonly LinkTarget[]): ReadonlySet<string> {
    this.changes += 1;
    const affected = new Set<string>();
    this.linked.add(path, affected);
    this.linked.moveLinks(path, this.canvases.get(path) ?? [], links, affected);
    this.canvases.set(path, links);
    return affected;
  }

  /** Remove a note or another file. */
  remove(path: string): ReadonlySet<string> {
    const affected = new Set<string>();
    if (!this.hasFile(path)) return affected;
    this.changes += 1;
    this.tables.delete(path, affected);
    this.linked.moveLinks(path, this.canvases.get(path) ?? [], [], affected);
    this.canvases.delete(path);
    this.linked.remove(path, affected);
    affected.delete(path);
    return affected;
  }

  /** Rename or move a note or another file; its facts stay. */
  rename(from: string, to: string): ReadonlySet<string> {
    const note = this.note(from);
    const canvas = this.canvases.get(from);
    const affected = new Set(this.remove(from));
    if (note) addAll(affected, this.setNote(movedTo(to, note)));
    else addAll(affected, canvas ? this.setCanvas(to, canvas) : this.addFile(to));
    affected.delete(from);
    return affected;
  }
}

/** The same note at another path. */
function movedTo(path: string, note: Note): Note {
  return note instanceof PackedNote ? note.withPath(path) : { ...note, path };
}
