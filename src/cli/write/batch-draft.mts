import { constants } from "node:fs";
import { CannotRun } from "../../report/cannot-run.ts";
import { countOf } from "../../report/count.ts";
import { editBetween } from "../../text/edit-between.ts";
import { firstLine, lineOf, type JournaledMove, type JournaledNote } from "./batch-records.mts";
import { writeAll } from "./disk.mts";
import { advance, forget, nextBatch, type BatchFile, type Journal } from "./journal.mts";

/** A batch whose journal is being written. No note has been touched. */
export class BatchDraft {
  /** How many notes have been journaled. */
  notes = 0;
  private readonly journal: Journal;
  private readonly batch: BatchFile;
  private readonly file: number;
  private length = 0;
  private isOpen = true;

  /** Start the journal of a batch, with what it moves. Throws what the disk does, as do the methods. */
  constructor(journal: Journal, command: string, move: JournaledMove | null) {
    this.journal = journal;
    this.batch = nextBatch(journal);
    const { disk, vault } = journal;
    this.file = disk.open(this.batch.path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
    this.write(firstLine + lineOf({ kind: "batch", vault, command, when: new Date().toISOString() }));
    if (move) this.write(lineOf({ kind: "move", ...move }));
  }

  /** @throws CannotRun if the batch gets too large */
  add({ path, before, after }: JournaledNote): void {
    this.write(lineOf({ kind: "note", path, before, edit: editBetween(before, after) }));
    this.notes++;
  }

  /** Wait until all is on the disk. From now on notes may be written. */
  finish(): BatchFile {
    this.write(lineOf({ kind: "seal", notes: this.notes }));
    this.journal.disk.flush(this.file);
    this.close();
    return advance(this.journal, this.batch, "writing");
  }

  /** To be called in any case: a draft that was not finished is forgotten. */
  end(): void {
    if (!this.isOpen) return;
    this.close();
    forget(this.journal, this.batch);
  }

  private close(): void {
    this.isOpen = false;
    this.journal.disk.close(this.file);
  }

  private write(line: string): void {
    const bytes = Buffer.from(line);
    const { disk, mostBytes } = this.journal;
    if (this.length + bytes.length > mostBytes) {
      const most = countOf(Math.floor(mostBytes / (1024 * 1024)), "MB", "MB");
      throw new CannotRun(
        `So many changes do not fit into the journal, which holds ${most}, and nothing was written, expected fewer notes at once`,
      );
    }
    writeAll(disk, this.file, bytes, this.length);
    this.length += bytes.length;
  }
}
