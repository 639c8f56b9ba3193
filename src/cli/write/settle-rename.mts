import type { Trouble } from "../../report/batch-report.ts";
import type { RepairReport } from "../../report/repair-text.ts";
import { isTorn } from "../../text/torn.ts";
import { movedPath, type Move } from "../../vault/moved-files.ts";
import { notesOf, type BatchFacts, type JournaledMove, type JournaledNote } from "./batch-records.mts";
import { closeBatch } from "./close-batch.mts";
import { advance, forget, whileJournaling, type BatchFile, type Journal } from "./journal.mts";
import { removeMade, settleMove } from "./move-file.mts";
import { overwrite, trouble, withNote } from "./note-file.mts";

/**
 * Bring a batch that moves something, and was not gone through with, to one of its two ends. The move comes last in it, and happens wholly
 * or not at all: if it has been made, so has all else, and the batch is closed. If not, each note gets the text that it had
 * when the batch, or undoing it, began, unless somebody else has changed it since.
 *
 * Dying in the middle of this does no harm: it begins anew.
 * @throws CannotRun if the journal cannot be written
 */
export function settleRename(
  journal: Journal,
  batch: BatchFile,
  { command, when, lost, notes, move }: BatchFacts & { readonly move: JournaledMove },
): RepairReport {
  const isUndoing = batch.state === "undoing";
  const way: Move = isUndoing ? { from: move.to, to: move.from } : move;
  const place = whileJournaling(journal, () => settleMove(journal, way));
  const isThrough = place === "moved";
  const found = isThrough ? [] : Array.from(startsOf(batch, isUndoing ? move : null), restoreIn(journal));
  const left = found.flatMap(({ path, why }) =>
    why === null || why === "put back" ? [] : [{ path, ...why }],
  );
  if (place === "lost") left.push({ path: way.from, ...trouble.vanished });
  const putBack = found.flatMap(({ path, why }) => (why === "put back" ? [path] : []));
  const isRepaired = !left.some(({ why }) => why === "refused" || why === "half-written");
  if (isRepaired)
    whileJournaling(journal, () => {
      close(journal, batch, move, isThrough, notes);
    });
  return { command, when, lost, putBack, written: 0, left, isRepaired, move: { ...way, isThrough } };
}

function close(
  journal: Journal,
  batch: BatchFile,
  move: JournaledMove,
  isThrough: boolean,
  notes: number,
): void {
  if (batch.state === "undoing") {
    if (isThrough) removeMade(journal, move.to, move.made);
    advance(journal, batch, isThrough ? "undone" : "done");
  } else if (isThrough) closeBatch(journal, batch, notes + 1, []);
  else {
    removeMade(journal, move.to, move.made);
    forget(journal, batch);
  }
}

/**
 * The notes of a batch with the text that each is to have as `before`, and the other as `after`.
 * @param undone what the batch moved, if it is undoing the batch that did not come to its end: then notes are to be as the batch made them
 */
function* startsOf(batch: BatchFile, undone: Move | null): Generator<JournaledNote> {
  for (const { path, before, after } of notesOf(batch))
    yield undone ? { path: movedPath(path, undone), before: after, after: before } : { path, before, after };
}

interface Restored {
  readonly path: string;
  /** Null if the note needed nothing. */
  readonly why: Trouble | "put back" | null;
}

function restoreIn(journal: Journal): (note: JournaledNote) => Restored {
  return ({ path, before, after }) => {
    const [old, next] = [Buffer.from(before), Buffer.from(after)];
    let found: Restored["why"] = "put back";
    const why = withNote(journal, path, (note) => {
      if (note.bytes.equals(old)) {
        found = null;
        return null;
      }
      const isOurs = note.bytes.equals(next) || isTorn(note.bytes, old, next);
      return isOurs ? overwrite(note, old, journal.disk) : trouble.changed;
    });
    return { path, why: why ?? found };
  };
}
