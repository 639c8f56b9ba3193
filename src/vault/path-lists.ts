import { firstNotBefore } from "../text/search.ts";

/**
 * Lists of paths by a key, the shorter path first, then in alphabetical order. Most keys have one path, which is kept without
 * a list around it.
 */
export class PathLists {
  private readonly lists = new Map<string, string | string[]>();

  /** The paths of a key. A list of several changes with the table. */
  get(key: string): readonly string[] {
    const found = this.lists.get(key);
    if (found === undefined) return none;
    return typeof found === "string" ? [found] : found;
  }

  has(key: string): boolean {
    return this.lists.has(key);
  }

  /** Add a path that the key does not have. */
  add(key: string, path: string): void {
    const found = this.lists.get(key);
    if (found === undefined) this.lists.set(key, path);
    else if (typeof found === "string")
      this.lists.set(key, comesBefore(path, found) ? [path, found] : [found, path]);
    // In place: thousands of notes may be called README.
    else found.splice(placeOf(found, path), 0, path);
  }

  remove(key: string, path: string): void {
    const found = this.lists.get(key);
    if (found === path) this.lists.delete(key);
    if (found === undefined || typeof found === "string") return;
    const at = placeOf(found, path);
    if (found[at] === path) found.splice(at, 1);
    const [left] = found;
    if (found.length === 1 && left !== undefined) this.lists.set(key, left);
  }
}

const none: readonly string[] = [];

/** Where a path is among others in order, or would be. */
function placeOf(paths: readonly string[], path: string): number {
  return firstNotBefore(paths, (other) => comesBefore(other, path));
}

/** Whether a path comes before another in such a list. */
export function comesBefore(a: string, b: string): boolean {
  return a.length === b.length ? a < b : a.length < b.length;
}
