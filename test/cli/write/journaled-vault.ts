import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { realDisk, type Disk } from "../../../src/cli/write/disk.mts";
import { requireJournal, type Journal } from "../../../src/cli/write/journal.mts";
import { folderOf } from "../command-line.ts";

/** A vault on the disk, and a place for its journal. */
export interface JournaledVault {
  readonly folder: string;
  /** Names the place for the journal to a run of the command line. */
  readonly env: Readonly<Record<string, string>>;
  readonly journal: Journal;
  /** The text of a file, with its byte order mark. */
  readonly read: (path: string) => string;
}

/** A vault with these files, written to through `changes` of the disk. */
export function journaledVault(
  files: Readonly<Record<string, string | Uint8Array>>,
  changes: Partial<Disk> = {},
): JournaledVault {
  const folder = folderOf(files);
  const env = { XDG_STATE_HOME: folderOf({}) };
  return {
    folder,
    env,
    journal: requireJournal(folder, env, { ...realDisk, ...changes }),
    read: (path) => readFileSync(join(folder, path), "utf8"),
  };
}

/** The names of the files in a journal. */
export function journalFiles({ folder }: Journal): readonly string[] {
  return readdirSync(folder).sort();
}

/** What the disk says when it refuses. */
export function refusal(code: "ENOSPC" | "EACCES" | "EROFS" | "EIO"): Error {
  const errno = { ENOSPC: -28, EACCES: -13, EROFS: -30, EIO: -5 }[code];
  return Object.assign(new Error(code), { code, errno });
}
