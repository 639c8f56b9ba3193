import type { Conventions, NoteType } from "../journal/conventions.ts";
import { ignoredNotes } from "../journal/ignored-notes.ts";
import { noteTypeOf } from "../journal/note-type.ts";
import { allTagsOf, publicationOf } from "../journal/properties.ts";
import type { BlockId, Heading, Link, Note } from "../note/note.ts";
import { FileTable } from "./file-table.ts";
import { JournalOrder } from "./journal-order.ts";
import { LinkTable, type LinkTarget } from "./link-table.ts";
import { MissingTargets, type Names } from "./missing-targets.ts";
import { fileName, isLinkable, isNotePath, targetKey } from "./names.ts";
import { similarityKey } from "./near-names.ts";
import { anchorsDiffer, type NoteProfile, placeDiffers, profileOf, sameProfile } from "./note-profile.ts";
import type { OrderedPaths } from "./ordered-paths.ts";
import { type Resolution, resolveLink, shortestLinkpath } from "./resolve-link.ts";
import { SetTable } from "./set-table.ts";
import { SiteTable } from "./site-table.ts";
import { SharedFacts } from "./shared-facts.ts";
import { Anchors } from "./subpath.ts";
import { TagTable } from "./tag-table.ts";

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

/** How many files a missing target may have meant at most; of more nobody would choose. */
const MOST_CANDIDATES = 10;

/**
 * All notes and files of a vault together: which link leads where, and who is concerned when something changes.
 * It is changed note by note, and each change tells the notes whose diagnostics it may change. Equal content gives equal
 * answers, in whatever steps it came about.
 */
export class VaultIndex {
  readonly conventions: Conventions;
  /** What the notes have in common, ignored ones left out. */
  readonly shared = new SharedFacts(() => this.heededNotes());
  /** Where links lead on the site; null if the conventions tell of none. */
  readonly site: SiteTable | null;
  /** The note ids in the order of the journal, those of ignored notes left out. */
  readonly journal = new JournalOrder();
  private readonly notesByPath = new Map<string, Note>();
  /** By path of a canvas: its links. */
  private readonly canvases = new Map<string, readonly LinkTarget[]>();
  private readonly fileTable = new FileTable();
  private readonly noteIds = new SetTable<string, string>();
  private readonly linkTable = new LinkTable(this.fileTable);
  private readonly missing: MissingTargets;
  private readonly anchors = new WeakMap<Note, Anchors>();
  private readonly types = new WeakMap<Note, { readonly type: NoteType | null }>();
  private readonly tags = new TagTable();
  /** Paths of the notes that the site does not have. */
  private readonly unpublished = new Set<string>();
  private readonly isIgnored: (path: string) => boolean;

  constructor(conventions: Conventions) {
    this.conventions = conventions;
    this.site = conventions.site === "quartz" ? new SiteTable() : null;
    this.isIgnored = ignoredNotes(conventions);
    this.missing = new MissingTargets(this.linkTable, this.noteIds, conventions.placeholders);
  }

  /** The index of a whole vault. `files` may or may not name the notes and canvases too. */
  static of(
    files: Iterable<string>,
    notes: Iterable<Note>,
    conventions: Conventions,
    canvases: ReadonlyMap<string, readonly LinkTarget[]> = new Map(),
  ): VaultIndex {
    const index = new VaultIndex(conventions);
    const all = [...notes];
    for (const path of files) index.takeFile(path, null);
    for (const { path } of all) index.takeFile(path, null);
    for (const note of all) index.takeNote(note, null);
    for (const [path, links] of canvases) index.setCanvas(path, links);
    return index;
  }

  note(path: string): Note | null {
    return this.notesByPath.get(path) ?? null;
  }

  notes(): Iterable<Note> {
    return this.notesByPath.values();
  }

  /** The links of each canvas, by its path. */
  canvasLinks(): ReadonlyMap<string, readonly LinkTarget[]> {
    return this.canvases;
  }

  hasFile(path: string): boolean {
    return this.fileTable.has(path);
  }

  /** Paths of all files, notes included. */
  files(): Iterable<string> {
    return this.fileTable.all();
  }

  /** The note's type by the conventions, or null. */
  typeOf(note: Note): NoteType | null {
    const known = this.types.get(note) ?? { type: noteTypeOf(note, this.conventions) };
    this.types.set(note, known);
    return known.type;
  }

  /** Whether the site has the note, by the conventions. */
  isPublished(note: Note): boolean {
    return publicationOf(note, this.conventions.site) === "published";
  }

  /** Whether there is a note at `path` and the site does not have it. */
  isUnpublished(path: string): boolean {
    return this.unpublished.has(path);
  }

  /** Where a link in the note at `from` leads. */
  resolve({ linkpath }: Pick<Link, "linkpath">, from: string): Resolution {
    return resolveLink(this.fileTable, linkpath, from);
  }

  /** The heading or block of the note that `subpath`, with its `#`, names; null if there is none. */
  resolveSubpath(note: Note, subpath: string): Heading | BlockId | null {
    let anchors = this.anchors.get(note);
    if (anchors === undefined) this.anchors.set(note, (anchors = new Anchors(note)));
    return anchors.find(subpath);
  }

  /** Paths of the notes that carry this note id, in alphabetical order. Notes that are ignored have none. */
  notesWithId(id: string): readonly string[] {
    return this.noteIds.sorted(id);
  }

  /** All note ids of the vault, but those of ignored notes. */
  allNoteIds(): Iterable<string> {
    return this.noteIds.keys();
  }

  /** Paths of the notes with this tag, letter case aside, in no order. */
  notesTagged(tag: string): ReadonlySet<string> {
    return this.tags.paths(tag.toLowerCase());
  }

  /** The same by what `created` says, the newest first. The list is kept while nothing changes, for there may be thousands. */
  newestTagged(tag: string): OrderedPaths {
    return this.tags.newestFirst(tag.toLowerCase());
  }

  /** What `created` of the note at a path says; empty if it says nothing, or there is no note. Days compare as text. */
  createdOn(path: string): string {
    return this.tags.createdOn(path);
  }

  /** How many notes have this tag, letter case aside. */
  countTagged(tag: string): number {
    return this.tags.size(tag.toLowerCase());
  }

  /** All tags in small letters, numbers included, each with the number of notes that have it. */
  *tagCounts(): Generator<readonly [tag: string, count: number]> {
    for (const tag of this.tags.keys()) yield [tag, this.tags.size(tag)];
  }

  /** A tag of the vault as most notes spell it, or one of them if none is the commonest; as given if no note has it. */
  spellingOf(tag: string): string {
    const key = tag.toLowerCase();
    const usual = this.shared.commonestSpelling(tag);
    if (usual?.toLowerCase() === key) return usual;
    const [path] = this.tags.paths(key);
    const note = path === undefined ? null : this.note(path);
    return (note && allTagsOf(note).find((other) => other.toLowerCase() === key)) ?? tag;
  }

  /** Whether another note, or an address in raw HTML of any note, leads to this file. */
  isUsed(path: string): boolean {
    return this.isLinked(path) || this.shared.isAddressed(path);
  }

  /** Whether another note or a canvas has a link that leads to this file. Those of `<a href>` do not count. */
  isLinked(path: string): boolean {
    return this.linkTable.isLedTo(path);
  }

  /**
   * Paths of the notes and canvases with a link that leads to this file, in alphabetical order. Those that `<a href>` alone
   * leads from do not count.
   */
  backlinks(path: string): readonly string[] {
    return this.linkTable.leadingTo(path);
  }

  /** The shortest linkpath that leads to this file from everywhere: its name if that is enough, else its path (C8). */
  linkpathTo(path: string): string {
    return shortestLinkpath(this.fileTable, path);
  }

  /** How many notes link to this missing target. */
  notesMissing(linkpath: string, from: string): number {
    const key = targetKey(linkpath, from);
    return key === null ? 1 : this.missing.sourcesOf(key).size;
  }

  /** Whether the config lists this target as a placeholder. */
  isKept(linkpath: string): boolean {
    return this.missing.isKept(linkpath);
  }

  /** Whether a missing target is left without a file on purpose: said in the config, or linked often and like no name. */
  isPlaceholder(linkpath: string, from: string): boolean {
    const key = targetKey(linkpath, from);
    return key !== null && (this.isKept(linkpath) || this.missing.isOftenMissed(key, linkpath));
  }

  /** Which files a missing target may have meant, best first, ten at most (`MissingTargets.meant`). */
  candidates(linkpath: string, from: string): readonly Candidate[] {
    const key = targetKey(linkpath, from);
    if (key === null) return [];
    const meant = this.missing.meant(key, linkpath);
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
    const affected = new Set([note.path]);
    this.takeFile(note.path, affected);
    this.takeNote(note, affected);
    return affected;
  }

  /**
   * Like `setNote`, to fill an index note by note before anyone has linted by it: whom the note affects is not worked out.
   * Links are resolved soonest if all files have been added before.
   */
  loadNote(note: Note): void {
    this.takeFile(note.path, new Set());
    this.takeNote(note, null);
  }

  /** Add a file, or a note whose facts are not known. */
  addFile(path: string): ReadonlySet<string> {
    const affected = new Set<string>();
    this.takeFile(path, affected);
    return affected;
  }

  /** Add a canvas or give it other links. */
  setCanvas(path: string, links: readonly LinkTarget[]): ReadonlySet<string> {
    const affected = new Set<string>();
    this.takeFile(path, affected);
    this.moveLinks(path, this.canvases.get(path) ?? [], links, affected);
    this.canvases.set(path, links);
    return affected;
  }

  /** Remove a note or another file. */
  remove(path: string): ReadonlySet<string> {
    const affected = new Set<string>();
    if (!this.fileTable.has(path)) return affected;
    const old = this.note(path);
    if (old) {
      this.moveProfile(path, this.profileOf(old), null, affected);
      this.moveLinks(path, old.links, [], affected);
      this.tags.move(path, old, null);
      this.moveShared(path, old, null, affected);
      this.notesByPath.delete(path);
    }
    this.moveLinks(path, this.canvases.get(path) ?? [], [], affected);
    this.canvases.delete(path);
    this.addConcerned(path, affected);
    this.fileTable.remove(path);
    this.site?.remove(path);
    this.recheck(path, affected);
    this.moveNames(path, attachmentNames(path), null, affected);
    affected.delete(path);
    return affected;
  }

  /** Rename or move a note or another file; its facts stay. */
  rename(from: string, to: string): ReadonlySet<string> {
    const note = this.note(from);
    const canvas = this.canvases.get(from);
    const affected = new Set(this.remove(from));
    if (note) addAll(affected, this.setNote({ ...note, path: to }));
    else addAll(affected, canvas ? this.setCanvas(to, canvas) : this.addFile(to));
    affected.delete(from);
    return affected;
  }

  /** Take up a file that may be known. `affected` is null while a whole vault is taken up. */
  private takeFile(path: string, affected: Set<string> | null): void {
    if (this.fileTable.has(path)) return;
    if (affected) this.addConcerned(path, affected);
    this.fileTable.add(path);
    this.site?.add(path);
    if (affected) this.recheck(path, affected);
    this.moveNames(path, null, attachmentNames(path), affected);
  }

  /** Add the files that links by this file's name lead to. */
  private addConcerned(path: string, affected: Set<string>): void {
    addAll(affected, this.linkTable.concerned(this.linkTable.targetsNamed(path)));
  }

  /** Take up a note whose file is known. `affected` is null while a whole vault is taken up. */
  private takeNote(note: Note, affected: Set<string> | null): void {
    const old = this.note(note.path);
    if (old && affected && anchorsDiffer(old, note)) addAll(affected, this.linkTable.matching(note.path));
    const profile = this.profileOf(note);
    this.moveProfile(note.path, old && this.profileOf(old), profile, affected);
    if (old && affected && profile.id !== null && placeDiffers("note_id", old, note))
      addAll(affected, this.noteIds.get(profile.id));
    this.moveLinks(note.path, old?.links ?? [], note.links, affected);
    this.tags.move(note.path, old, note);
    this.moveShared(note.path, old, note, affected);
    this.notesByPath.set(note.path, note);
  }

  private recheck(path: string, affected: Set<string>): void {
    for (const key of this.linkTable.recheck(path)) addAll(affected, this.linkTable.sourcesOf(key));
    for (const key of this.site?.targetsNamed(path) ?? []) addAll(affected, this.linkTable.sourcesOf(key));
    this.addConcerned(path, affected);
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
    affected: Set<string> | null,
  ): void {
    if (before && after && sameProfile(before, after)) return;
    if (after && after.publication !== "published") this.unpublished.add(path);
    else this.unpublished.delete(path);
    if (before && before.id !== null) this.dropNoteId(before.id, path);
    if (after && after.id !== null) this.takeNoteId(after.id, path);
    if (affected && before?.id !== after?.id) {
      for (const id of [before?.id, after?.id])
        if (typeof id === "string") addAll(affected, this.noteIds.get(id));
    }
    if (affected && before?.publication !== after?.publication)
      addAll(affected, this.linkTable.matching(path));
    this.moveNames(path, before, after, affected);
  }

  private takeNoteId(id: string, path: string): void {
    if (!this.noteIds.has(id)) this.journal.add(id);
    this.noteIds.add(id, path);
  }

  private dropNoteId(id: string, path: string): void {
    this.noteIds.delete(id, path);
    if (!this.noteIds.has(id)) this.journal.delete(id);
  }

  private moveNames(
    path: string,
    before: Names | null,
    after: Names | null,
    affected: Set<string> | null,
  ): void {
    if (before === null && after === null) return;
    this.missing.rename(path, before, after);
    if (affected)
      for (const key of this.missing.like(before, after)) addAll(affected, this.missing.sourcesOf(key));
  }

  private moveShared(
    path: string,
    before: Note | null,
    after: Note | null,
    affected: Set<string> | null,
  ): void {
    if (this.isIgnored(path)) return;
    const concerned = this.shared.move(path, before, after);
    if (affected === null) return;
    const { notes, addressed } = concerned();
    addAll(affected, notes);
    for (const name of addressed) addAll(affected, this.fileTable.named(name));
  }

  private *heededNotes(): Generator<Note> {
    for (const note of this.notesByPath.values()) if (!this.isIgnored(note.path)) yield note;
  }

  private moveLinks(
    path: string,
    before: readonly LinkTarget[],
    after: readonly LinkTarget[],
    affected: Set<string> | null,
  ): void {
    const { gone, come } = this.linkTable.changedTargets(path, before, after);
    if (affected) addAll(affected, this.linkTable.concerned(gone));
    for (const key of gone) {
      this.addAtThreshold(key, affected);
      this.linkTable.remove(key, path);
      if (!this.linkTable.isTarget(key)) this.site?.removeTarget(key);
    }
    for (const key of come) {
      this.linkTable.add(key, path);
      this.site?.addTarget(key);
      this.addAtThreshold(key, affected);
    }
    if (affected) addAll(affected, this.linkTable.concerned(come));
  }

  /** A missing target is, with this note, linked to just often enough to be a placeholder. */
  private addAtThreshold(key: string, affected: Set<string> | null): void {
    if (affected && this.missing.isAtThreshold(key)) addAll(affected, this.missing.sourcesOf(key));
  }
}

/** By what a target may have meant a file that is no note. */
function attachmentNames(path: string): Names | null {
  return isNotePath(path) ? null : { id: null, names: new Set([similarityKey(fileName(path))]) };
}

function addAll(set: Set<string>, more: Iterable<string>): void {
  for (const value of more) set.add(value);
}
