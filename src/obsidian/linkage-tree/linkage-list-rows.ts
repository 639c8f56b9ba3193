import type { TreeNode, TreeRows } from "../../linkage/tree-node.ts";
import { lastNotAbove } from "../../text/search.ts";
import type { ListNode, ListRow, ListRows } from "../tree-list/list-row.ts";
import { KEY_END, type Expansion } from "./expansion.ts";

/** A row of the linkage tree in its place in one tree. */
export interface LinkageNode extends ListNode {
  readonly node: TreeNode;
  /** The key of the row that it is below. */
  readonly parent: string;
}

/** Whether a row is shown without regard to those below it; null: all are. */
type Filter = ((node: TreeNode) => boolean) | null;

/** What is shown of a tree. */
export interface Shown {
  readonly expansion: Expansion;
  /** The groups that were expanded or collapsed since there is a filter; before, it opens all of them. */
  readonly sinceFilter: Expansion;
  /** How many levels are open at first. */
  readonly depth: number;
  readonly matches: Filter;
}

/** How many rows may be expanded at once, below the groups, without anybody having done so one by one. */
const MOST_EXPANDED = 100;

/**
 * The visible rows below a note. A row is made when it is asked for: what it takes to make the table grows with the rows that
 * are expanded, not with the 10,000 backlinks among which they stand. A filter has to look at all rows of the open lists.
 */
export class LinkageListRows implements ListRows<LinkageNode> {
  readonly length: number;
  private readonly runs: readonly Run[];
  private readonly starts: readonly number[];

  constructor(root: TreeNode | null, shown: Shown) {
    const table = new Table(shown);
    this.length = root
      ? table.add(root.children(), { key: root.key, level: 1, parent: -1 }, 0, shown.matches)
      : 0;
    this.runs = table.runs;
    this.starts = table.runs.map(({ start }) => start);
  }

  at(index: number): ListRow<LinkageNode> | null {
    const run = index < 0 || index >= this.length ? undefined : this.runs[lastNotAbove(this.starts, index)];
    if (!run) return null;
    const { below, rows, setSize, first, places, start, isExpanded } = run;
    const position = first + index - start;
    const node = rows.at(places ? (places[position] ?? -1) : position);
    if (!node) return null;
    return {
      node: { key: below.key + KEY_END + node.key, node, parent: below.key },
      level: below.level,
      position: position + 1,
      setSize,
      expanded: node.opens ? isExpanded : null,
      parent: below.parent,
    };
  }

  indexOf({ node, parent }: LinkageNode): number {
    for (const { below, rows, first, places, count, start } of this.runs) {
      if (below.key !== parent) continue;
      const place = rows.indexOf(node.key);
      const position = place < 0 || !places ? place : places.indexOf(place);
      if (position >= first && position < first + count) return start + position - first;
    }
    return -1;
  }
}

/** The row that rows are below, and their level. */
interface Below {
  readonly key: string;
  readonly level: number;
  /** The index of that row; -1 at the top. */
  readonly parent: number;
}

/** Rows that stand together: one that is expanded, or any number that are not. `start` is the index of the first. */
interface Run {
  readonly start: number;
  readonly count: number;
  readonly below: Below;
  readonly rows: TreeRows;
  /** Which of `rows` are shown, by their index there; null: all. */
  readonly places: readonly number[] | null;
  /** The position of the first among those that are shown. */
  readonly first: number;
  readonly setSize: number;
  readonly isExpanded: boolean;
}

/** Puts the runs together. */
class Table {
  readonly runs: Run[] = [];
  private readonly shown: Shown;
  private readonly filtered = new Map<string, OpenList>();
  private readonly whole = new Map<string, OpenList>();
  private left = MOST_EXPANDED;

  constructor(shown: Shown) {
    this.shown = shown;
  }

  /** Add what is visible of `rows` and below them, from index `start` on; returns the index after the last row. */
  add(rows: TreeRows, below: Below, start: number, filter: Filter): number {
    const { expanded, places, named } = this.listOf(rows, below.key, below.level, filter);
    const setSize = places?.length ?? rows.length;
    let at = start;
    let first = 0;
    const addRun = (count: number, isExpanded: boolean): void => {
      if (count > 0) this.runs.push({ start: at, count, below, rows, places, first, setSize, isExpanded });
      at += count;
      first += count;
    };
    for (const [place, children] of expanded) {
      const position = places ? places.indexOf(place) : place;
      const node = rows.at(place);
      if (position < 0 || !node) continue;
      addRun(position - first, false);
      addRun(1, true);
      const key = below.key + KEY_END + node.key;
      const filterBelow = named.has(place) ? null : filter;
      at = this.add(children, { key, level: below.level + 1, parent: at - 1 }, at, filterBelow);
    }
    addRun(setSize - first, false);
    return at;
  }

  /** What is shown and expanded of a list; made once, since a filter asks for it first. */
  private listOf(rows: TreeRows, key: string, level: number, filter: Filter): OpenList {
    const lists = filter ? this.filtered : this.whole;
    let list = lists.get(key);
    if (list === undefined) {
      const expanded = this.expandedOf(rows, key, level, filter);
      const through = filter ? this.filteredOf(rows, key, level, expanded, filter) : all;
      lists.set(key, (list = { expanded, ...through }));
    }
    return list;
  }

  /** Which rows are expanded, by their index, in order. In a long list only those can be that somebody has expanded. */
  private expandedOf(
    rows: TreeRows,
    key: string,
    level: number,
    filter: Filter,
  ): ReadonlyMap<number, TreeRows> {
    const { expansion, sinceFilter, depth } = this.shown;
    const isOpen = expansion.isOpenAtFirst(rows.length, level, depth) && (level === 1 || this.left > 0);
    const candidates =
      isOpen || level === 1 || filter
        ? Array.from(rows, (_, index) => index)
        : Array.from(expansion.expandedBelow(key), (each) => rows.indexOf(each)).sort((a, b) => a - b);
    const expanded = new Map<number, TreeRows>();
    for (const index of candidates) {
      const node = rows.at(index);
      if (!node?.opens) continue;
      // What a group holds is looked for even where the group was collapsed before.
      const isSearched = filter && node.kind === "group";
      const isSaid = isSearched ? (sinceFilter.of(key, node.key) ?? true) : expansion.of(key, node.key);
      if (isSaid ?? isOpen) expanded.set(index, node.children());
      if (isSaid === null && isOpen && level > 1) this.left--;
    }
    return expanded;
  }

  /**
   * Which rows the filter lets through: for what they say, or for a row below them that is open. Groups are looked into,
   * open or not; one in which nothing is found is let through, with all that it holds, for its name.
   */
  private filteredOf(
    rows: TreeRows,
    key: string,
    level: number,
    expanded: ReadonlyMap<number, TreeRows>,
    filter: NonNullable<Filter>,
  ): Omit<OpenList, "expanded"> {
    const places: number[] = [];
    const named = new Set<number>();
    for (const [index, node] of Array.from(rows).entries()) {
      const isGroup = node.kind === "group";
      const children = isGroup ? node.children() : expanded.get(index);
      const isNamed = filter(node);
      const holdsMatch = (): boolean =>
        children !== undefined &&
        this.listOf(children, key + KEY_END + node.key, level + 1, filter).places?.length !== 0;
      if ((isNamed && !isGroup) || holdsMatch()) places.push(index);
      else if (isNamed) {
        places.push(index);
        named.add(index);
      }
    }
    return { places, named };
  }
}

/** Of one list: the rows that are expanded, by their index, with those below; and which are shown. */
interface OpenList {
  readonly expanded: ReadonlyMap<number, TreeRows>;
  /** Null: all. */
  readonly places: readonly number[] | null;
  /** The groups of which all is shown. */
  readonly named: ReadonlySet<number>;
}

/** A list without a filter. */
const all: Omit<OpenList, "expanded"> = { places: null, named: new Set() };
