import { readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { CannotRun } from "../../report/cannot-run.ts";
import { isCoded, reasonOf } from "../reason.mts";
import { placeFor, stateFolder, type Env } from "../user-folders.mts";
import { realDisk, type Disk } from "./disk.mts";

/** How many batches are kept to be undone, at most. */
const mostBatches = 10;

/**
 * How many bytes the batches kept may take together, at most; the one being written comes on top of that. A batch that alone is larger is refused
 * before it starts. A note takes its old text and what is new in it: 20,000 notes of 10 KB take 200 MB.
 */
const mostJournalBytes = 512 * 1024 * 1024;

/**
 * The journal of a vault: a folder outside of it, with one file for each batch of changes that was written to the vault's notes.
 * Whoever writes notes first puts down there how to undo it.
 */
export interface Journal {
  /** The vault's folder, without symbolic links. */
  readonly vault: string;
  /** The journal's own. It is made when something is first written. */
  readonly folder: string;
  readonly disk: Disk;
  readonly mostBytes: number;
}

/**
 * How far a batch has come. It is part of its file's name, so that to go on is one renaming, which happens wholly or not at all.
 * - `preparing`: the journal is being written, and no note has been touched yet.
 * - `writing`, `undoing`: notes are being written. If nobody does so any more, one of them may be half written.
 * - `done`: it can be undone.
 * - `undone`: it has been.
 */
export type BatchState = (typeof states)[number];
const states = ["preparing", "writing", "done", "undoing", "undone"] as const;

/** The file of a batch. */
export interface BatchFile {
  /** Counts from 1; a later batch has a larger number. */
  readonly number: number;
  readonly state: BatchState;
  /** Absolute. */
  readonly path: string;
}

/**
 * The journal of the vault in the folder `vault`; nothing is made yet. It lies in the user's state folder, under the vault's real path, so
 * that all ways to one vault lead to one journal. Null where there is no place for it: the environment does not tell where the
 * user's files are, or it would lie among the notes.
 */
export function findJournal(vault: string, env: Env, disk = realDisk): Journal | null {
  const place = placeFor(vault, stateFolder(env, process.platform));
  return place && { ...place, disk, mostBytes: mostJournalBytes };
}

/**
 * The journal that a command which writes must have.
 * @throws CannotRun if there is no place for it
 */
export function requireJournal(vault: string, env: Env, disk = realDisk): Journal {
  const journal = findJournal(vault, env, disk);
  if (journal) return journal;
  throw new CannotRun(
    "There is no place for the journal, expected HOME or XDG_STATE_HOME to name a folder outside of the vault",
  );
}

/**
 * The batches of a journal, the oldest first; none where there is no journal, or none that this user may read.
 * @throws CannotRun if the disk fails
 */
export function batchesOf({ folder }: Journal): readonly BatchFile[] {
  return namesIn(folder)
    .flatMap((name) => batchNamed(folder, name) ?? [])
    .sort((a, b) => a.number - b.number);
}

/** The names of what lies in the journal's folder. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isCoded(error) && ["ENOENT", "ENOTDIR", "EACCES", "EPERM"].includes(error.code)) return [];
    throw new CannotRun(`The journal "${folder}" cannot be read: ${reasonOf(error)}`);
  }
}

function batchNamed(folder: string, name: string): BatchFile | null {
  const [, digits, ending] = /^(\d{6,})\.(\w+)$/.exec(name) ?? [];
  const state = states.find((each) => each === ending);
  return state === undefined ? null : { number: Number(digits), state, path: join(folder, name) };
}

/** The batches that a run has left before it was through, in a journal that nobody else writes to. */
export function unfinishedBatches(journal: Journal): readonly BatchFile[] {
  return batchesOf(journal).filter(({ state }) => state !== "done" && state !== "undone");
}

/** The file of a batch yet to be made. */
export function nextBatch(journal: Journal): BatchFile {
  const number = 1 + (batchesOf(journal).at(-1)?.number ?? 0);
  return { number, state: "preparing", path: batchPath(journal, number, "preparing") };
}

/** Say that a batch has come further, and wait until that is on the disk. */
export function advance(journal: Journal, batch: BatchFile, state: BatchState): BatchFile {
  const path = batchPath(journal, batch.number, state);
  journal.disk.rename(batch.path, path);
  journal.disk.flushFolder(journal.folder);
  return { ...batch, state, path };
}

/** Forget a batch. */
export function forget({ disk, folder }: Journal, batch: BatchFile): void {
  disk.remove(batch.path);
  disk.flushFolder(folder);
}

/** Forget the oldest batches, so that no more are kept than may be. The last one stays in any case. */
export function forgetOldest(journal: Journal): void {
  let bytes = 0;
  for (const [index, batch] of batchesOf(journal).toReversed().entries()) {
    bytes += statSync(batch.path).size;
    if (index >= mostBatches || (index > 0 && bytes > journal.mostBytes)) forget(journal, batch);
  }
}

/** Make the journal's folder, for its user alone, unless it is there. */
export function makeJournal({ folder, disk }: Journal): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  disk.makeFolder(folder, 0o700);
  for (const each of [folder, dirname(folder), dirname(dirname(folder))]) disk.flushFolder(each);
}

/**
 * Do something to the journal's files.
 * @param soFar what has come of the notes
 * @throws CannotRun if the disk refuses
 */
export function whileJournaling<T>({ folder }: Journal, act: () => T, soFar = "no note was written"): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(`The journal "${folder}" cannot be written: ${reasonOf(error)}; ${soFar}`);
  }
}

function batchPath({ folder }: Journal, number: number, state: BatchState): string {
  return join(folder, `${String(number).padStart(6, "0")}.${state}`);
}
