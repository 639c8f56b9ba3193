import { setImmediate as turn } from "node:timers/promises";
import type { BatchReport, LeftNote, Trouble } from "../../report/batch-report.ts";
import { CannotRun } from "../../report/cannot-run.ts";
import { BatchDraft } from "./batch-draft.mts";
import { notesOf } from "./batch-records.mts";
import { closeBatch } from "./close-batch.mts";
import { unfinishedBatches, whileJournaling, type BatchFile, type Journal } from "./journal.mts";
import { whileLocked } from "./lock.mts";
import { faultOf, trouble, withNote } from "./note-file.mts";
import { isHalfWritten, rewriteNotes, type BatchHooks } from "./rewrite-notes.mts";

/** A note to be written. */
export interface NoteChange {
  /** Vault-relative, with `/`. */
  readonly path: string;
  /** The text that the new one was made of, as it was parsed: without byte order mark. */
  readonly before: string;
  /** The new text, without byte order mark, too: the file keeps the one it has. */
  readonly after: string;
}

/**
 * Write changes to the notes of a vault so that no byte of them is lost, whatever happens, and so that they can be undone.
 *
 * First each note is compared with the text its change was made of, and both texts go to the journal. Only when that is flushed to the
 * disk are the notes written, one after another, each compared again, written in place and flushed. So one note at most is ever half
 * written, both its texts are in the journal, and the next run puts the old one back (repair.mts). Changes are taken one
 * after another, and need no memory together. A batch that is cancelled before all are journaled has written nothing.
 *
 * A note whose text does not change is not touched, and not told of.
 * @param command what the batch is called when it is to be undone: the command's name
 * @throws CannotRun if nothing can be written: another run is at work, an interrupted one has not been repaired, the journal has no
 * room or cannot be written. Then no note has been touched, unless the message says so.
 * @throws RangeError if a note is to be written twice; then none has been touched
 */
export function writeBatch(
  journal: Journal,
  command: string,
  changes: Iterable<NoteChange> | AsyncIterable<NoteChange>,
  hooks: BatchHooks = {},
): Promise<BatchReport> {
  return whileLocked(journal, async () => {
    requireRepaired(journal);
    const { batch, notes, left } = await prepare(journal, command, changes, hooks);
    if (batch === null) return { written: [], left };
    const report = await rewriteNotes(journal, notesOf(batch), notes, hooks);
    if (!isHalfWritten(report)) close(journal, batch, report);
    return { written: report.written, left: [...left, ...report.left] };
  });
}

function close(journal: Journal, batch: BatchFile, { written, left }: BatchReport): void {
  const unwritten = left.map(({ path }) => path);
  whileJournaling(
    journal,
    () => {
      closeBatch(journal, batch, written.length, unwritten);
    },
    "the notes were written, and the next run closes it",
  );
}

/** @throws CannotRun if an interrupted run could not be repaired when this one began */
export function requireRepaired(journal: Journal): void {
  const unfinished = unfinishedBatches(journal).find(({ state }) => state !== "preparing");
  if (unfinished === undefined) return;
  throw new CannotRun(`An interrupted run has not been repaired yet, see "${unfinished.path}"`);
}

/** A batch that is journaled; none if there is nothing to write. */
interface Prepared {
  readonly batch: BatchFile | null;
  readonly notes: number;
  readonly left: readonly LeftNote[];
}

async function prepare(
  journal: Journal,
  command: string,
  changes: Iterable<NoteChange> | AsyncIterable<NoteChange>,
  { progress, isCancelled }: BatchHooks,
): Promise<Prepared> {
  const left: LeftNote[] = [];
  const paths = new Set<string>();
  const draft = whileJournaling(journal, () => new BatchDraft(journal, command));
  try {
    for await (const change of changes) {
      if (paths.has(change.path)) throw new RangeError(`"${change.path}" is to be written twice`);
      paths.add(change.path);
      if (change.before === change.after) continue;
      await turn();
      if (isCancelled?.()) return { batch: null, notes: 0, left };
      const why = journalNote(change, draft, journal);
      if (why !== null) left.push({ path: change.path, ...why });
      progress?.(draft.notes, null);
    }
    if (draft.notes === 0) return { batch: null, notes: 0, left };
    return { batch: whileJournaling(journal, () => draft.finish()), notes: draft.notes, left };
  } finally {
    whileJournaling(journal, () => {
      draft.end();
    });
  }
}

/** Journal a note, if it still is what its change was made of. */
function journalNote(
  { path, before, after }: NoteChange,
  draft: BatchDraft,
  journal: Journal,
): Trouble | null {
  return withNote(journal, path, ({ bytes }) => {
    const old = bytes.toString("utf8");
    const mark = old.startsWith(byteOrderMark) ? byteOrderMark : "";
    const next = Buffer.from(mark + after);
    const fault = faultOf(bytes) ?? faultOf(next) ?? (isWellFormed(after) ? null : halfCharacters);
    if (fault !== null) return { why: "not-text", message: fault };
    if (old !== mark + before) return trouble.changed;
    whileJournaling(journal, () => {
      draft.add({ path, before: old, after: mark + after });
    });
    return null;
  });
}

const byteOrderMark = "\ufeff";
const halfCharacters = "The new text holds half a character, which no file can, expected whole ones";

/** Is the text the same when it is read back from a file? */
function isWellFormed(text: string): boolean {
  return Buffer.from(text).toString("utf8") === text;
}
