import { realpathSync } from "node:fs";
import type { BatchReport, LeftNote } from "../report/batch-report.ts";
import { findNote, pathIn, textFault, trouble } from "./write/note-file.mts";
import type { NoteChange } from "./write/prepare-batch.mts";

/** What writing changes would come to. */
export interface DryRun<Change extends NoteChange> {
  /** Each file once, by its own path: `patch` and `git apply` follow no symbolic links, and would refuse the whole patch. */
  readonly changes: readonly Change[];
  readonly report: BatchReport;
}

/**
 * What would be written and what left, as far as symbolic links and the new text decide it: a note with two paths is written once, one
 * outside of the vault is not, nor one that would get too long. No file is opened for writing, so that a vault that is only to be read can be asked about.
 */
export function dryRun<Change extends NoteChange>(
  changes: readonly Change[],
  folder: string,
): DryRun<Change> {
  const vault = realpathSync.native(folder);
  const files = new Map<string, Change>();
  const written: string[] = [];
  const left: LeftNote[] = [];
  for (const change of changes) {
    const found = findNote(vault, change.path);
    if ("why" in found) {
      left.push({ path: change.path, ...found });
      continue;
    }
    const message = textFault(change.after);
    if (message !== null) {
      left.push({ path: change.path, why: "not-text", message });
      continue;
    }
    const path = pathIn(vault, found.at);
    const first = files.get(path) ?? { ...change, path };
    files.set(path, first);
    if (first.after === change.after) written.push(change.path);
    else left.push({ path: change.path, ...trouble.changed });
  }
  return { changes: [...files.values()], report: { written, left } };
}
