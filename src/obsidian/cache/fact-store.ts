import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from "idb";

interface Schema extends DBSchema {
  facts: { key: string; value: unknown };
}

/** How many records are read at a time: some 80 KB. */
const READ_AT_ONCE = 64;

/** One record with its key. */
export interface StoredRecord {
  readonly key: string;
  /** Whatever the browser has kept. */
  readonly value: unknown;
}

/** Open the store of this name, new if there is none. One that does not open is thrown away; null if that does not help. */
export async function openStore(name: string): Promise<FactStore | null> {
  return (await tryOpen(name)) ?? (await openNewStore(name));
}

/** Throw the store of this name away, which nobody must have open here, and make a new one. Null if that cannot be done. */
export async function openNewStore(name: string): Promise<FactStore | null> {
  try {
    await deleteDB(name);
  } catch {
    return null;
  }
  return tryOpen(name);
}

/** A table in IndexedDB, from a path to what is kept of the note there. What goes wrong rejects. */
export class FactStore {
  private readonly db: IDBPDatabase<Schema>;

  /** @param db is closed by `close` */
  constructor(db: IDBPDatabase<Schema>) {
    this.db = db;
  }

  /** The next records behind a key, or the first, in the order of keys; none at the end. */
  async next(key: string | null): Promise<readonly StoredRecord[]> {
    const range = key === null ? null : IDBKeyRange.lowerBound(key, true);
    const { store } = this.db.transaction("facts");
    const [keys, values] = await Promise.all([
      store.getAllKeys(range, READ_AT_ONCE),
      store.getAll(range, READ_AT_ONCE),
    ]);
    return keys.map((each, at) => ({ key: each, value: values[at] }));
  }

  /** Put values in, and take out those that are null: all of it or nothing. */
  async write(changes: readonly StoredRecord[]): Promise<void> {
    const { store, done } = this.db.transaction("facts", "readwrite");
    const writes = changes.map(({ key, value }) =>
      value === null ? store.delete(key) : store.put(value, key),
    );
    await Promise.all([...writes, done]);
  }

  /** What is being written is still written. */
  close(): void {
    this.db.close();
  }
}

async function tryOpen(name: string): Promise<FactStore | null> {
  try {
    const db = await openDB<Schema>(name, 1, {
      upgrade: (empty) => {
        empty.createObjectStore("facts");
      },
      // Another window wants to throw it away.
      blocking: (_, __, { target }) => {
        if (target instanceof IDBDatabase) target.close();
      },
    });
    return new FactStore(db);
  } catch {
    return null;
  }
}
