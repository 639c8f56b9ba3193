import { realpathSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import type { Io } from "./io.mts";
import { statsOf } from "./vault-folder.mts";

/**
 * Names the files of the vault in `folder`, given vault-relative, from the root of the repository, with `/`: the workspace that GitHub names
 * to what runs in a workflow, else the nearest folder with `.git`; without either the vault itself.
 */
export function pathInRepository(folder: string, { env }: Pick<Io, "env">): (path: string) => string {
  const vault = realpathSync.native(folder);
  const workspace = env["GITHUB_WORKSPACE"];
  const named = workspace && statsOf(workspace)?.isDirectory() ? realpathSync.native(workspace) : null;
  const root = named !== null && isIn(vault, named) ? named : (repositoryAround(vault) ?? vault);
  const prefix = relative(root, vault).split(sep).join("/");
  return (path) => (prefix === "" ? path : `${prefix}/${path}`);
}

function repositoryAround(start: string): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    // In a work tree of its own it is a file.
    if (statsOf(join(folder, ".git"))) return folder;
    if (folder === dirname(folder)) return null;
  }
}

/** Is `path` the folder or something in it? Both are absolute. */
export function isIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
