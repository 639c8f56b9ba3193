import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { requireJournal, type Journal } from "../../../src/cli/write/journal.mts";
import { folderOf } from "../command-line.ts";
import { watchedDisk, type Step } from "./watched-disk.ts";

/** A vault on the disk, and a place for its journal. */
export interface JournaledVault {
  readonly folder: string;
  /** Names the place for the journal to a run of the command line. */
  readonly env: Readonly<Record<string, string>>;
  readonly journal: Journal;
  /** The text of a file, with its byte order mark. */
  readonly read: (path: string) => string;
}

/** A vault with these files. What `watch` throws is what the disk says. */
export function journaledVault(
  files: Readonly<Record<string, string | Uint8Array>>,
  watch: (step: Step, folder: string) => void = () => undefined,
): JournaledVault {
  const root = folderOf({ "vault/": "" });
  const folder = join(root, "vault");
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const env = { XDG_STATE_HOME: join(root, "state") };
  const disk = watchedDisk((step) => {
    watch(step, folder);
  });
  return {
    folder,
    env,
    journal: requireJournal(folder, env, disk),
    read: (path) => readFileSync(join(folder, path), "utf8"),
  };
}

/** The names of the files in a journal. */
export function journalFiles({ folder }: Journal): readonly string[] {
  return readdirSync(folder).sort();
}
