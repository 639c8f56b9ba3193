import type { Conventions } from "../journal/conventions.ts";
import { FileTable } from "./file-table.ts";
import { LinkTable, type LinkTarget } from "./link-table.ts";
import { MissingTargets, type Names } from "./missing-targets.ts";
import { fileName, isNotePath, nameKey, withoutExtension } from "./names.ts";
import { similarityKey } from "./near-names.ts";
import { addAll } from "./add-all.ts";
import type { SetTable } from "./set-table.ts";
import { SiteTable } from "./site-table.ts";

/**
 * All files of the vault, and which links lead to them or to none: changed file by file. Each change adds to `affected` the
 * paths of the files whose diagnostics it may change.
 */
export class LinkedFiles {
  readonly files = new FileTable();
  readonly links = new LinkTable(this.files);
  readonly missing: MissingTargets;
  /** Where links lead on the site; null if the conventions tell of none. */
  readonly site: SiteTable | null;
  private readonly addressing: (path: string) => Iterable<string>;
  private readonly noteNames: (path: string) => Names | null;

  /**
   * @param noteIds the notes that have a note id, as they come to be
   * @param addressing the notes with an address in HTML, or what else has no target in the app, that may lead to a file (`SharedFacts.addressing`)
   * @param noteNames what the note at a path is called; null if there is none
   */
  constructor(
    { site, placeholders }: Conventions,
    noteIds: SetTable<string, string>,
    addressing: (path: string) => Iterable<string>,
    noteNames: (path: string) => Names | null,
  ) {
    this.addressing = addressing;
    this.noteNames = noteNames;
    this.site = site === "quartz" ? new SiteTable() : null;
    this.missing = new MissingTargets(this.links, noteIds, placeholders);
  }

  /** Take up a file that may be known. */
  add(path: string, affected: Set<string>): void {
    if (this.files.has(path)) return;
    this.addConcerned(path, affected);
    const before = this.calledLike(path);
    this.files.add(path);
    this.addLinkable(before, this.calledLike(path), affected);
    this.site?.add(path);
    this.recheck(path, affected);
    this.moveNames(path, null, attachmentNames(path), affected);
  }

  /** Take up a file that may be known, before anyone has asked: nobody is affected. */
  load(path: string): void {
    if (this.files.has(path)) return;
    this.files.add(path);
    this.site?.add(path);
    if (this.links.missing.areKept) this.links.recheck(path);
    this.missing.rename(path, null, attachmentNames(path));
  }

  /** Forget a file that nothing is known of any longer. */
  remove(path: string, affected: Set<string>): void {
    this.addConcerned(path, affected);
    const before = this.calledLike(path);
    this.files.remove(path);
    this.addLinkable(before, this.calledLike(path), affected);
    this.site?.remove(path);
    this.recheck(path, affected);
    this.moveNames(path, attachmentNames(path), null, affected);
  }

  /** The files to which an address in HTML that ends in this name, given as a key, may lead. */
  addressedAs(name: string): readonly string[] {
    return [...this.files.named(name), ...this.files.named(`${name}.md`)];
  }

  /** The note or canvas at a path has other links than before. */
  moveLinks(
    path: string,
    before: readonly LinkTarget[],
    after: readonly LinkTarget[],
    affected: Set<string>,
  ): void {
    const { gone, come } = this.links.changedTargets(path, before, after);
    addAll(affected, this.links.concerned(gone));
    for (const key of gone) {
      this.addAtThreshold(key, affected);
      this.links.remove(key, path);
    }
    for (const key of come) {
      this.links.add(key, path);
      this.addAtThreshold(key, affected);
    }
    addAll(affected, this.links.concerned(come));
  }

  /** A file is called otherwise than before; null is for a file that is not there. */
  moveNames(path: string, before: Names | null, after: Names | null, affected: Set<string>): void {
    if (before === null && after === null) return;
    this.missing.rename(path, before, after);
    for (const key of this.missing.like(before, after)) addAll(affected, this.missing.sourcesOf(key));
  }

  /** The file that the name of this one leads to from everywhere, whichever it is (`shortestLinkpath`); null if that may be several, or none. */
  private calledLike(path: string): string | null {
    const matches = this.files.match(nameKey(withoutExtension(fileName(path))));
    return matches.length === 1 ? (matches[0] ?? null) : null;
  }

  /** The name alone led to the one file and leads to the other: add those who link to them, or may have meant to, since repairs say how. */
  private addLinkable(before: string | null, after: string | null, affected: Set<string>): void {
    if (before === after) return;
    for (const path of [before, after]) {
      if (path === null) continue;
      addAll(affected, this.links.matching(path));
      const names = this.noteNames(path) ?? attachmentNames(path);
      for (const key of this.missing.like(names)) addAll(affected, this.missing.sourcesOf(key));
    }
  }

  private recheck(path: string, affected: Set<string>): void {
    for (const key of this.links.recheck(path)) addAll(affected, this.links.sourcesOf(key));
    if (this.site)
      for (const key of this.links.onSite.named(path)) addAll(affected, this.links.sourcesOf(key));
    addAll(affected, this.addressing(path));
    this.addConcerned(path, affected);
  }

  /** Add the files that links by this file's name lead to: it may take all of them, or give all back. */
  private addConcerned(path: string, affected: Set<string>): void {
    addAll(affected, this.links.matchesOf(this.links.targetsOf(path)));
  }

  /** A missing target is, with this note, linked to just often enough to be a placeholder. */
  private addAtThreshold(key: string, affected: Set<string>): void {
    if (this.missing.isAtThreshold(key)) addAll(affected, this.missing.sourcesOf(key));
  }
}

/** By what a target may have meant a file that is no note. */
function attachmentNames(path: string): Names | null {
  return isNotePath(path) ? null : { id: null, names: new Set([similarityKey(fileName(path))]) };
}
