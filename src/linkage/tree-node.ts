import type { TextRange } from "../text/range.ts";

/**
 * What a row of the linkage tree stands for: a note, another file, a group of rows, a tag, a target without a file, or
 * words of a linkage block that are none of these.
 */
export type TreeNodeKind = "note" | "file" | "group" | "tag" | "missing" | "text";

/** A row of the linkage tree. */
export interface TreeNode {
  readonly kind: TreeNodeKind;
  /** Unique among its siblings, and the same for the same thing after an update. */
  readonly key: string;
  readonly label: string;
  /** What tells it from others of the same label: the file's name, its path or its folder. Empty where nothing need. */
  readonly hint: string;
  /** The path of the note or file, else null. */
  readonly path: string | null;
  /** What a link to it says: its path, with the subpath of the link it comes from; of a missing target the linktext. Else null. */
  readonly linktext: string | null;
  /** What the links that lead to it show instead of its name, each once. */
  readonly displayTexts: readonly string[];
  /** What is to be said of it: `draft`, `not published`, `unresolved`, `ambiguous`, `embed`, `HTML`, `cycle`, `unknown tag`, `3 times`. */
  readonly marks: readonly string[];
  /** How many rows are below a group or a tag; null where there is nothing to count. */
  readonly count: number | null;
  /** For a backlink: how often it links here. Else null. */
  readonly times: number | null;
  /** For a backlink: where the note at `path` mentions it, in that note's text and order. Else empty. */
  readonly mentions: readonly TextRange[];
  /** Whether it can have rows below. */
  readonly opens: boolean;
  /** The rows below. Computed when asked for, and anew each time. */
  readonly children: () => TreeRows;
}

/** The keys of rows, each once. Where they are in order they need not all be before somebody looks at them. */
export interface RowKeys {
  readonly length: number;
  /** The key at an index that is not negative. */
  at(index: number): string | undefined;
  /** The index of a key, or -1. */
  indexOf(key: string): number;
}

/** The rows below a row, each made when it is first asked for: there may be thousands. */
export class TreeRows implements Iterable<TreeNode> {
  static readonly none = new TreeRows([], () => leaf("text", "", ""));
  private readonly keys: RowKeys;
  private readonly make: (key: string, index: number) => TreeNode;
  private readonly made = new Map<number, TreeNode>();

  /**
   * @param make gives the row of a key, which is at this index
   */
  constructor(keys: RowKeys, make: (key: string, index: number) => TreeNode) {
    this.keys = keys;
    this.make = make;
  }

  get length(): number {
    return this.keys.length;
  }

  /** The row at `index`, or null if there is none. */
  at(index: number): TreeNode | null {
    const key = index < 0 ? undefined : this.keys.at(index);
    if (key === undefined) return null;
    let node = this.made.get(index);
    if (node === undefined) this.made.set(index, (node = this.make(key, index)));
    return node;
  }

  /** The index of the row with this key, or -1. */
  indexOf(key: string): number {
    return this.keys.indexOf(key);
  }

  *[Symbol.iterator](): Generator<TreeNode> {
    for (let index = 0; index < this.length; index++) {
      const node = this.at(index);
      if (node) yield node;
    }
  }
}

/** Rows for things that may have one key: the second one of a key gets a number behind it. */
export function rowsOf<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
  make: (thing: Thing, key: string) => TreeNode,
): TreeRows {
  const seen = new Map<string, number>();
  const keys = things.map((thing) => {
    const key = keyOf(thing);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0 ? key : `${key}\u0001${String(before + 1)}`;
  });
  return new TreeRows(keys, (key, index) => {
    const thing = things[index];
    return thing === undefined ? leaf("text", key, "") : make(thing, key);
  });
}

/** A row with nothing below. */
export function leaf(
  kind: TreeNodeKind,
  key: string,
  label: string,
  more: Partial<
    Pick<TreeNode, "path" | "hint" | "linktext" | "displayTexts" | "marks" | "times" | "mentions">
  > = {},
): TreeNode {
  return {
    kind,
    key,
    label,
    hint: "",
    path: null,
    linktext: null,
    displayTexts: [],
    marks: [],
    count: null,
    times: null,
    mentions: [],
    opens: false,
    children: () => TreeRows.none,
    ...more,
  };
}

/** A row that stands for `count` rows, which are made when it is expanded. */
export function branch(
  kind: "group" | "tag",
  key: string,
  label: string,
  count: number,
  children: () => TreeRows,
): TreeNode {
  return { ...leaf(kind, key, label), count, opens: count > 0, children };
}
