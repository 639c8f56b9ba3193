import type { BatchReport } from "../../report/batch-report.ts";
import { notesOf } from "./batch-records.mts";
import { closeBatch } from "./close-batch.mts";
import { whileJournaling, type BatchFile, type Journal } from "./journal.mts";
import { whileLocked } from "./lock.mts";
import { prepareBatch, requireRepaired, type NoteChange } from "./prepare-batch.mts";
import { isHalfWritten, rewriteNotes, type BatchHooks } from "./rewrite-notes.mts";

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
    const { batch, notes, left } = await prepareBatch(journal, { command, move: null }, changes, hooks);
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
