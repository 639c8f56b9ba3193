import { join, relative, resolve, sep } from "node:path";
import { withLineEnds } from "../report/lint-report.ts";
import { treeReport, withLimit, type TreeRequest } from "../report/tree-report.ts";
import { readVaultConfig } from "./config.mts";
import { print, type Io } from "./io.mts";
import { loadVault } from "./load-vault.mts";
import { openVault } from "./open-vault.mts";
import { startProgress } from "./progress.mts";
import { readText } from "./read-text.mts";
import { screenOf } from "./screen.mts";
import { statsOf } from "./vault-folder.mts";

/** What `linkage tree` is asked for besides the note. */
export interface TreeOptions extends TreeRequest {
  readonly vault?: string;
  readonly all?: boolean;
}

/** `linkage tree`: draw what the note that `wanted` names links to, and what links to it. Gives the exit code. */
export async function tree(
  wanted: string,
  { vault, all = false, ...options }: TreeOptions,
  io: Io,
): Promise<number> {
  const isFile = statsOf(resolve(io.cwd, wanted))?.isFile() ?? false;
  const folder = await openVault(vault, isFile ? [wanted] : [], io);
  const progress = startProgress(io.stderr);
  const config = readVaultConfig(folder, undefined, io.cwd);
  const { index } = loadVault(folder, config.conventions, progress);
  progress.end();
  const screen = screenOf(io.stdout, io, folder);
  const path = relative(folder, resolve(io.cwd, wanted)).split(sep).join("/");
  const request = withLimit(options, all, options.limit ?? null);
  const { isFound, quoted, lines } = treeReport(wanted, request, index, screen, [path]);
  await print(isFound ? io.stdout : io.stderr, withLineEnds(lines(textsOf(quoted, folder))));
  return isFound ? 0 : 2;
}

/** The texts of the notes at these paths, without those that cannot be read any more. */
function textsOf(paths: readonly string[], folder: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    const read = readText(join(folder, path));
    if ("text" in read) texts.set(path, read.text);
  }
  return texts;
}
