import { setImmediate as turn } from "node:timers/promises";
import type { LeftNote, Trouble } from "../../report/batch-report.ts";
import { CannotRun } from "../../report/cannot-run.ts";
import { BatchDraft } from "./batch-draft.mts";
import type { JournaledMove } from "./batch-records.mts";
import { unfinishedBatches, whileJournaling, type BatchFile, type Journal } from "./journal.mts";
import { faultOf, pathIn, textFault, trouble, withNote } from "./note-file.mts";
import type { BatchHooks } from "./rewrite-notes.mts";

/** A note to be written. */
export interface NoteChange {
  /** Vault-relative, with `/`. */
  readonly path: string;
  /** The text that the new one was made of, as it was parsed: without byte order mark. */
  readonly before: string;
  /** The new text, without byte order mark, too: the file keeps the one it has. */
  readonly after: string;
}

/** @throws CannotRun if an interrupted run could not be repaired when this one began */
export function requireRepaired(journal: Journal): void {
  const unfinished = unfinishedBatches(journal).find(({ state }) => state !== "preparing");
  if (unfinished === undefined) return;
  throw new CannotRun(`An interrupted run has not been repaired yet, see "${unfinished.path}"`);
}

/** What a batch is besides its notes. */
export interface BatchKind {
  readonly command: string;
  readonly move: JournaledMove | null;
}

/** A batch that is journaled; none if there is nothing to write. */
export interface Prepared {
  readonly batch: BatchFile | null;
  readonly notes: number;
  readonly left: readonly LeftNote[];
}

/**
 * Put a batch into the journal, with all notes that still are what their changes were made of. One that moves something is
 * put there as a whole or not at all.
 * @throws as writeBatch
 */
export async function prepareBatch(
  journal: Journal,
  { command, move }: BatchKind,
  changes: Iterable<NoteChange> | AsyncIterable<NoteChange>,
  { progress, isCancelled }: BatchHooks,
): Promise<Prepared> {
  const left: LeftNote[] = [];
  const paths = new Set<string>();
  const draft = whileJournaling(journal, () => new BatchDraft(journal, command, move));
  try {
    for await (const change of changes) {
      if (paths.has(change.path)) throw new RangeError(`"${change.path}" is to be written twice`);
      paths.add(change.path);
      if (change.before === change.after) continue;
      await turn();
      if (isCancelled?.()) return { batch: null, notes: 0, left };
      const why = journalNote(change, draft, journal, move !== null);
      if (why !== null) left.push({ path: change.path, ...why });
      progress?.(draft.notes, null);
    }
    if (move ? left.length > 0 : draft.notes === 0) return { batch: null, notes: 0, left };
    return { batch: whileJournaling(journal, () => draft.finish()), notes: draft.notes, left };
  } finally {
    whileJournaling(journal, () => {
      draft.end();
    });
  }
}

/**
 * Journal a note, if it still is what its change was made of.
 * @param isMoving a symbolic link may lead nowhere after the batch: the note is journaled by its own path
 */
function journalNote(
  { path, before, after }: NoteChange,
  draft: BatchDraft,
  journal: Journal,
  isMoving: boolean,
): Trouble | null {
  return withNote(journal, path, ({ bytes, at }) => {
    const old = bytes.toString("utf8");
    const mark = old.startsWith(byteOrderMark) ? byteOrderMark : "";
    const fault = faultOf(bytes) ?? textFault(mark + after);
    if (fault !== null) return { why: "not-text", message: fault };
    if (old !== mark + before) return trouble.changed;
    whileJournaling(journal, () => {
      draft.add({ path: isMoving ? pathIn(journal.vault, at) : path, before: old, after: mark + after });
    });
    return null;
  });
}

const byteOrderMark = "\ufeff";
