import { SetTable } from "./set-table.ts";
import type { KeptNames } from "./kept-keys.ts";
import type { LinkTable } from "./link-table.ts";
import { fileName, nameKey, withoutExtension } from "./names.ts";
import { type NearMatch, NearNames, similarityKey } from "./near-names.ts";

/** How many notes must link to a missing target without a near name for it to count as a placeholder (rules.md). */
const PLACEHOLDER_NOTES = 5;

/** What a missing target may have meant. */
export interface Meant {
  /** In alphabetical order; none where any would be a guess. */
  readonly paths: readonly string[];
  /** Title, an alias or the name of each is the target but for letter case and punctuation. */
  readonly isSame: boolean;
}

/** What files are called, by which a missing target may have meant them. */
export interface Names {
  readonly id: string | null;
  /** Similarity keys of title, aliases and file name. */
  readonly names: Iterable<string>;
}

/**
 * Which files the targets that nothing matches may have meant, and which of them are placeholders. Targets are known by
 * their key (`targetKey`). With and without `.md` a target that is missing is the same (obsidian.md A16).
 */
export class MissingTargets {
  private readonly links: LinkTable;
  private readonly ids: SetTable<string, string>;
  private readonly kept: ReadonlySet<string>;
  private readonly names = new NearNames();
  /** Remembered until a name changes, since many links share one missing target. */
  private readonly found = new Map<string, NearMatch | null>();

  /**
   * @param ids the notes that have a note id
   * @param kept the targets that the config lists as placeholders
   */
  constructor(links: LinkTable, ids: SetTable<string, string>, kept: readonly string[]) {
    this.links = links;
    this.ids = ids;
    this.kept = new Set(kept.map(bareKey));
  }

  /** The notes that link to this missing target. */
  sourcesOf(key: string): Iterable<string> {
    const bare = withoutExtension(key);
    const extended = `${bare}.md`;
    if (!this.links.isMissing(extended)) return this.links.isMissing(bare) ? this.links.sourcesOf(bare) : [];
    const sources = this.links.sourcesOf(extended);
    return this.links.isMissing(bare) ? new Set([...this.links.sourcesOf(bare), ...sources]) : sources;
  }

  /** How many notes link to this missing target. */
  countSources(key: string): number {
    const bare = withoutExtension(key);
    if (this.links.isMissing(`${bare}.md`)) return [...this.sourcesOf(key)].length;
    return this.links.isMissing(bare) ? this.links.countSources(bare) : 0;
  }

  /** Whether the config lists this target as a placeholder. */
  isKept(linkpath: string): boolean {
    return this.kept.size > 0 && this.kept.has(bareKey(linkpath));
  }

  /** Whether many notes link to the target and it is like no name; so many that it is left without a file on purpose. */
  isOftenMissed(key: string, linkpath: string): boolean {
    return this.countSources(key) >= PLACEHOLDER_NOTES && !this.isNearSome(key, linkpath);
  }

  /** Whether this many notes are just enough for a placeholder, so that one less or more makes a difference. */
  isAtThreshold(key: string): boolean {
    return this.links.isMissing(key) && this.countSources(key) === PLACEHOLDER_NOTES;
  }

  /**
   * What the target may have meant: the files whose title, alias or name is the same but for letter case and punctuation;
   * else those with this note id, or named as the last part of its path; else one whose name was cut off; else one a few
   * letters away. Of several that were cut off or are a few letters away none is given: any would be a guess.
   */
  meant(key: string, linkpath: string): Meant {
    const match = this.nearest(withoutExtension(key));
    if (match?.kind === "same") return { paths: match.paths, isSame: true };
    const byId = this.ids.sorted(linkpath);
    if (byId.length > 0) return { paths: byId, isSame: false };
    const named = this.namedAsLast(key);
    if (named?.kind === "same") return { paths: named.paths, isSame: false };
    return { paths: match?.paths.length === 1 ? match.paths : [], isSame: false };
  }

  /** Begin with these names. No file may be known yet. */
  begin(names: KeptNames): void {
    this.names.begin(names);
  }

  /** A file is called otherwise than before; null is for a file that is not there. */
  rename(path: string, before: Names | null, after: Names | null): void {
    this.found.clear();
    for (const name of before?.names ?? []) this.names.remove(name, path);
    for (const name of after?.names ?? []) this.names.add(name, path);
  }

  /** The missing targets that may have meant a file of one of these names; one may come several times. */
  *like(...files: readonly (Names | null)[]): Generator<string> {
    for (const id of new Set(files.map((file) => file?.id?.toLowerCase())))
      if (id !== undefined && this.links.isMissing(id)) yield id;
    for (const name of new Set(files.flatMap((file) => [...(file?.names ?? [])])))
      yield* this.links.missing.like(name);
  }

  private isNearSome(key: string, linkpath: string): boolean {
    return (
      this.nearest(withoutExtension(key)) !== null ||
      this.ids.has(linkpath) ||
      this.namedAsLast(key)?.kind === "same"
    );
  }

  private namedAsLast(key: string): NearMatch | null {
    return key.includes("/") ? this.nearest(withoutExtension(fileName(key))) : null;
  }

  private nearest(name: string): NearMatch | null {
    let match = this.found.get(name);
    if (match === undefined) this.found.set(name, (match = this.names.find(similarityKey(name))));
    return match;
  }
}

function bareKey(target: string): string {
  return withoutExtension(nameKey(target));
}
