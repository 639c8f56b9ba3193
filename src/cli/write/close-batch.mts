import { constants } from "node:fs";
import { lineOf } from "./batch-records.mts";
import { writeAll } from "./disk.mts";
import { advance, forget, forgetOldest, type BatchFile, type Journal } from "./journal.mts";

/**
 * Say that no note of a batch is being written any more: from now on it can be undone. One that has written nothing is forgotten.
 * Throws what the disk does; then the next run repairs it.
 * @param unwritten paths of the notes that were journaled and then not written
 */
export function closeBatch(
  journal: Journal,
  batch: BatchFile,
  written: number,
  unwritten: readonly string[],
): void {
  if (written === 0) {
    forget(journal, batch);
    return;
  }
  if (unwritten.length > 0) append(journal, batch, lineOf({ kind: "outcome", unwritten: [...unwritten] }));
  advance(journal, batch, "done");
  forgetOldest(journal);
}

function append({ disk }: Journal, { path }: BatchFile, line: string): void {
  const file = disk.open(path, constants.O_WRONLY);
  try {
    // A run that died here may have left half a line.
    writeAll(disk, file, Buffer.from(`\n${line}`), disk.stat(file).size);
    disk.flush(file);
  } finally {
    disk.close(file);
  }
}
