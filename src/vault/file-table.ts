import { fileName, nameKey, targetNames } from "./names.ts";

/** All files of the vault by path and by name, to find those that a target key matches (obsidian.md C). */
export class FileTable {
  private readonly paths = new Set<string>();
  /** By the key of the whole path: several where paths differ in letter case only. */
  private readonly byPath = new Map<string, string[]>();
  /** By the key of the name with extension. */
  private readonly byName = new Map<string, string[]>();

  has(path: string): boolean {
    return this.paths.has(path);
  }

  all(): Iterable<string> {
    return this.paths;
  }

  add(path: string): void {
    if (this.paths.has(path)) return;
    this.paths.add(path);
    const key = nameKey(path);
    insert(this.byPath, key, path);
    insert(this.byName, fileName(key), path);
  }

  remove(path: string): void {
    if (!this.paths.delete(path)) return;
    const key = nameKey(path);
    withdraw(this.byPath, key, path);
    withdraw(this.byName, fileName(key), path);
  }

  /** How many files have this file's name. */
  sameName(path: string): number {
    return this.byName.get(fileName(nameKey(path)))?.length ?? 0;
  }

  /** The files that match a target key equally well, in alphabetical order; none if it is unresolved. */
  match(key: string): readonly string[] {
    const fromRoot = key.startsWith("/");
    const path = fromRoot ? key.slice(1) : key;
    const folder = path.slice(0, path.length - fileName(path).length);
    for (const name of targetNames(path)) {
      const exact = this.byPath.get(folder + name);
      if (exact) return exact;
      const named = fromRoot ? undefined : this.byName.get(name);
      const matching =
        folder === ""
          ? named
          : named?.filter((candidate) => nameKey(candidate).endsWith(`/${folder}${name}`));
      if (matching && matching.length > 0) return matching;
    }
    return [];
  }
}

function insert(table: Map<string, string[]>, key: string, path: string): void {
  const paths = table.get(key);
  if (paths === undefined) table.set(key, [path]);
  else table.set(key, [...paths, path].sort());
}

function withdraw(table: Map<string, string[]>, key: string, path: string): void {
  const left = table.get(key)?.filter((other) => other !== path) ?? [];
  if (left.length > 0) table.set(key, left);
  else table.delete(key);
}
