import { endsWithKey, fileName, nameKey, targetNames } from "./names.ts";

/** All files of the vault by path and by name, to find those that a target key matches (obsidian.md C). */
export class FileTable {
  private readonly paths = new Set<string>();
  /** By the key of the whole path: several where paths differ in letter case only. */
  private readonly byPath = new Map<string, string[]>();
  /** By the key of the name with extension. */
  private readonly byName = new Map<string, string[]>();
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
    insert(this.byPath, key, path);
    insert(this.byName, fileName(key), path);
  }

  remove(path: string): void {
    if (!this.paths.delete(path)) return;
    this.found.clear();
    const key = nameKey(path);
    withdraw(this.byPath, key, path);
    withdraw(this.byName, fileName(key), path);
  }

  /** The files with this name, extension included, given as a key. */
  named(name: string): readonly string[] {
    return this.byName.get(name) ?? [];
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
      if (exact) return exact;
      const named = fromRoot ? undefined : this.byName.get(name);
      const matching =
        folder === "" ? named : named?.filter((candidate) => endsWithKey(candidate, `/${folder}${name}`));
      if (matching && matching.length > 0) return matching;
    }
    return none;
  }
}

const none: readonly string[] = [];

/** Add where it belongs, in place: thousands of notes may be called README. */
function insert(table: Map<string, string[]>, key: string, path: string): void {
  const paths = table.get(key);
  if (paths === undefined) table.set(key, [path]);
  else paths.splice(placeOf(paths, path), 0, path);
}

function withdraw(table: Map<string, string[]>, key: string, path: string): void {
  const paths = table.get(key);
  if (paths === undefined) return;
  const at = placeOf(paths, path);
  if (paths[at] === path) paths.splice(at, 1);
  if (paths.length === 0) table.delete(key);
}

/** Where a path is among others in order, or would be. */
function placeOf(paths: readonly string[], path: string): number {
  let low = 0;
  let high = paths.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comesBefore(paths[middle] ?? "", path)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function comesBefore(a: string, b: string): boolean {
  return a.length === b.length ? a < b : a.length < b.length;
}
