import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { App } from "obsidian";
import { storeName } from "../store-name.ts";
import {
  bytesOf,
  noteRecordOf,
  readBatch,
  readNoteRecord,
  type BatchRecord,
  type JournaledNote,
} from "./journal-record.ts";

/** How many batches are kept to be undone, at most. */
const MOST_BATCHES = 10;

/**
 * How many bytes the batches kept may take together, at most; the one being written comes on top of that. A batch that alone
 * takes more is refused before it starts: 256 MB are some 10,000 notes of 12,000 characters.
 */
const mostJournalBytes = 256 * 1024 * 1024;

/** How many notes are written or read at a time. */
const AT_ONCE = 32;

/** How long IndexedDB may take to open before there is none, in milliseconds. */
const PATIENCE = 2000;

interface Schema extends DBSchema {
  batches: { key: number; value: unknown };
  /** By the batch's number and the note's own, from 0. */
  notes: { key: [number, number]; value: unknown };
}

/** A batch that can be undone. */
export interface UndoableBatch {
  readonly number: number;
  /** Null if what the journal says of the batch as a whole is damaged. */
  readonly record: BatchRecord | null;
}

/**
 * How the batches of this vault's notes are undone: kept in IndexedDB, apart from what is only a help there. Whoever writes
 * notes first puts down here what they said. What goes wrong rejects.
 */
export class UndoJournal {
  private readonly db: IDBPDatabase<Schema>;
  private readonly mostBytes: number;

  /** @param db is closed by `close` */
  constructor(db: IDBPDatabase<Schema>, mostBytes: number) {
    this.db = db;
    this.mostBytes = mostBytes;
  }

  /** Whether these notes are too many to be journaled. */
  isTooMuch(notes: readonly JournaledNote[]): boolean {
    return sizeOf(notes) > this.mostBytes;
  }

  /** Put a batch down, and be sure that it is kept. From then on its notes may be written. Gives its number. */
  async begin(command: string, notes: readonly JournaledNote[], when = new Date()): Promise<number> {
    const number = 1 + (await this.lastNumber());
    const record: BatchRecord = {
      command,
      when: when.getTime(),
      notes: notes.length,
      bytes: sizeOf(notes),
      state: "preparing",
      unwritten: [],
    };
    await this.db.put("batches", record, number);
    try {
      for (let at = 0; at < notes.length; at += AT_ONCE) {
        const { store, done } = this.db.transaction("notes", "readwrite", strict);
        const some = notes.slice(at, at + AT_ONCE);
        const puts = some.map((note, each) => store.put(noteRecordOf(note), [number, at + each]));
        await Promise.all([...puts, done]);
      }
      await this.put(number, { ...record, state: "writing" });
      return number;
    } catch (error) {
      // There may be no room to put anything down, but there is to take it away.
      await this.forget(number);
      throw error;
    }
  }

  /** Say what has become of a batch, and forget those that are too old. One that has written nothing is forgotten. */
  async end(number: number, unwritten: readonly string[]): Promise<void> {
    const record = readBatch(await this.db.get("batches", number));
    if (!record) return;
    if (unwritten.length === record.notes) await this.forget(number);
    else await this.put(number, { ...record, state: "done", unwritten: [...unwritten] });
    await this.forgetOldest();
  }

  /** The batch that would be undone next; null if there is none. */
  async last(): Promise<UndoableBatch | null> {
    for (let cursor = await this.db.transaction("batches").store.openCursor(null, "prev"); cursor;) {
      const record = readBatch(cursor.value);
      if (record === null || record.state === "writing" || record.state === "done")
        return { number: cursor.key, record };
      cursor = await cursor.continue();
    }
    return null;
  }

  /** The notes of a batch in the order in which they were written, and null for each that is damaged. */
  async *notes(number: number): AsyncGenerator<JournaledNote | null> {
    for (let at = 0; ; at += AT_ONCE) {
      const range = IDBKeyRange.bound([number, at], [number, at + AT_ONCE - 1]);
      const kept: readonly unknown[] = await this.db.getAll("notes", range);
      const isEnd = kept.length === 0 && (await this.isBehindAll(number, at));
      if (isEnd) return;
      yield* kept.map(readNoteRecord);
    }
  }

  /** From now on the batch before it is the last. What it holds is kept as long as there is room. */
  async markUndone({ number, record }: UndoableBatch): Promise<void> {
    if (record) await this.put(number, { ...record, state: "undone" });
    else await this.forget(number);
  }

  /** What is being written is still written. */
  close(): void {
    this.db.close();
  }

  private async isBehindAll(number: number, at: number): Promise<boolean> {
    return (await this.db.count("notes", IDBKeyRange.bound([number, at], [number, Infinity]))) === 0;
  }

  private async lastNumber(): Promise<number> {
    const keys = await this.db.getAllKeys("batches");
    return keys.at(-1) ?? 0;
  }

  private async put(number: number, record: BatchRecord): Promise<void> {
    const { store, done } = this.db.transaction("batches", "readwrite", strict);
    await Promise.all([store.put(record, number), done]);
  }

  private async forget(number: number): Promise<void> {
    const transaction = this.db.transaction(["batches", "notes"], "readwrite");
    await Promise.all([
      transaction.objectStore("batches").delete(number),
      transaction.objectStore("notes").delete(IDBKeyRange.bound([number, 0], [number, Infinity])),
      transaction.done,
    ]);
  }

  /** Also those of which the app ended before a note was touched. */
  private async forgetOldest(): Promise<void> {
    const numbers = await this.db.getAllKeys("batches");
    let bytes = 0;
    for (const [index, number] of numbers.toReversed().entries()) {
      const record = readBatch(await this.db.get("batches", number));
      bytes += record?.bytes ?? 0;
      if (index >= MOST_BATCHES || bytes > this.mostBytes || record?.state === "preparing")
        await this.forget(number);
    }
  }
}

/** The journal of this vault; null where there is no IndexedDB, or it does not open. To be closed. */
export async function openUndoJournal(app: App, mostBytes = mostJournalBytes): Promise<UndoJournal | null> {
  let timer = 0;
  const opening = open(app);
  const tooLate = new Promise<null>((resolve) => {
    timer = window.setTimeout(() => {
      resolve(null);
    }, PATIENCE);
  });
  const db = await Promise.race([opening, tooLate]);
  window.clearTimeout(timer);
  if (db === null) void opening.then((late) => late?.close());
  return db && new UndoJournal(db, mostBytes);
}

async function open(app: App): Promise<IDBPDatabase<Schema> | null> {
  try {
    return await openDB<Schema>(`${storeName(app)}-undo`, 1, {
      upgrade: (empty) => {
        empty.createObjectStore("batches");
        empty.createObjectStore("notes");
      },
    });
  } catch {
    return null;
  }
}

/** Nothing is written into a note before the disk has the journal. */
const strict = { durability: "strict" } as const;

function sizeOf(notes: readonly JournaledNote[]): number {
  return notes.reduce((sum, note) => sum + bytesOf(note), 0);
}
