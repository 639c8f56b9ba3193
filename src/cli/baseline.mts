import { relative, resolve } from "node:path";
import { baselineOf } from "../lint/baseline.ts";
import { Linter } from "../lint/linter.ts";
import { countOf } from "../report/count.ts";
import { printable } from "../report/printable.ts";
import { allRules } from "../rules/all-rules.ts";
import { baselineName, writeBaselineFile } from "./baseline-file.mts";
import { readVaultConfig } from "./config.mts";
import { findProblems } from "./find-problems.mts";
import { print, type Io } from "./io.mts";
import { loadVault } from "./load-vault.mts";
import { startProgress } from "./progress.mts";
import { shownPath } from "./screen.mts";
import { everything } from "./selection.mts";
import { nextCommand, shellWord } from "./next-command.mts";
import { openVault } from "./open-vault.mts";
import { findVault, vaultNamed } from "./vault-folder.mts";

/** What `linkage baseline` is asked for besides its argument. */
export interface BaselineOptions {
  readonly vault?: string;
  readonly config?: string;
  /** Where to write it, if not at the vault's root. */
  readonly output?: string;
}

/**
 * `linkage baseline`: write down all problems of a vault, so that `linkage lint --baseline` tells new ones only. Gives the exit code.
 * @param argument the vault or a folder in it
 * @throws CannotRun if that is no folder: a baseline is one of all notes
 */
export async function baseline(
  argument: string | undefined,
  options: BaselineOptions,
  io: Io,
): Promise<number> {
  const named = vaultNamed(argument, options.vault, io.cwd);
  // For its refusals: what follows takes a note or a glob, too.
  if (named !== undefined) findVault(named, [], io.cwd);
  const folder = await openVault(options.vault, named === undefined ? [] : [named], io);
  const progress = startProgress(io.stderr);
  const config = readVaultConfig(folder, options.config, io.cwd);
  const vault = loadVault(folder, config.conventions, progress);
  const linter = new Linter(allRules, config.conventions);
  const found = [...findProblems({ vault, config, linter, selection: everything }, progress)];
  progress.end();
  const file = options.output === undefined ? resolve(folder, baselineName) : resolve(io.cwd, options.output);
  const shown = shownPath(file, io.cwd);
  writeBaselineFile(file, baselineOf(found), options.output ?? relative(folder, file));
  const next = nextCommand("linkage lint", folder, io.cwd);
  const files = countOf(new Set(found.map(({ path }) => path)).size, "file");
  await print(io.stdout, [
    printable(`Wrote ${countOf(found.length, "problem")} in ${files} to ${shown}`),
    "\n",
    printable(`${next} --baseline ${shellWord(shown)} tells those that are new`),
    "\n",
  ]);
  return 0;
}
