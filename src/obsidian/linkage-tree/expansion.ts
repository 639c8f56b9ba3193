/** Lists longer than this open row by row, by hand only: nobody reads on through a thousand open notes. */
const MOST_OPENED = 50;

/**
 * Which rows of trees are expanded. A row is known by its key, which begins with that of its tree. Levels above the depth are
 * expanded at first; what somebody has expanded or collapsed is kept through updates.
 */
export class Expansion {
  /** By the key of a row: keys among its rows, each with whether it was expanded or collapsed. */
  private readonly said = new Map<string, Map<string, boolean>>();

  /** Whether a row is expanded; null: nobody has said so. */
  of(parent: string, key: string): boolean | null {
    return this.said.get(parent)?.get(key) ?? null;
  }

  /** Whether the rows of a list are expanded before anybody has touched them. Levels count from 1. */
  isOpenAtFirst(siblings: number, level: number, depth: number): boolean {
    return level < depth && siblings <= MOST_OPENED;
  }

  /** Keys of the rows below `parent` that somebody has expanded. */
  *expandedBelow(parent: string): Generator<string> {
    for (const [key, expanded] of this.said.get(parent) ?? []) if (expanded) yield key;
  }

  set(parent: string, key: string, expanded: boolean): void {
    let rows = this.said.get(parent);
    if (rows === undefined) this.said.set(parent, (rows = new Map<string, boolean>()));
    rows.set(key, expanded);
  }

  /** Forget what was said of the rows of a tree. */
  forget(tree: string): void {
    for (const parent of [...this.said.keys()])
      if (parent === tree || parent.startsWith(tree + KEY_END)) this.said.delete(parent);
  }
}

/** Stands between the keys of a row and of those below it; no path, tag or linkpath holds it. */
export const KEY_END = "\u0000";
