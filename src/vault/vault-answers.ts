import type { Conventions, NoteType } from "../journal/conventions.ts";
import { noteTypeOf } from "../journal/note-type.ts";
import { allTagsOf, publicationOf } from "../journal/properties.ts";
import type { BlockId, Heading, Link, Note } from "../note/note.ts";
import { PackedNote } from "../note/packed/packed-note.ts";
import { addressedName } from "./common-facts.ts";
import type { EqualMatches } from "./equal-matches.ts";
import type { JournalOrder } from "./journal-order.ts";
import type { LinkTarget } from "./link-table.ts";
import type { LinkedFiles } from "./linked-files.ts";
import { isLinkable, isNotePath, targetKey, withoutExtension } from "./names.ts";
import { writtenNamesOf } from "./note-profile.ts";
import type { NoteStore } from "./note-store.ts";
import { NoteTables } from "./note-tables.ts";
import type { OrderedPaths } from "./ordered-paths.ts";
import { RecentAnswers } from "./recent-answers.ts";
import { type Resolution, ResolvedLinks, shortestLinkpath } from "./resolve-link.ts";
import { haveSameWords } from "./same-words.ts";
import type { SharedFacts } from "./shared-facts.ts";
import type { SiteTable } from "./site-table.ts";
import { Anchors } from "./subpath.ts";
import { VersionedAnswers } from "./versioned-answers.ts";

/** A file that a missing target may have meant. */
export interface Candidate {
  readonly path: string;
  /** The shortest linktext that leads there. */
  readonly linkpath: string;
  /**
   * It is a note whose title, an alias or name says the words of the target (`haveSameWords`), and no other's is alike; and the site has
   * it, or does not have the note that links to it either.
   */
  readonly sure: boolean;
  /** It would be sure, were it not unpublished and the note that links to it not. */
  readonly isHeldBack: boolean;
}

/** How many files a missing target may have meant at most; of more nobody would choose. */
const MOST_CANDIDATES = 10;

/** All that can be asked of a vault as it is: which link leads where, and what notes have in common. `VaultIndex` says how it comes to be. */
export class VaultAnswers {
  readonly conventions: Conventions;
  protected readonly tables: NoteTables;
  protected readonly linked: LinkedFiles;
  /** By path of a canvas: its links. */
  protected readonly canvases = new Map<string, readonly LinkTarget[]>();
  protected changes = 0;
  private readonly resolved: ResolvedLinks;
  /** Whether the site has none of these files that a target matches, of which there may be thousands. Of one revision. */
  private readonly unpublished = new VersionedAnswers<readonly string[], boolean>();
  /** Those of the notes that links lead into. */
  private readonly anchors = new RecentAnswers((note) => new Anchors(note));
  private readonly types: RecentAnswers<NoteType | null>;

  constructor(conventions: Conventions, notes: NoteStore) {
    this.conventions = conventions;
    this.types = new RecentAnswers((note) => noteTypeOf(note, conventions));
    this.tables = new NoteTables(conventions, notes);
    this.linked = this.tables.linked;
    this.resolved = new ResolvedLinks(this.linked.files);
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

  /** Whether all of these are notes that the site does not have. */
  areUnpublished({ all }: EqualMatches): boolean {
    const known = this.unpublished.of(this.changes);
    let answer = known.get(all);
    if (answer === undefined) known.set(all, (answer = all.every((path) => this.isUnpublished(path))));
    return answer;
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

  /** Whether a link of another note or a canvas leads to this file, or an address in raw HTML may. */
  isUsed(path: string): boolean {
    return this.isLinked(path) || this.shared.isAddressed(path);
  }

  /** Whether an address in raw HTML of the note at `from` ends in the name of another file, to which it leads or may. */
  isAddress({ linkpath }: Pick<Link, "linkpath">, from: string): boolean {
    return this.linked.addressedAs(addressedName(linkpath)).some((path) => path !== from);
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
    const isMeant = meant.isSame && paths.length === 1 && isNotePath(first) && this.isCalled(first, key);
    const isHeldBack = isMeant && this.isUnpublished(first) && !this.isUnpublished(from);
    const sure = isMeant && !isHeldBack;
    return paths
      .slice(0, MOST_CANDIDATES)
      .map((path) => ({ path, linkpath: this.linkpathTo(path), sure, isHeldBack }))
      .filter(({ linkpath }) => isLinkable(linkpath));
  }

  /** Whether title, an alias or the name of the note at a path says the words of a target. */
  private isCalled(path: string, target: string): boolean {
    const note = this.note(path);
    const name = withoutExtension(target);
    return note !== null && writtenNamesOf(note).some((written) => haveSameWords(written, name));
  }

  /** Hold facts no longer that a note had: who types makes others with each key, and garbage is collected soonest while it is young. */
  protected retire(note: Note): void {
    this.types.forget(note);
    this.anchors.forget(note);
    if (note instanceof PackedNote) note.release();
  }
}
