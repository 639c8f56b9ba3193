import type { Note } from "../../note/note.ts";
import { keyTables, type KeyTable } from "../../vault/kept-keys.ts";
import { LEAST_PREFIX } from "../../vault/near-names.ts";
import { noteKeysOf } from "../../vault/note-keys.ts";
import type { Disk } from "../write/disk.mts";
import { jsonIn } from "./json-in.mts";
import { PackedTable, packTable } from "./packed-table.mts";
import { readPieces, writePieces } from "./pieces.mts";

/** What an index takes up of the notes of a shelf: its tables, in which each note is known by its place on the shelf. */
export interface ShelfTables {
  /** The paths of the notes. */
  readonly paths: readonly string[];
  readonly tables: Readonly<Record<KeyTable, PackedTable>>;
  /** The names that may be cut off, by how they begin; each is known by its place in `tables.names`. */
  readonly byBeginning: PackedTable;
}

/** Put what an index takes up of notes beside their shelf. `draft` as for `writePieces`. */
export function writeTables(disk: Disk, path: string, draft: string, notes: readonly Note[]): void {
  writePieces(disk, path, draft, packTables(notes));
}

/** What an index takes up of the notes of a shelf; null if not all of it can be read. */
export function readTables(disk: Disk, path: string): ShelfTables | null {
  return tablesOf(readPieces(disk, path) ?? []);
}

/** The tables of notes as pieces of a file. */
export function packTables(notes: readonly Note[]): readonly Buffer[] {
  const paths = Buffer.from(JSON.stringify(notes.map((note) => note.path)));
  const rows = keyTables.map((name) => ({ name, table: new Map<string, number[]>() }));
  for (const [place, note] of notes.entries()) {
    const keys = noteKeysOf(note);
    for (const { name, table } of rows) for (const key of keys[name]) put(table, key, place);
  }
  const tables = rows.map(({ table }) => packTable(table));
  const names = tables[keyTables.indexOf("names")];
  const byBeginning = packTable(names ? namesByBeginning(new PackedTable(names)) : new Map());
  return [paths, byBeginning, ...tables];
}

/** The number is none that is less than another that the key has. */
function put(table: Map<string, number[]>, key: string, number: number): void {
  const numbers = table.get(key);
  if (numbers === undefined) table.set(key, [number]);
  else if (numbers[numbers.length - 1] !== number) numbers.push(number);
}

function namesByBeginning(names: PackedTable): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, number[]>();
  for (let place = 0; place < names.size; place++) {
    const name = names.keyAt(place);
    if (name.length >= LEAST_PREFIX) put(table, name.slice(0, LEAST_PREFIX), place);
  }
  return table;
}

/** The tables that were packed; null if these are no pieces of any. */
export function tablesOf([first, second, ...rest]: readonly Buffer[]): ShelfTables | null {
  const paths: unknown = first && jsonIn(first);
  if (!arePaths(paths) || second === undefined || rest.length < keyTables.length) return null;
  const table = (name: KeyTable): PackedTable => {
    const bytes = rest[keyTables.indexOf(name)];
    return new PackedTable(bytes ?? packTable(new Map()));
  };
  return {
    paths,
    tables: {
      ids: table("ids"),
      names: table("names"),
      unpublished: table("unpublished"),
      targets: table("targets"),
      titles: table("titles"),
      tags: table("tags"),
      linkLists: table("linkLists"),
      addressed: table("addressed"),
      addressedOnSite: table("addressedOnSite"),
      classes: table("classes"),
      markups: table("markups"),
    },
    byBeginning: new PackedTable(second),
  };
}

/** What has the sum that it says is what was written. */
function arePaths(value: unknown): value is readonly string[] {
  return Array.isArray(value);
}
