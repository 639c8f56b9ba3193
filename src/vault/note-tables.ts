import type { Conventions } from "../journal/conventions.ts";
import { ignoredNotes } from "../journal/ignored-notes.ts";
import type { Note } from "../note/note.ts";
import { addAll } from "./add-all.ts";
import { JournalOrder } from "./journal-order.ts";
import type { KeptKeys } from "./kept-keys.ts";
import { LinkedFiles } from "./linked-files.ts";
import type { Names } from "./missing-targets.ts";
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
  readonly shared: SharedFacts;
  /** The notes that have a note id. */
  readonly ids = new SetTable<string, string>();
  readonly tags = new TagTable(() => this.notes.all());
  /** Paths of the notes that the site does not have. */
  readonly unpublished = new Set<string>();
  /** Null before somebody asks. */
  private order: JournalOrder | null = null;
  private readonly conventions: Conventions;
  private readonly isIgnored: (path: string) => boolean;

  constructor(conventions: Conventions, notes: NoteStore) {
    this.conventions = conventions;
    this.notes = notes;
    const noteNames = (path: string): Names | null => {
      const note = this.notes.get(path);
      return note && this.profileOf(note);
    };
    this.linked = new LinkedFiles(conventions, this.ids, (path) => this.shared.addressing(path), noteNames);
    this.shared = new SharedFacts(
      () => this.heededNotes(),
      (tag) => this.tags.paths(tag),
      this.linked.site !== null,
    );
    this.isIgnored = ignoredNotes(conventions);
  }

  /** The note ids in the order of the journal, those of ignored notes left out. */
  get journal(): JournalOrder {
    if (this.order === null) {
      this.order = new JournalOrder();
      for (const id of this.ids.keys()) this.order.add(id);
    }
    return this.order;
  }

  /**
   * From now on all is kept up to date as if it had been asked about. Of an empty vault that costs nothing; later, a look at
   * all notes.
   */
  keep(): void {
    this.shared.keep();
    this.tags.keep();
    this.linked.links.missing.keep();
    this.order = this.journal;
  }

  /** Take up a note whose file is known. */
  set(note: Note, affected: Set<string>): void {
    const { path } = note;
    const old = this.notes.get(path);
    if (old && anchorsDiffer(old, note)) addAll(affected, this.linked.links.matching(path));
    const profile = this.profileOf(note);
    this.moveProfile(path, old && this.profileOf(old), profile, affected);
    if (old && profile.id !== null && placeDiffers("note_id", old, note))
      addAll(affected, this.ids.values(profile.id));
    this.notes.set(note);
    this.move(path, old, note, affected);
  }

  /**
   * The same before anyone has asked, so that nobody is affected: what `set` works out for one note that changes, a vault does
   * not pay for each of its notes.
   */
  load(note: Note): void {
    const { path } = note;
    if (this.notes.get(path) !== null) {
      this.set(note, new Set());
      return;
    }
    const profile = this.profileOf(note);
    if (profile.publication !== "published") this.unpublished.add(path);
    if (profile.id !== null) this.takeNoteId(profile.id, path);
    this.linked.missing.rename(path, null, profile);
    this.linked.links.load(path, note.links);
    this.tags.load(note);
    if (!this.isIgnored(path)) this.shared.load(note);
    this.notes.set(note);
  }

  /**
   * Begin with what was taken up of notes at another time; nothing may be known yet, no file either. Their facts are read when somebody
   * asks for them.
   */
  begin(kept: KeptKeys): void {
    const site = this.conventions.site === "publish" ? "publish" : "quartz";
    for (const path of kept.unpublished.get(site)) this.unpublished.add(path);
    this.ids.begin(kept.ids);
    this.linked.missing.begin(kept.names);
    this.linked.links.begin(kept.targets);
    this.shared.begin(kept);
    for (const path of kept.notes) this.notes.expect(path);
  }

  /** Forget the note at a path, if there is one; its file stays. */
  delete(path: string, affected: Set<string>): void {
    const old = this.notes.get(path);
    if (old === null) return;
    this.moveProfile(path, this.profileOf(old), null, affected);
    this.notes.delete(path);
    this.move(path, old, null, affected);
  }

  /** The notes are as they are now already: what is kept from when somebody asks begins with them. */
  private move(path: string, before: Note | null, after: Note | null, affected: Set<string>): void {
    this.linked.moveLinks(path, before?.links ?? [], after?.links ?? [], affected);
    this.tags.move(path, before, after);
    this.moveShared(path, before, after, affected);
  }

  /** A note that is ignored is published or not, but nobody meant it, and its note id is free. */
  private profileOf(note: Note): NoteProfile {
    const profile = profileOf(note, this.conventions);
    return this.isIgnored(note.path) ? { ...profile, id: null, written: [], names: new Set() } : profile;
  }

  /** Take up what other notes can see of a note besides its links and tags. */
  private moveProfile(
    path: string,
    before: NoteProfile | null,
    after: NoteProfile | null,
    affected: Set<string>,
  ): void {
    if (before && after && sameProfile(before, after)) return;
    if (after && after.publication !== "published") this.unpublished.add(path);
    else this.unpublished.delete(path);
    if (before && before.id !== null) this.dropNoteId(before.id, path);
    if (after && after.id !== null) this.takeNoteId(after.id, path);
    if (before?.id !== after?.id) {
      for (const id of [before?.id, after?.id])
        if (typeof id === "string") addAll(affected, this.ids.values(id));
    }
    if (before?.publication !== after?.publication) addAll(affected, this.linked.links.matching(path));
    this.linked.moveNames(path, before, after, affected);
  }

  private takeNoteId(id: string, path: string): void {
    if (this.ids.add(id, path)) this.order?.add(id);
  }

  private dropNoteId(id: string, path: string): void {
    if (this.ids.delete(id, path)) this.order?.delete(id);
  }

  private moveShared(path: string, before: Note | null, after: Note | null, affected: Set<string>): void {
    if (this.isIgnored(path)) return;
    const { notes, addressed } = this.shared.move(path, before, after);
    addAll(affected, notes);
    for (const name of addressed) addAll(affected, this.linked.addressedAs(name));
  }

  private *heededNotes(): Generator<Note> {
    for (const note of this.notes.all()) if (!this.isIgnored(note.path)) yield note;
  }
}
