import { realpathSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { globMatcher, isGlob } from "../journal/globs.ts";
import { CannotRun } from "../report/cannot-run.ts";
import { splitGlob } from "./glob.mts";
import { expected } from "./near-path.mts";
import { missing, statsOf } from "./vault-folder.mts";

/** What of a vault is asked about. */
export interface Selection {
  /** Is the file of this vault-relative path asked about? */
  readonly has: (path: string) => boolean;
}

/** All of a vault. */
export const everything: Selection = { has: () => true };

/** What both of two selections ask about. */
export function inBoth(one: Selection, other: Selection): Selection {
  return { has: (path) => one.has(path) && other.has(path) };
}

/**
 * Read the paths of a command line: notes, folders and globs, from `cwd` or else from the vault. Without any, everything
 * is asked about.
 * @param candidates what can be asked about, vault-relative
 * @throws CannotRun if a path matches none of them
 */
export function select(
  paths: readonly string[],
  vault: string,
  cwd: string,
  candidates: ReadonlySet<string>,
): Selection {
  if (paths.length === 0) return everything;
  const selections = paths.map((path) => {
    const selection = selectionOf(path, vault, cwd);
    if (selection !== everything && ![...candidates].some(selection.has)) {
      throw new CannotRun(`"${path}" matches no note, expected a note, a folder or a glob of the vault`);
    }
    return selection;
  });
  return { has: (path) => selections.some((selection) => selection.has(path)) };
}

/**
 * Whether these paths ask about all of the vault.
 * @throws CannotRun if there is nothing at one of them
 */
export function isEverything(paths: readonly string[], vault: string, cwd: string): boolean {
  return paths.length === 0 || paths.some((path) => selectionOf(path, vault, cwd) === everything);
}

function selectionOf(path: string, vault: string, cwd: string): Selection {
  for (const absolute of [resolve(cwd, path), resolve(vault, path)]) {
    const stats = statsOf(absolute);
    if (!stats) continue;
    const inVault = pathInVault(absolute, vault, path);
    if (inVault === "") return everything;
    return {
      has: stats.isDirectory() ? (file) => file.startsWith(`${inVault}/`) : (file) => file === inVault,
    };
  }
  if (!isGlob(path)) throw new CannotRun(missing(path, [cwd, vault], expected.lintable));
  const { folder, pattern } = splitGlob(path);
  const isInVault = (absolute: string): boolean => !relative(vault, absolute).startsWith("..");
  const base = [resolve(cwd, folder), resolve(vault, folder)].find(isInVault) ?? resolve(cwd, folder);
  return { has: globMatcher([`/${pathInVault(base, vault, path)}/${pattern}`]) };
}

/** The vault-relative path of what lies at `absolute`, named `path`, with `/`; empty for the vault itself. */
function pathInVault(absolute: string, vault: string, path: string): string {
  const asNamed = relative(vault, absolute);
  const isOutside = asNamed.startsWith("..") && statsOf(absolute) !== undefined;
  const inVault = isOutside ? relative(realpathSync(vault), realpathSync(absolute)) : asNamed;
  if (inVault.startsWith("..")) throw new CannotRun(`"${path}" is not in the vault "${vault}"`);
  return inVault.split(sep).join("/");
}
