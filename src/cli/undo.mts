import { withLineEnds } from "../report/lint-report.ts";
import { batchLines, undoLines } from "../report/undo-text.ts";
import { watchInterrupts } from "./interrupts.mts";
import { print, type Io } from "./io.mts";
import { openVault } from "./open-vault.mts";
import { startProgress } from "./progress.mts";
import { screenOf } from "./screen.mts";
import { vaultNamed } from "./vault-folder.mts";
import { requireJournal } from "./write/journal.mts";
import { listBatches, undoLast } from "./write/undo-batch.mts";

/** What `linkage undo` is asked for besides its argument. */
export interface UndoOptions {
  readonly vault?: string;
  /** Only list what can be undone. */
  readonly list?: boolean;
}

/** `linkage undo`: give the notes of the last batch their old texts. Gives the exit code: 1 if some of them were left. */
export async function undo(argument: string | undefined, options: UndoOptions, io: Io): Promise<number> {
  const folder = await openVault(vaultNamed(argument, options.vault, io.cwd), [], io);
  const journal = requireJournal(folder, io.env);
  if (options.list) {
    const batches = listBatches(journal);
    await print(
      io.stdout,
      withLineEnds(batches.length === 0 ? ["There is nothing to undo"] : batchLines(batches)),
    );
    return 0;
  }
  const progress = startProgress(io.stderr);
  const interrupts = watchInterrupts();
  try {
    const report = await undoLast(journal, {
      progress: (done, total) => {
        progress.step("Restored", done, total ?? done);
      },
      isCancelled: interrupts.came,
    });
    progress.end();
    await print(io.stdout, withLineEnds(undoLines(report, screenOf(io.stdout, io, folder).place)));
    return report.left.length > 0 || report.stuck || report.lost !== 0 ? 1 : 0;
  } finally {
    interrupts.end();
  }
}
