/** The tables of an index, by what notes are looked up in each. */
export const keyTables = [
  "ids",
  "names",
  "unpublished",
  "targets",
  "titles",
  "tags",
  "linkLists",
  "addressed",
  "addressedOnSite",
  "classes",
  "markups",
] as const;

export type KeyTable = (typeof keyTables)[number];

/** A table from keys to sets of values as it was at another time. A key is read when somebody asks for it. */
export interface KeptTable<Key = string, Value = string> {
  /** How many keys can be read one by one before it is less work to read all. */
  readonly few: number;
  /** The values of a key; none if it has none. One may come several times. */
  readonly get: (key: Key) => Iterable<Value>;
  /** Each key with each of its values; a pair may come several times. */
  readonly all: () => Iterable<readonly [key: Key, value: Value]>;
  /** Each key with the number of its values. A key may come several times, each with a part of them. */
  readonly counts: () => Iterable<readonly [key: Key, count: number]>;
}

/** What notes were called, as similarity keys. */
export interface KeptNames {
  /** By name: the paths of the notes that are called so. */
  readonly paths: KeptTable;
  /** By their first `LEAST_PREFIX` characters: the names that are at least as long. */
  readonly byBeginning: KeptTable;
  /** The names of so many characters. */
  readonly ofLength: (length: number) => Iterable<string>;
}

/**
 * What an index took up of the notes of a vault at another time. All is by key, with the paths of the notes that have it: those that are
 * ignored have neither ids nor names, nor anything that notes share.
 */
export interface KeptKeys extends Readonly<Record<Exclude<KeyTable, "names">, KeptTable>> {
  /** The notes, by path. */
  readonly notes: Iterable<string>;
  readonly names: KeptNames;
}
