import { PathLists } from "./path-lists.ts";
import { endsWithKey, fileName, nameKey, targetNames } from "./names.ts";

/** All files of the vault by path and by name, to find those that a target key matches (obsidian.md C). */
export class FileTable {
  private readonly paths = new Set<string>();
  /** By the key of the whole path: several where paths differ in letter case only. */
  private readonly byPath = new PathLists();
  /** By the key of the name with extension. */
  private readonly byName = new PathLists();
  /** What `match` has found since the table changed: each link is asked about by several rules, each target by many links. */
  private readonly found = new Map<string, readonly string[]>();

  has(path: string): boolean {
    return this.paths.has(path);
  }

  all(): Iterable<string> {
    return this.paths;
  }

  add(path: string): void {
    if (this.paths.has(path)) return;
    this.paths.add(path);
    this.found.clear();
    const key = nameKey(path);
    this.byPath.add(key, path);
    this.byName.add(fileName(key), path);
  }

  remove(path: string): void {
    if (!this.paths.delete(path)) return;
    this.found.clear();
    const key = nameKey(path);
    this.byPath.remove(key, path);
    this.byName.remove(fileName(key), path);
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
    let found = this.found.get(key);
    if (found === undefined) this.found.set(key, (found = this.search(key)));
    return found;
  }

  private search(key: string): readonly string[] {
    const fromRoot = key.startsWith("/");
    const path = fromRoot ? key.slice(1) : key;
    const folder = path.slice(0, path.length - fileName(path).length);
    for (const name of targetNames(path)) {
      const exact = this.byPath.get(folder + name);
      if (exact.length > 0) return exact;
      const named = fromRoot ? none : this.byName.get(name);
      const matching =
        folder === "" ? named : named.filter((candidate) => endsWithKey(candidate, `/${folder}${name}`));
      if (matching.length > 0) return matching;
    }
    return none;
  }
}

const none: readonly string[] = [];
