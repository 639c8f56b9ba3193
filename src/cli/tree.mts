import { resolve } from "node:path";
import { linkageTree } from "../linkage/linkage-tree.ts";
import { printable } from "../report/printable.ts";
import { treeText } from "../report/tree-text.ts";
import { readVaultConfig } from "./config.mts";
import { findNotes } from "./find-notes.mts";
import { CannotRun, print, withLineEnds, type Io } from "./io.mts";
import { loadVault } from "./load-vault.mts";
import { startProgress } from "./progress.mts";
import { screenOf } from "./screen.mts";
import { findVault, statsOf } from "./vault-folder.mts";

/** What `linkage tree` is asked for besides the note. */
export interface TreeOptions {
  readonly vault?: string;
  /** How many levels below the note to draw. */
  readonly depth: number;
}

/** `linkage tree`: draw what the note that `wanted` names links to, and what links to it. Gives the exit code. */
export async function tree(wanted: string, { vault, depth }: TreeOptions, io: Io): Promise<number> {
  const isFile = statsOf(resolve(io.cwd, wanted))?.isFile() ?? false;
  const folder = findVault(vault, isFile ? [wanted] : [], io.cwd);
  const progress = startProgress(io.stderr);
  const config = await readVaultConfig(folder, undefined, io.cwd);
  const { index } = loadVault(folder, config.conventions, progress);
  progress.end();
  const notes = findNotes(wanted, index, folder, io.cwd);
  const [note] = notes;
  if (note === undefined)
    throw new CannotRun(`No note is called "${wanted}", expected a path, a name or a note id`);
  if (notes.length > 1) {
    const lines = [
      `linkage: "${wanted}" may be any of ${String(notes.length)} notes:`,
      ...notes.map((path) => `  ${path}`),
    ];
    await print(io.stderr, withLineEnds(lines.map(printable)));
    return 2;
  }
  const screen = screenOf(io.stdout, io, folder);
  await print(io.stdout, withLineEnds(treeText(linkageTree(note, index), depth, screen)));
  return 0;
}
