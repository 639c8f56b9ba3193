import type { Conventions } from "../journal/conventions.ts";
import { ignoredNotes } from "../journal/ignored-notes.ts";
import type { Note } from "../note/note.ts";
import { addAll, type Affected } from "./affected.ts";
import { JournalOrder } from "./journal-order.ts";
import { LinkedFiles } from "./linked-files.ts";
import { anchorsDiffer, type NoteProfile, placeDiffers, profileOf, sameProfile } from "./note-profile.ts";
import { NoteStore } from "./note-store.ts";
import { SetTable } from "./set-table.ts";
import { SharedFacts } from "./shared-facts.ts";
import { TagTable } from "./tag-table.ts";

/**
 * All notes of the vault, and what other notes can see of them: note ids, names, tags, links and what notes have in common.
 * Changed note by note; each change adds to `affected` the paths of the files whose diagnostics it may change.
 */
export class NoteTables {
  readonly notes: NoteStore;
  readonly linked: LinkedFiles;
  /** What the notes have in common, ignored ones left out. */
  readonly shared = new SharedFacts(() => this.heededNotes());
  /** The notes that have a note id. */
  readonly ids = new SetTable<string, string>();
  /** The note ids in the order of the journal, those of ignored notes left out. */
  readonly journal = new JournalOrder();
  readonly tags = new TagTable();
  /** Paths of the notes that the site does not have. */
  readonly unpublished = new Set<string>();
  private readonly conventions: Conventions;
  private readonly isIgnored: (path: string) => boolean;

  constructor(conventions: Conventions, notes: NoteStore) {
    this.conventions = conventions;
    this.notes = notes;
    this.linked = new LinkedFiles(conventions, this.ids);
    this.isIgnored = ignoredNotes(conventions);
  }

  /** Take up a note whose file is known. */
  set(note: Note, affected: Affected): void {
    const { path } = note;
    const old = this.notes.get(path);
    if (old && affected && anchorsDiffer(old, note)) addAll(affected, this.linked.links.matching(path));
    const profile = this.profileOf(note);
    this.moveProfile(path, old && this.profileOf(old), profile, affected);
    if (old && affected && profile.id !== null && placeDiffers("note_id", old, note))
      addAll(affected, this.ids.get(profile.id));
    this.move(path, old, note, affected);
    this.notes.set(note);
  }

  /** Forget the note at a path, if there is one; its file stays. */
  delete(path: string, affected: Set<string>): void {
    const old = this.notes.get(path);
    if (old === null) return;
    this.moveProfile(path, this.profileOf(old), null, affected);
    this.move(path, old, null, affected);
    this.notes.delete(path);
  }

  private move(path: string, before: Note | null, after: Note | null, affected: Affected): void {
    this.linked.moveLinks(path, before?.links ?? [], after?.links ?? [], affected);
    this.tags.move(path, before, after);
    this.moveShared(path, before, after, affected);
  }

  /** A note that is ignored is published or not, but nobody meant it, and its note id is free. */
  private profileOf(note: Note): NoteProfile {
    const profile = profileOf(note, this.conventions);
    return this.isIgnored(note.path) ? { ...profile, id: null, names: new Set() } : profile;
  }

  /** Take up what other notes can see of a note besides its links and tags. */
  private moveProfile(
    path: string,
    before: NoteProfile | null,
    after: NoteProfile | null,
    affected: Affected,
  ): void {
    if (before && after && sameProfile(before, after)) return;
    if (after && after.publication !== "published") this.unpublished.add(path);
    else this.unpublished.delete(path);
    if (before && before.id !== null) this.dropNoteId(before.id, path);
    if (after && after.id !== null) this.takeNoteId(after.id, path);
    if (affected && before?.id !== after?.id) {
      for (const id of [before?.id, after?.id])
        if (typeof id === "string") addAll(affected, this.ids.get(id));
    }
    if (affected && before?.publication !== after?.publication)
      addAll(affected, this.linked.links.matching(path));
    this.linked.moveNames(path, before, after, affected);
  }

  private takeNoteId(id: string, path: string): void {
    if (!this.ids.has(id)) this.journal.add(id);
    this.ids.add(id, path);
  }

  private dropNoteId(id: string, path: string): void {
    this.ids.delete(id, path);
    if (!this.ids.has(id)) this.journal.delete(id);
  }

  private moveShared(path: string, before: Note | null, after: Note | null, affected: Affected): void {
    if (this.isIgnored(path)) return;
    const concerned = this.shared.move(path, before, after);
    if (affected === null) return;
    const { notes, addressed } = concerned();
    addAll(affected, notes);
    for (const name of addressed) addAll(affected, this.linked.files.named(name));
  }

  private *heededNotes(): Generator<Note> {
    for (const note of this.notes.all()) if (!this.isIgnored(note.path)) yield note;
  }
}
