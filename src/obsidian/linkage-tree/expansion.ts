/** Lists longer than this open row by row, by hand only: nobody reads on through a thousand open notes. */
const MOST_OPENED = 50;

/** Of how many trees it is known what was expanded: those touched last. */
const MOST_TREES = 200;

/** Of how many trees, and of how many rows of each, it is kept for the next start. */
export const MOST_KEPT_TREES = 50;
export const MOST_KEPT_ROWS = 200;

/** What was said of rows: the key of the row that they are below, their own, and whether they were expanded or collapsed. */
type SaidRows = readonly (readonly [parent: string, key: string, expanded: boolean])[];

/** What was said of trees, each by its key. */
export type SaidTrees = readonly (readonly [tree: string, rows: SaidRows])[];

/**
 * Which rows of trees are expanded. A row is known by its key, which begins with that of its tree. Levels above the depth are
 * expanded at first; what somebody has expanded or collapsed is kept through updates.
 */
export class Expansion {
  /** By the key of a tree, the one touched last at the end; by the key of a row: keys among its rows. */
  private readonly trees = new Map<string, Map<string, Map<string, boolean>>>();

  /** @param said what was said before, as `kept` gives it */
  constructor(said: SaidTrees = []) {
    for (const [, rows] of said) for (const [parent, key, expanded] of rows) this.set(parent, key, expanded);
  }

  /** Whether a row is expanded; null: nobody has said so. */
  of(parent: string, key: string): boolean | null {
    return this.trees.get(treeOf(parent))?.get(parent)?.get(key) ?? null;
  }

  /** Whether the rows of a list are expanded before anybody has touched them. Levels count from 1. */
  isOpenAtFirst(siblings: number, level: number, depth: number): boolean {
    return level < depth && siblings <= MOST_OPENED;
  }

  /** Keys of the rows below `parent` that somebody has expanded. */
  *expandedBelow(parent: string): Generator<string> {
    for (const [key, expanded] of this.trees.get(treeOf(parent))?.get(parent) ?? []) if (expanded) yield key;
  }

  set(parent: string, key: string, expanded: boolean): void {
    const tree = treeOf(parent);
    const lists = this.trees.get(tree) ?? new Map<string, Map<string, boolean>>();
    const rows = lists.get(parent) ?? new Map<string, boolean>();
    this.trees.delete(tree);
    this.trees.set(tree, lists.set(parent, rows.set(key, expanded)));
    const [oldest] = this.trees.keys();
    if (this.trees.size > MOST_TREES && oldest !== undefined) this.trees.delete(oldest);
  }

  /** Forget what was said of the rows of a tree. */
  forget(tree: string): void {
    this.trees.delete(tree);
  }

  /** A tree has another key. */
  rename(tree: string, to: string): void {
    const lists = this.trees.get(tree);
    this.trees.delete(tree);
    for (const [parent, rows] of lists ?? [])
      for (const [key, expanded] of rows) this.set(to + parent.slice(tree.length), key, expanded);
  }

  /** What was said last, for the next start: not more than is kept. */
  kept(): SaidTrees {
    const trees = [...this.trees].slice(-MOST_KEPT_TREES);
    return trees.map(([tree, lists]) => {
      const rows = [...lists].flatMap(([parent, said]) =>
        Array.from(said, ([key, expanded]) => [parent, key, expanded] as const),
      );
      return [tree, rows.slice(-MOST_KEPT_ROWS)] as const;
    });
  }
}

/** Stands between the keys of a row and of those below it; no path, tag or linkpath holds it. */
export const KEY_END = "\u0000";

/** The key of the tree that a row is in. */
function treeOf(key: string): string {
  const end = key.indexOf(KEY_END);
  return end < 0 ? key : key.slice(0, end);
}
