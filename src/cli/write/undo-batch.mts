import { CannotRun } from "../../report/cannot-run.ts";
import type { ListedBatch, UndoReport } from "../../report/undo-text.ts";
import { factsOf, notesOf, type JournaledNote } from "./batch-records.mts";
import { advance, batchesOf, whileJournaling, type BatchFile, type Journal } from "./journal.mts";
import { whileLocked } from "./lock.mts";
import { isHalfWritten, rewriteNotes, type BatchHooks } from "./rewrite-notes.mts";
import { requireRepaired } from "./prepare-batch.mts";
import { undoRename } from "./undo-rename.mts";

/**
 * Give each note of the last batch its old text again, unless it is no longer what was written. After that the batch before it is the
 * last one. Where the disk refused a note, or the run was cancelled, the batch stays the last: the rest may be had another
 * time.
 * @throws CannotRun if there is no such batch, its file cannot be understood, or another run is at work
 */
export function undoLast(journal: Journal, hooks: BatchHooks = {}): Promise<UndoReport> {
  return whileLocked(journal, async () => {
    requireRepaired(journal);
    const last = batchesOf(journal).findLast(({ state }) => state === "done");
    if (last === undefined) throw new CannotRun("There is nothing to undo in this vault");
    const facts = factsOf(last);
    const { command, when, notes, lost, unwritten, move } = facts;
    if (move) return undoRename(journal, last, { ...facts, move }, hooks);
    const batch = whileJournaling(journal, () => advance(journal, last, "undoing"));
    const report = await rewriteNotes(journal, backwards(batch, unwritten), notes, hooks);
    if (!isHalfWritten(report)) {
      const isToBeTried = report.left.some(({ why }) => why === "refused" || why === "stopped");
      whileJournaling(
        journal,
        () => advance(journal, batch, isToBeTried ? "done" : "undone"),
        "the notes were written",
      );
    }
    return { command, when, lost, ...report };
  });
}

/** What puts back what a batch has written. */
function* backwards(batch: BatchFile, unwritten: ReadonlySet<string>): Generator<JournaledNote> {
  for (const { path, before, after } of notesOf(batch)) {
    if (!unwritten.has(path)) yield { path, before: after, after: before };
  }
}

/**
 * The batches that are kept, the last one first.
 * @throws CannotRun if a batch's file cannot be understood
 */
export function listBatches(journal: Journal): readonly ListedBatch[] {
  return batchesOf(journal)
    .filter(({ state }) => state === "done" || state === "undone")
    .map((batch) => {
      const { command, when, notes, move } = factsOf(batch);
      return { number: batch.number, command, when, notes, move, isUndone: batch.state === "undone" };
    })
    .toReversed();
}
