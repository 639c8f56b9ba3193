import type { BatchReport } from "../../report/batch-report.ts";
import type { Move } from "../../vault/moved-files.ts";
import { factsOf, notesOf } from "./batch-records.mts";
import { closeBatch } from "./close-batch.mts";
import { whileJournaling, type Journal } from "./journal.mts";
import { whileLocked } from "./lock.mts";
import { folderToMake, moveFile, whyNotMoved } from "./move-file.mts";
import { prepareBatch, requireRepaired, type NoteChange } from "./prepare-batch.mts";
import { rewriteNotes, type BatchHooks } from "./rewrite-notes.mts";
import { settleRename } from "./settle-rename.mts";

/**
 * Move a file or folder and write the links that lead to it, all of it or nothing, so that it can be undone as a whole.
 *
 * The move and both texts of each note go to the journal first. Then the notes are written as in `writeBatch`, where they are before the move;
 * at last the move is made, in one step that happens wholly or not at all. So it alone says whether the batch was gone through with: if
 * a note was not written, or the run dies, before the move, the texts are put back (settle-rename.mts).
 * @param changes of notes, by their paths before the move
 * @returns nothing is left if it was done; else nothing is written, and what is left says why
 * @throws as writeBatch
 */
export function writeRename(
  journal: Journal,
  move: Move,
  changes: Iterable<NoteChange> | AsyncIterable<NoteChange>,
  hooks: BatchHooks = {},
): Promise<BatchReport> {
  return whileLocked(journal, async () => {
    requireRepaired(journal);
    const inTheWay = whyNotMoved(journal, move);
    if (inTheWay) return { written: [], left: [{ path: move.from, ...inTheWay }] };
    const made = folderToMake(journal.vault, move.to);
    const kind = { command: "rename", move: { from: move.from, to: move.to, made } };
    const { batch, notes, left } = await prepareBatch(journal, kind, changes, hooks);
    if (batch === null) return { written: [], left };
    const report = await rewriteNotes(journal, notesOf(batch), notes, hooks);
    const why = report.left.length > 0 ? null : moveFile(journal, move);
    if (report.left.length > 0 || why !== null) {
      const { left: torn } = settleRename(journal, batch, { ...factsOf(batch), move: kind.move });
      return { written: [], left: [...report.left, ...(why ? [{ path: move.from, ...why }] : []), ...torn] };
    }
    whileJournaling(
      journal,
      () => {
        closeBatch(journal, batch, notes + 1, []);
      },
      "all was written, and the next run closes it",
    );
    return report;
  });
}
