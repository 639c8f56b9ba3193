import { FolderLists } from "./folder-lists.ts";
import { PathLists } from "./path-lists.ts";
import { endsWithKey, fileName, isBelow, isKeyOf, nameKey, targetNames } from "./names.ts";

/** All files of the vault by path and by name, to find those that a target key matches (obsidian.md C). */
export class FileTable {
  private readonly paths = new Set<string>();
  /** By the key of the name with extension. */
  private readonly byName = new PathLists();
  /** What `match` has found since the table changed among several files of a name, of which there may be thousands. */
  private readonly found = new Map<string, readonly string[]>();
  /** By a name that many files have: these by the keys of their paths. Made when somebody asks, until the table changes. */
  private readonly byPath = new Map<string, ReadonlyMap<string, readonly string[]>>();
  /** By a target key that many files match: these by folder. Made when somebody asks, until the table changes. */
  private readonly byFolder = new Map<string, FolderLists>();
  private changes = 0;

  /** How often a file has come or gone: what was found out at another number may not hold any longer. */
  get version(): number {
    return this.changes;
  }

  has(path: string): boolean {
    return this.paths.has(path);
  }

  all(): Iterable<string> {
    return this.paths;
  }

  add(path: string): void {
    if (this.paths.has(path)) return;
    this.paths.add(path);
    this.change();
    this.byName.add(nameKey(fileName(path)), path);
  }

  remove(path: string): void {
    if (!this.paths.delete(path)) return;
    this.change();
    this.byName.remove(nameKey(fileName(path)), path);
  }

  /** The files with this name, extension included, given as a key. */
  named(name: string): readonly string[] {
    return this.byName.get(name);
  }

  /**
   * The files that match a target key equally well, the shorter path first, then in alphabetical order (obsidian.md C7); none
   * if it is unresolved. The list changes with the table.
   */
  match(key: string): readonly string[] {
    const known = this.found.get(key);
    if (known !== undefined) return known;
    for (const name of targetNames(key)) {
      const named = this.byName.get(name);
      // Most links say no more than a name, which no other file has.
      const matching = named.length === 1 && !key.includes("/") ? named : this.matching(named, key, name);
      if (matching.length === 0) continue;
      if (named.length > 1) this.found.set(key, matching);
      return matching;
    }
    return none;
  }

  /** Those of the files that match a target key which lie below a folder, in the same order; the root is none (obsidian.md C7). */
  matchBelow(key: string, folder: string): readonly string[] {
    const matches = this.match(key);
    if (folder === "" || matches.length === 0) return none;
    if (matches.length <= FEW) return matches.filter((path) => isBelow(path, folder));
    let lists = this.byFolder.get(key);
    if (lists === undefined) this.byFolder.set(key, (lists = new FolderLists(matches)));
    return lists.below(folder);
  }

  /** Those of the files of a name that match a target key: at this path from the root or, if there are none, below any folder. */
  private matching(named: readonly string[], key: string, name: string): readonly string[] {
    const isFromRoot = key.startsWith("/");
    const path = key.slice(isFromRoot ? 1 : 0, key.lastIndexOf("/") + 1) + name;
    const exact = this.atPath(named, path, name);
    if (exact.length > 0 || isFromRoot) return exact;
    return path === name ? named : named.filter((each) => endsWithKey(each, `/${path}`));
  }

  /** Those of the files of a name whose paths have this key. */
  private atPath(named: readonly string[], path: string, name: string): readonly string[] {
    if (named.length <= FEW) return named.filter((each) => isKeyOf(path, each));
    let byPath = this.byPath.get(name);
    if (byPath === undefined) this.byPath.set(name, (byPath = byKey(named)));
    return byPath.get(path) ?? none;
  }

  private change(): void {
    this.changes++;
    if (this.found.size > 0) this.found.clear();
    if (this.byPath.size > 0) this.byPath.clear();
    if (this.byFolder.size > 0) this.byFolder.clear();
  }
}

/** The paths by their keys, each list in the order given. */
function byKey(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of paths) {
    const key = nameKey(path);
    const others = found.get(key);
    if (others) others.push(path);
    else found.set(key, [path]);
  }
  return found;
}

const none: readonly string[] = [];

/** So many files of a name are looked through one by one; each of more may be linked to by its path. */
const FEW = 16;
