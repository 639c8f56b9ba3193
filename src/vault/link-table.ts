import type { Link } from "../note/note.ts";
import { EqualMatches } from "./equal-matches.ts";
import type { FileTable } from "./file-table.ts";
import type { KeptTable } from "./kept-keys.ts";
import { MissingKeys } from "./missing-keys.ts";
import { folderOf, targetKey, targetsOfFile } from "./names.ts";
import { SetTable } from "./set-table.ts";
import { SiteTargets } from "./site-targets.ts";
import { VersionedAnswers } from "./versioned-answers.ts";

/** What of a link says where it leads. */
export type LinkTarget = Pick<Link, "kind" | "linkpath">;

/**
 * Who links to what: for each target the notes that link to it, and which targets are missing. Targets are known by their
 * key (`targetKey`). `<a href>` addresses the site, not the vault, and does not count.
 */
export class LinkTable {
  /** Targets that notes link to and no file matches. */
  readonly missing = new MissingKeys(() => this.missingKeys());
  /** All targets that notes link to, as the site knows them. */
  readonly onSite = new SiteTargets(() => this.sources.keys());
  private readonly files: FileTable;
  private readonly sources = new SetTable<string, string>();
  /** By a target that several files match: the notes that link to it by the file that they lead to. Of this version of the files. */
  private readonly shared = new VersionedAnswers<string, ReadonlyMap<string, readonly string[]>>();

  constructor(files: FileTable) {
    this.files = files;
  }

  /** The notes that link to a target. */
  sourcesOf(key: string): Iterable<string> {
    return this.sources.values(key);
  }

  /** How many notes link to a target. */
  countSources(key: string): number {
    return this.sources.size(key);
  }

  /** Whether any note links to this target. */
  isTarget(key: string): boolean {
    return this.sources.has(key);
  }

  /** Whether notes link to this target and no file matches it. */
  isMissing(key: string): boolean {
    return this.sources.has(key) && this.files.match(key).length === 0;
  }

  /**
   * The notes with a link that leads to this file, in alphabetical order. The list is kept while nothing changes where all
   * link by one target, as they do to most files: there may be thousands.
   */
  leadingTo(path: string): readonly string[] {
    const lists = this.targetsOf(path).map((key) => this.leadingBy(key, path));
    const some = lists.filter((list) => list.length > 0);
    return some.length > 1 ? [...new Set(some.flat())].sort() : (some[0] ?? []);
  }

  /** Whether a note other than the file itself has a link that leads to it. */
  isLedTo(path: string): boolean {
    for (const key of this.targetsOf(path)) {
      const matches = this.files.match(key);
      // Most targets are one file's, and the notes that link to it need not be put in order.
      const isOnly = matches.length === 1 && matches[0] === path;
      for (const source of isOnly ? this.sources.values(key) : this.leadingBy(key, path))
        if (source !== path) return true;
    }
    return false;
  }

  /** The notes that link to this target and so to this file, in alphabetical order. */
  private leadingBy(key: string, path: string): readonly string[] {
    const matches = this.files.match(key);
    if (matches.length < 2) return matches[0] === path ? this.sources.sorted(key) : [];
    const known = this.shared.of(this.files.version);
    let byFile = known.get(key);
    if (byFile === undefined) known.set(key, (byFile = this.sourcesByFile(key)));
    return byFile.get(path) ?? [];
  }

  /** The notes that link to a target, by the one of several files that they lead to. */
  private sourcesByFile(key: string): ReadonlyMap<string, readonly string[]> {
    const byFile = new Map<string, string[]>();
    for (const from of this.sources.sorted(key)) {
      const path = new EqualMatches(this.files, key, folderOf(from)).best ?? "";
      const others = byFile.get(path);
      if (others) others.push(from);
      else byFile.set(path, [from]);
    }
    return byFile;
  }

  /** The files that links to one of these targets may lead to, where few enough link there to make a difference to them. */
  *concerned(keys: Iterable<string>): Generator<string> {
    for (const key of keys) {
      const matches = this.files.match(key);
      // Two, for one of them may be the file itself.
      if (matches.length > 1 || this.sources.size(key) <= 2) yield* matches;
    }
  }

  /** The files that links to one of these targets may lead to. */
  *matchesOf(keys: Iterable<string>): Generator<string> {
    for (const key of keys) yield* this.files.match(key);
  }

  /** The targets that notes link to and this file matches, or would if it were there and others were not. */
  targetsOf(path: string): readonly string[] {
    // So of each file of a vault whose notes are still to be read.
    if (this.sources.isEmpty) return [];
    return targetsOfFile(path).filter((key) => this.sources.has(key));
  }

  /** The notes with a link that matches this file, be it the best match or not. */
  matching(path: string): ReadonlySet<string> {
    const found = new Set<string>();
    for (const key of this.targetsOf(path))
      if (this.files.match(key).includes(path)) for (const from of this.sources.values(key)) found.add(from);
    return found;
  }

  /** Targets that the note linked to before or links to now, but not both. */
  changedTargets(
    path: string,
    before: readonly LinkTarget[],
    after: readonly LinkTarget[],
  ): { readonly gone: readonly string[]; readonly come: readonly string[] } {
    const old = targetsIn(before, path);
    const now = targetsIn(after, path);
    return { gone: [...old].filter((key) => !now.has(key)), come: [...now].filter((key) => !old.has(key)) };
  }

  /** Take up the links of a note or canvas of which none is known. */
  load(path: string, links: readonly LinkTarget[]): void {
    const known = this.shared.of(this.files.version);
    if (known.size > 0) known.clear();
    for (const link of links) {
      const key = targetIn(link, path);
      if (key !== null && this.sources.append(key, path)) this.takeTarget(key);
    }
  }

  /** Begin with these targets, each with the notes that link to it. None may be known yet. */
  begin(targets: KeptTable): void {
    this.sources.begin(targets);
  }

  add(key: string, source: string): void {
    this.shared.of(this.files.version).delete(key);
    if (this.sources.add(key, source)) this.takeTarget(key);
  }

  remove(key: string, source: string): void {
    this.shared.of(this.files.version).delete(key);
    if (!this.sources.delete(key, source)) return;
    this.onSite.delete(key);
    this.missing.delete(key);
  }

  /** A file has come or gone: find out anew which targets are missing. The targets that it matches, or would, are returned. */
  recheck(path: string): readonly string[] {
    const keys = this.targetsOf(path);
    if (this.missing.areKept)
      for (const key of keys) {
        if (this.isMissing(key)) this.missing.add(key);
        else this.missing.delete(key);
      }
    return keys;
  }

  /** A target that no note linked to. */
  private takeTarget(key: string): void {
    this.onSite.add(key);
    if (this.missing.areKept && this.isMissing(key)) this.missing.add(key);
  }

  private *missingKeys(): Generator<string> {
    for (const key of this.sources.keys()) if (this.files.match(key).length === 0) yield key;
  }
}

/** The keys of what the links of the file at `from` lead to, but for those that can lead nowhere. */
export function targetsIn(links: readonly LinkTarget[], from: string): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const link of links) {
    const key = targetIn(link, from);
    if (key !== null) keys.add(key);
  }
  return keys;
}

function targetIn({ kind, linkpath }: LinkTarget, from: string): string | null {
  return kind === "href" || linkpath === "" ? null : targetKey(linkpath, from);
}
