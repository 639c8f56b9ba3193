import { setImmediate as turn } from "node:timers/promises";
import type { BatchReport, LeftNote, Trouble } from "../../report/batch-report.ts";
import type { JournaledNote } from "./batch-records.mts";
import type { Journal } from "./journal.mts";
import { rewrite, trouble } from "./note-file.mts";

/** What a batch tells and asks while it runs. */
export interface BatchHooks {
  /** `done` of `total` notes have been looked at; while the journal is being written, `done` are in it and `total` is null. */
  readonly progress?: (done: number, total: number | null) => void;
  /** Asked before each note: is the batch to end here? What has been written stays, and can be undone. */
  readonly isCancelled?: () => boolean;
}

/**
 * Make `after` of `before` in each note, one after another. Their batch is in the journal and open. Ends where it is cancelled, and where the
 * disk leaves a note half written.
 */
export async function rewriteNotes(
  journal: Journal,
  notes: Iterable<JournaledNote>,
  total: number,
  { progress, isCancelled }: BatchHooks,
): Promise<BatchReport> {
  const written: string[] = [];
  const left: LeftNote[] = [];
  let isOver = false;
  for (const { path, before, after } of notes) {
    await turn();
    isOver ||= isCancelled?.() ?? false;
    const why: Trouble | null = isOver ? trouble.stopped : rewrite(journal, path, before, after);
    if (why === null) written.push(path);
    else left.push({ path, ...why });
    isOver ||= why?.why === "half-written";
    progress?.(written.length + left.length, total);
  }
  return { written, left };
}

/** Is a note half written now? Then its batch must stay open, for the next run to repair. */
export function isHalfWritten({ left }: BatchReport): boolean {
  return left.some(({ why }) => why === "half-written");
}
