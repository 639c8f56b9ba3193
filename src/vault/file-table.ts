import { PathLists } from "./path-lists.ts";
import { endsWithKey, fileName, nameKey, targetNames } from "./names.ts";

/** All files of the vault by path and by name, to find those that a target key matches (obsidian.md C). */
export class FileTable {
  private readonly paths = new Set<string>();
  /** By the key of the whole path: several where paths differ in letter case only. */
  private readonly byPath = new PathLists();
  /** By the key of the name with extension. */
  private readonly byName = new PathLists();
  /** What `match` has found since the table changed of targets with folders: to look through all files of a name takes time. */
  private readonly found = new Map<string, readonly string[]>();
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
    const key = nameKey(path);
    this.byPath.add(key, path);
    this.byName.add(fileName(key), path);
  }

  remove(path: string): void {
    if (!this.paths.delete(path)) return;
    this.change();
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
    if (!key.includes("/")) return this.matchName(key);
    let found = this.found.get(key);
    if (found === undefined) this.found.set(key, (found = this.matchPath(key)));
    return found;
  }

  /** Of files that match a name, one in the root comes before all others. */
  private matchName(name: string): readonly string[] {
    for (const file of targetNames(name)) {
      const matching = this.byName.get(file);
      if (matching.length > 1) return this.byPath.has(file) ? this.byPath.get(file) : matching;
      if (matching.length > 0) return matching;
    }
    return none;
  }

  private matchPath(key: string): readonly string[] {
    const fromRoot = key.startsWith("/");
    const path = fromRoot ? key.slice(1) : key;
    const folder = path.slice(0, path.length - fileName(path).length);
    for (const name of targetNames(path)) {
      const exact = this.byPath.get(folder + name);
      if (exact.length > 0) return exact;
      if (fromRoot) continue;
      const end = `/${folder}${name}`;
      const matching = this.byName.get(name).filter((candidate) => endsWithKey(candidate, end));
      if (matching.length > 0) return matching;
    }
    return none;
  }

  private change(): void {
    this.changes++;
    if (this.found.size > 0) this.found.clear();
  }
}

const none: readonly string[] = [];
