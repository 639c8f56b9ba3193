import { requireJournal } from "../../../src/cli/write/journal.mts";
import { whileLocked } from "../../../src/cli/write/lock.mts";
import { repairUnfinished } from "../../../src/cli/write/repair.mts";
import { writeRename } from "../../../src/cli/write/rename-batch.mts";
import { undoLast } from "../../../src/cli/write/undo-batch.mts";
import type { NoteChange } from "../../../src/cli/write/prepare-batch.mts";
import { writeBatch } from "../../../src/cli/write/write-batch.mts";
import type { Move } from "../../../src/vault/moved-files.ts";
import { type Step, watchedDisk } from "./watched-disk.ts";

/** What a writer is to do, and when it is to die. */
export interface WriterTask {
  readonly act: "write" | "rename" | "undo" | "repair";
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly changes: readonly NoteChange[];
  /** What is renamed. */
  readonly move?: Move;
  /** In front of which step on the disk it dies, counted from 0, and how much of a write it has done by then. */
  readonly death?: { readonly step: number; readonly share: number };
}

/**
 * Do a task. The names of the steps it takes on the disk go to `steps`.
 * @param die what dying is: it does not come back, and is asked again for each step after it
 */
export async function doTask(
  { act, folder, env, changes, move, death }: WriterTask,
  steps: Step["name"][],
  die: () => never,
): Promise<void> {
  let isDying = false;
  const disk = watchedDisk(({ name, writePart }) => {
    if (steps.length === death?.step) {
      if (!isDying && death.share > 0) writePart(death.share);
      isDying = true;
      die();
    }
    steps.push(name);
  });
  const journal = requireJournal(folder, env, disk);
  if (act === "write") await writeBatch(journal, "fix", changes);
  else if (act === "rename" && move) await writeRename(journal, move, changes);
  else if (act === "undo") await undoLast(journal);
  else await whileLocked(journal, () => Promise.resolve(repairUnfinished(journal)));
}
