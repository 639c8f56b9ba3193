import type { KeptKeys, KeptNames, KeptTable, KeyTable } from "../../vault/kept-keys.ts";
import { hashOf, type PackedTable } from "./packed-table.mts";
import type { ShelfTables } from "./shelf-tables.mts";

/** A shelf, and by place the paths of its notes; null for those that are not to be found there any more. */
export interface KeptShelf {
  readonly shelf: ShelfTables;
  readonly paths: readonly (string | null)[];
}

/**
 * What an index takes up of the notes on these shelves.
 * @param counts whether a note is taken up at all
 * @param isIgnored whether a note has no id and no names, and shares nothing
 */
export function keptKeys(
  shelves: readonly KeptShelf[],
  counts: (path: string) => boolean,
  isIgnored: (path: string) => boolean,
): KeptKeys {
  const kept = only(shelves, counts);
  const heeded = only(kept, (path) => !isIgnored(path));
  const shared = (name: KeyTable): KeptTable => tableOf(heeded, name);
  return {
    notes: kept.flatMap(({ paths }) => paths.filter((path) => path !== null)),
    targets: tableOf(kept, "targets"),
    unpublished: tableOf(kept, "unpublished"),
    ids: shared("ids"),
    names: keptNames(heeded),
    titles: shared("titles"),
    tags: shared("tags"),
    linkLists: shared("linkLists"),
    addressed: shared("addressed"),
    addressedOnSite: shared("addressedOnSite"),
    classes: shared("classes"),
    markups: shared("markups"),
  };
}

/** Shelves with those of their notes that `counts` says. */
function only(shelves: readonly KeptShelf[], counts: (path: string) => boolean): readonly KeptShelf[] {
  return shelves.map(({ shelf, paths }) => ({
    shelf,
    paths: paths.map((path) => (path !== null && counts(path) ? path : null)),
  }));
}

function tableOf(shelves: readonly KeptShelf[], name: KeyTable): KeptTable {
  return new TableOfShelves(
    shelves.map(({ shelf, paths }) => ({
      table: shelf.tables[name],
      valueOf: (place) => paths[place] ?? null,
    })),
  );
}

function keptNames(shelves: readonly KeptShelf[]): KeptNames {
  const parts = shelves.map(({ shelf: { tables, byBeginning }, paths }) => {
    const { names } = tables;
    const isCalled = (place: number): boolean =>
      names.numbersAt(place).some((note) => (paths[note] ?? null) !== null);
    return { names, byBeginning, valueOf: (place: number) => (isCalled(place) ? names.keyAt(place) : null) };
  });
  return {
    paths: tableOf(shelves, "names"),
    byBeginning: new TableOfShelves(
      parts.map(({ byBeginning, valueOf }) => ({ table: byBeginning, valueOf })),
    ),
    ofLength: (length) => {
      const found = new Set<string>();
      for (const { names, valueOf } of parts)
        for (const place of names.ofLength(length)) {
          const name = valueOf(place);
          if (name !== null) found.add(name);
        }
      return found;
    },
  };
}

/** A table of a shelf, and what its numbers stand for; null for what does not count. */
interface Part {
  readonly table: PackedTable;
  readonly valueOf: (number: number) => string | null;
}

/** The tables of all shelves as one. */
class TableOfShelves implements KeptTable {
  readonly few: number;
  private readonly parts: readonly Part[];

  constructor(parts: readonly Part[]) {
    this.parts = parts;
    // A key is looked for on each shelf, which takes a few times as long as to take over one without a look.
    this.few = parts.reduce((sum, { table }) => sum + table.size, 0) / Math.max(1, parts.length);
  }

  *get(key: string): Generator<string> {
    const hash = hashOf(key);
    for (const part of this.parts) {
      const place = part.table.find(key, hash);
      if (place >= 0) yield* valuesAt(place, part);
    }
  }

  *all(): Generator<readonly [key: string, value: string]> {
    for (const part of this.parts)
      for (let place = 0; place < part.table.size; place++) {
        const key = part.table.keyAt(place);
        for (const value of valuesAt(place, part)) yield [key, value];
      }
  }

  *counts(): Generator<readonly [key: string, count: number]> {
    for (const part of this.parts)
      for (let place = 0; place < part.table.size; place++) {
        const count = valuesAt(place, part).length;
        if (count > 0) yield [part.table.keyAt(place), count];
      }
  }
}

function valuesAt(place: number, { table, valueOf }: Part): readonly string[] {
  const values: string[] = [];
  for (const number of table.numbersAt(place)) {
    const value = valueOf(number);
    if (value !== null) values.push(value);
  }
  return values;
}
