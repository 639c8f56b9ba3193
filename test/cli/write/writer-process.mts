import { requireJournal } from "../../../src/cli/write/journal.mts";
import { whileLocked } from "../../../src/cli/write/lock.mts";
import { repairUnfinished } from "../../../src/cli/write/repair.mts";
import { writeRename } from "../../../src/cli/write/rename-batch.mts";
import { undoLast } from "../../../src/cli/write/undo-batch.mts";
import type { NoteChange } from "../../../src/cli/write/prepare-batch.mts";
import { writeBatch } from "../../../src/cli/write/write-batch.mts";
import type { Move } from "../../../src/vault/moved-files.ts";
import { watchedDisk } from "./watched-disk.ts";

/** What a process that writes is to do, and when it is to die. */
export interface WriterTask {
  readonly act: "write" | "rename" | "undo" | "repair";
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly changes: readonly NoteChange[];
  /** What is renamed. */
  readonly move?: Move;
  /** In front of which step on the disk it kills itself, counted from 0, and how much of a write it has done by then. */
  readonly death?: { readonly step: number; readonly share: number };
}

/**
 * Run by kill.test.ts in a process of its own, with its task as JSON in its argument. It says `ready` when it begins, and the names
 * of the steps it took when it has lived through them.
 */
async function work({ act, folder, env, changes, move, death }: WriterTask): Promise<void> {
  const steps: string[] = [];
  const disk = watchedDisk(({ name, writePart }) => {
    if (steps.length === death?.step) {
      if (death.share > 0) writePart(death.share);
      process.kill(process.pid, "SIGKILL");
    }
    steps.push(name);
  });
  const journal = requireJournal(folder, env, disk);
  process.stdout.write("ready\n");
  if (act === "write") await writeBatch(journal, "fix", changes);
  else if (act === "rename" && move) await writeRename(journal, move, changes);
  else if (act === "undo") await undoLast(journal);
  else await whileLocked(journal, () => Promise.resolve(repairUnfinished(journal)));
  process.stdout.write(JSON.stringify(steps));
}

await work(JSON.parse(process.argv[2] ?? "") as WriterTask);
