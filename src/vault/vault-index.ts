import type { Conventions, NoteType } from "../journal/conventions.ts";
import { noteTypeOf } from "../journal/note-type.ts";
import { allTagsOf, publicationOf } from "../journal/properties.ts";
import type { BlockId, Heading, Link, Note } from "../note/note.ts";
import { PackedNote } from "../note/packed/packed-note.ts";
import { RecentNotes } from "../note/packed/recent-notes.ts";
import { addAll } from "./add-all.ts";
import type { JournalOrder } from "./journal-order.ts";
import type { LinkTarget } from "./link-table.ts";
import type { LinkedFiles } from "./linked-files.ts";
import { isLinkable, isNotePath, targetKey } from "./names.ts";
import type { NoteKeys } from "./note-keys.ts";
import { NoteStore } from "./note-store.ts";
import { NoteTables } from "./note-tables.ts";
import type { OrderedPaths } from "./ordered-paths.ts";
import { RecentAnswers } from "./recent-answers.ts";
import { type Resolution, ResolvedLinks, shortestLinkpath } from "./resolve-link.ts";
import type { SharedFacts } from "./shared-facts.ts";
import type { SiteTable } from "./site-table.ts";
import { Anchors } from "./subpath.ts";

/** A file that a missing target may have meant. */
export interface Candidate {
  readonly path: string;
  /** The shortest linktext that leads there. */
  readonly linkpath: string;
  /**
   * It is a note whose title, an alias or name is the target but for letter case and punctuation, and no other's is; and the site has it, or
   * does not have the note that links to it either.
   */
  readonly sure: boolean;
  /** It would be sure, were it not unpublished and the note that links to it not. */
  readonly isHeldBack: boolean;
}

/** How many notes of a live index are plain: those that somebody works on at the same time, as a rule. */
const MOST_CHANGED = 16;

/** How many files a missing target may have meant at most; of more nobody would choose. */
const MOST_CANDIDATES = 10;

/**
 * All notes and files of a vault together: which link leads where, and who is concerned when something changes.
 * It is changed note by note, and each change tells the notes whose diagnostics it may change. Equal content gives equal
 * answers, in whatever steps it came about.
 */
export class VaultIndex {
  readonly conventions: Conventions;
  private readonly tables: NoteTables;
  private readonly linked: LinkedFiles;
  /** By path of a canvas: its links. */
  private readonly canvases = new Map<string, readonly LinkTarget[]>();
  private readonly resolved: ResolvedLinks;
  /** Those of the notes that links lead into. */
  private readonly anchors = new RecentAnswers((note) => new Anchors(note));
  private readonly types: RecentAnswers<NoteType | null>;
  private changes = 0;

  /** @param notes keeps the notes: an empty one */
  constructor(conventions: Conventions, notes = new NoteStore()) {
    this.conventions = conventions;
    this.types = new RecentAnswers((note) => noteTypeOf(note, conventions));
    this.tables = new NoteTables(conventions, notes);
    this.linked = this.tables.linked;
    this.resolved = new ResolvedLinks(this.linked.files);
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

  /** Another number after each change: what was worked out before may no longer hold. */
  get revision(): number {
    return this.changes;
  }

  /** What the notes have in common, ignored ones left out. */
  get shared(): SharedFacts {
    return this.tables.shared;
  }

  /** Where links lead on the site; null if the conventions tell of none. */
  get site(): SiteTable | null {
    return this.linked.site;
  }

  /** The note ids in the order of the journal, those of ignored notes left out. */
  get journal(): JournalOrder {
    return this.tables.journal;
  }

  note(path: string): Note | null {
    return this.tables.notes.get(path);
  }

  notes(): Iterable<Note> {
    return this.tables.notes.all();
  }

  /** The links of each canvas, by its path. */
  canvasLinks(): ReadonlyMap<string, readonly LinkTarget[]> {
    return this.canvases;
  }

  hasFile(path: string): boolean {
    return this.linked.files.has(path);
  }

  /** Paths of all files, notes included. */
  files(): Iterable<string> {
    return this.linked.files.all();
  }

  /** The note's type by the conventions, or null. */
  typeOf(note: Note): NoteType | null {
    return this.types.of(note);
  }

  /** Whether the site has the note, by the conventions. */
  isPublished(note: Note): boolean {
    return publicationOf(note, this.conventions.site) === "published";
  }

  /** Whether there is a note at `path` and the site does not have it. */
  isUnpublished(path: string): boolean {
    return this.tables.unpublished.has(path);
  }

  /** Where a link in the note at `from` leads. */
  resolve({ linkpath }: Pick<Link, "linkpath">, from: string): Resolution {
    return this.resolved.resolve(linkpath, from);
  }

  /** The heading or block of the note that `subpath`, with its `#`, names; null if there is none. */
  resolveSubpath(note: Note, subpath: string): Heading | BlockId | null {
    return this.anchors.of(note).find(subpath);
  }

  /** Paths of the notes that carry this note id, in alphabetical order. Notes that are ignored have none. */
  notesWithId(id: string): readonly string[] {
    return this.tables.ids.sorted(id);
  }

  /** All note ids of the vault, but those of ignored notes. */
  allNoteIds(): Iterable<string> {
    return this.tables.ids.keys();
  }

  /** Paths of the notes with this tag, letter case aside, in no order. */
  notesTagged(tag: string): Iterable<string> {
    return this.tables.tags.paths(tag.toLowerCase());
  }

  /** The same by what `created` says, the newest first. The list is kept while nothing changes, for there may be thousands. */
  newestTagged(tag: string): OrderedPaths {
    return this.tables.tags.newestFirst(tag.toLowerCase());
  }

  /** What `created` of the note at a path says; empty if it says nothing, or there is no note. Days compare as text. */
  createdOn(path: string): string {
    return this.tables.tags.createdOn(path);
  }

  /** How many notes have this tag, letter case aside. */
  countTagged(tag: string): number {
    return this.tables.tags.size(tag.toLowerCase());
  }

  /** All tags in small letters, numbers included, each with the number of notes that have it. */
  *tagCounts(): Generator<readonly [tag: string, count: number]> {
    for (const tag of this.tables.tags.keys()) yield [tag, this.tables.tags.size(tag)];
  }

  /** A tag of the vault as most notes spell it, or one of them if none is the commonest; as given if no note has it. */
  spellingOf(tag: string): string {
    const key = tag.toLowerCase();
    const usual = this.shared.commonestSpelling(tag);
    if (usual?.toLowerCase() === key) return usual;
    const [path] = this.tables.tags.paths(key);
    const note = path === undefined ? null : this.note(path);
    return (note && allTagsOf(note).find((other) => other.toLowerCase() === key)) ?? tag;
  }

  /** Whether another note, or an address in raw HTML of any note, leads to this file. */
  isUsed(path: string): boolean {
    return this.isLinked(path) || this.shared.isAddressed(path);
  }

  /** Whether another note or a canvas has a link that leads to this file. Those of `<a href>` do not count. */
  isLinked(path: string): boolean {
    return this.linked.links.isLedTo(path);
  }

  /**
   * Paths of the notes and canvases with a link that leads to this file, in alphabetical order. Those that `<a href>` alone
   * leads from do not count.
   */
  backlinks(path: string): readonly string[] {
    return this.linked.links.leadingTo(path);
  }

  /** The shortest linkpath that leads to this file from everywhere: its name if that is enough, else its path (C8). */
  linkpathTo(path: string): string {
    return shortestLinkpath(this.linked.files, path);
  }

  /** How many notes link to this missing target. */
  notesMissing(linkpath: string, from: string): number {
    const key = targetKey(linkpath, from);
    return key === null ? 1 : this.linked.missing.countSources(key);
  }

  /** Whether the config lists this target as a placeholder. */
  isKept(linkpath: string): boolean {
    return this.linked.missing.isKept(linkpath);
  }

  /** Whether a missing target is left without a file on purpose: said in the config, or linked often and like no name. */
  isPlaceholder(linkpath: string, from: string): boolean {
    const key = targetKey(linkpath, from);
    return key !== null && (this.isKept(linkpath) || this.linked.missing.isOftenMissed(key, linkpath));
  }

  /** Which files a missing target may have meant, best first, ten at most (`MissingTargets.meant`). */
  candidates(linkpath: string, from: string): readonly Candidate[] {
    const key = targetKey(linkpath, from);
    if (key === null) return [];
    const meant = this.linked.missing.meant(key, linkpath);
    const paths = isNotePath(linkpath) ? meant.paths.filter(isNotePath) : meant.paths;
    const [first = ""] = paths;
    // Attachments are chosen.
    const isMeant = meant.isSame && paths.length === 1 && isNotePath(first);
    const isHeldBack = isMeant && this.isUnpublished(first) && !this.isUnpublished(from);
    const sure = isMeant && !isHeldBack;
    return paths
      .slice(0, MOST_CANDIDATES)
      .map((path) => ({ path, linkpath: this.linkpathTo(path), sure, isHeldBack }))
      .filter(({ linkpath }) => isLinkable(linkpath));
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

  /** The same by what was taken up of the note at another time: the store of the index reads its facts when somebody asks for them. */
  loadKeys(path: string, keys: NoteKeys): void {
    this.changes += 1;
    this.linked.load(path);
    this.tables.loadKeys(path, keys);
  }

  /** The same for a file, or a note whose facts are not known. */
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

  /** Hold facts no longer that a note had: who types makes others with each key, and garbage is collected soonest while it is young. */
  private retire(note: Note): void {
    this.types.forget(note);
    this.anchors.forget(note);
    if (note instanceof PackedNote) note.release();
  }
}

/** The same note at another path. */
function movedTo(path: string, note: Note): Note {
  return note instanceof PackedNote ? note.withPath(path) : { ...note, path };
}
