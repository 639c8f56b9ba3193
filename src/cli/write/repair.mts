import type { LeftNote, Trouble } from "../../report/batch-report.ts";
import type { RepairReport } from "../../report/repair-text.ts";
import { isTorn } from "../../text/torn.ts";
import { factsOf, notesOf, type JournaledNote } from "./batch-records.mts";
import { closeBatch } from "./close-batch.mts";
import type { Disk } from "./disk.mts";
import {
  advance,
  forget,
  unfinishedBatches,
  whileJournaling,
  type BatchFile,
  type Journal,
} from "./journal.mts";
import { overwrite, trouble, withNote, type OpenNote } from "./note-file.mts";
import { settleRename } from "./settle-rename.mts";

/**
 * Repair what runs that died have left: a note that is half written gets its old text back. Notes wholly written stay, and can
 * be undone with their batch. The caller holds the lock, so that nobody is at work.
 *
 * How a note is known to be half written: it is a mix of the two texts that the journal has of it (`isTorn`). What is
 * neither of them nor a mix was changed by somebody else, is left as it is and reported. So are notes whose records are damaged: the
 * journal was flushed before a note was touched, so that damage is the disk's.
 *
 * A batch that moves something is brought to one of its ends as a whole (`settleRename`).
 *
 * Dying in the middle of this does no harm: it begins anew.
 * @throws CannotRun if a batch's file cannot be understood, or the journal cannot be written
 */
export function repairUnfinished(journal: Journal): readonly RepairReport[] {
  return unfinishedBatches(journal).flatMap((batch) => {
    if (batch.state !== "preparing") return [repairBatch(journal, batch)];
    whileJournaling(journal, () => {
      forget(journal, batch);
    });
    return [];
  });
}

function repairBatch(journal: Journal, batch: BatchFile): RepairReport {
  const facts = factsOf(batch);
  const { command, when, lost, unwritten, move } = facts;
  if (move) return settleRename(journal, batch, { ...facts, move });
  const putBack: string[] = [];
  const left: LeftNote[] = [];
  const old: string[] = [];
  let written = 0;
  for (const note of notesOf(batch)) {
    const { path } = note;
    if (unwritten.has(path)) continue;
    const found = repairNote(journal, note);
    if (found === "written") written++;
    else if (found === "old") old.push(path);
    else if (found === "put back") putBack.push(path);
    else left.push({ path, ...found });
  }
  const isRepaired = !left.some(({ why }) => why === "refused" || why === "half-written");
  if (isRepaired) {
    whileJournaling(journal, () => {
      if (batch.state === "undoing") advance(journal, batch, "done");
      else closeBatch(journal, batch, written + left.length, [...old, ...putBack]);
    });
  }
  return { command, when, lost, putBack, written, left, isRepaired };
}

/** What a note was found to be, and is now. */
type Found = "old" | "written" | "put back";

function repairNote(journal: Journal, { path, before, after }: JournaledNote): Found | Trouble {
  const { disk } = journal;
  const [old, next] = [Buffer.from(before), Buffer.from(after)];
  let found: Found = "put back";
  const why = withNote(journal, path, (note) => {
    if (note.bytes.equals(old)) found = "old";
    else if (note.bytes.equals(next)) found = "written";
    else return isTorn(note.bytes, old, next) ? overwrite(note, old, disk) : trouble.changed;
    return flush(note, disk);
  });
  return why ?? found;
}

/** The run that died may not have waited for the disk. */
function flush({ file }: OpenNote, disk: Disk): Trouble | null {
  try {
    disk.flush(file);
    return null;
  } catch (error) {
    return trouble.refused(error);
  }
}
