import type { LeftNote } from "../../report/batch-report.ts";
import type { UndoReport } from "../../report/undo-text.ts";
import { movedPath, type Move } from "../../vault/moved-files.ts";
import { notesOf, type BatchFacts, type JournaledMove, type JournaledNote } from "./batch-records.mts";
import { advance, whileJournaling, type BatchFile, type Journal } from "./journal.mts";
import { trouble, withNote } from "./note-file.mts";
import { moveFile, removeMade, whyNotMoved } from "./move-file.mts";
import { rewriteNotes, type BatchHooks } from "./rewrite-notes.mts";
import { settleRename } from "./settle-rename.mts";

/**
 * Undo a batch that moved something: each note gets its old text again, and then what was moved is moved back. All of it or nothing:
 * where a note has changed since or is gone, its links would lead nowhere. Then, and where the disk refuses any of that or the run is
 * cancelled, all stays as the batch made it, and can be undone another time.
 * If what was moved is gone, nothing is done, and the batch before it is the last one. The caller holds the lock.
 * @throws CannotRun if the journal cannot be written
 */
export async function undoRename(
  journal: Journal,
  last: BatchFile,
  facts: BatchFacts & { readonly move: JournaledMove },
  hooks: BatchHooks,
): Promise<UndoReport> {
  const { command, when, lost, notes, move } = facts;
  const back: Move = { from: move.to, to: move.from };
  const report = { command, when, lost, move: null, written: [] };
  const inTheWay = whyNotMoved(journal, back);
  if (inTheWay) {
    if (inTheWay.why === "vanished") whileJournaling(journal, () => advance(journal, last, "undone"));
    return { ...report, left: [], stuck: { ...back, message: inTheWay.message } };
  }
  const changed = Array.from(textsBefore(last, move), whyNotUndone(journal)).flat();
  if (changed.length > 0) return { ...report, kept: move.to, left: changed };
  const batch = whileJournaling(journal, () => advance(journal, last, "undoing"));
  const { written, left } = await rewriteNotes(journal, textsBefore(batch, move), notes, hooks);
  const why = left.length > 0 ? null : moveFile(journal, back);
  if (why !== null || left.length > 0) {
    settleRename(journal, batch, facts);
    return { ...report, left, ...(why ? { stuck: { ...back, message: why.message } } : {}) };
  }
  whileJournaling(
    journal,
    () => {
      removeMade(journal, move.to, move.made);
      advance(journal, batch, "undone");
    },
    "all was written",
  );
  return { ...report, move: back, written, left };
}

/** Before anything is written: the note, if it is not what was written, or has its old text already. */
function whyNotUndone(journal: Journal): (note: JournaledNote) => readonly LeftNote[] {
  return ({ path, before, after }) => {
    const why = withNote(journal, path, ({ bytes }) =>
      [before, after].some((text) => bytes.equals(Buffer.from(text))) ? null : trouble.changed,
    );
    return why ? [{ path, ...why }] : [];
  };
}

/** What puts back what a batch has written, at the paths after its move. */
function* textsBefore(batch: BatchFile, move: Move): Generator<JournaledNote> {
  for (const { path, before, after } of notesOf(batch))
    yield { path: movedPath(path, move), before: after, after: before };
}
