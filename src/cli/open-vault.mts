import { CannotRun } from "../report/cannot-run.ts";
import { withLineEnds } from "../report/lint-report.ts";
import { printable } from "../report/printable.ts";
import { repairLine } from "../report/repair-text.ts";
import { print, type Io } from "./io.mts";
import { findVault } from "./vault-folder.mts";
import { findJournal, unfinishedBatches, type Journal } from "./write/journal.mts";
import { isLocked, whileLocked } from "./write/lock.mts";
import { repairUnfinished } from "./write/repair.mts";

/**
 * Find the vault as `findVault` does, and repair what a run that died has left half written in it, before anything is read. That is told
 * on the error stream, one line for each such run; what cannot be repaired is told, too, and does not keep anybody from reading.
 * Nothing is made where nothing was left.
 * @throws CannotRun as `findVault`
 */
export async function openVault(
  named: string | undefined,
  paths: readonly string[],
  io: Io,
): Promise<string> {
  const folder = findVault(named, paths, io.cwd);
  const journal = findJournal(folder, io.env);
  const lines = journal === null ? [] : await repairLines(journal);
  await print(io.stderr, withLineEnds(lines.map((line) => `linkage: ${line}`)));
  return folder;
}

async function repairLines(journal: Journal): Promise<readonly string[]> {
  try {
    if (unfinishedBatches(journal).length === 0) return [];
    if (isLocked(journal.folder)) return ["Another run of Linkage is writing to this vault"];
    const reports = await whileLocked(journal, () => Promise.resolve(repairUnfinished(journal)));
    return reports.map(repairLine);
  } catch (error) {
    if (error instanceof CannotRun) return [printable(error.message)];
    throw error;
  }
}
