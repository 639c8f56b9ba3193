import { accessSync, constants, lstatSync, statSync, type Dirent, type Stats } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, parse, relative, resolve } from "node:path";
import { configName } from "../journal/conventions.ts";
import { isGlob } from "../journal/globs.ts";
import { CannotRun } from "../report/cannot-run.ts";
import { splitGlob } from "./glob.mts";
import { expected, type Expected, insteadOf } from "./near-path.mts";
import { isCoded, reasonOf } from "./reason.mts";

/** The app's own folder. A folder that holds it, or a config, is a vault. */
export const appFolder = ".obsidian";

/**
 * The vault to lint, absolute: the folder named, else the nearest folder at or above what is to be linted that is a
 * vault, else the folder to be linted; for notes the current folder if they lie in it, unless that is the whole disk or
 * home, else the folder around them.
 * @throws CannotRun if there is no such folder, or it cannot be read.
 */
export function findVault(named: string | undefined, paths: readonly string[], cwd: string): string {
  // It would be the current folder: whoever means that says so. A script may have a variable that nobody has set.
  if (named === "")
    throw new CannotRun('The name of the vault is empty, expected a folder, "." for this one');
  if (paths.includes("")) throw new CannotRun("A path is empty, expected a note, a folder or a glob");
  const folder = named === undefined ? vaultAround(paths, cwd) : resolve(cwd, named);
  const stats = statsOf(folder);
  if (stats === undefined) throw new CannotRun(missing(named ?? folder, [cwd], expected.folder));
  if (!stats.isDirectory()) throw new CannotRun(`"${named ?? folder}" is not a folder, expected one`);
  try {
    accessSync(folder, constants.R_OK | constants.X_OK);
  } catch (error) {
    throw new CannotRun(`"${named ?? folder}" cannot be read: ${reasonOf(error)}`);
  }
  return folder;
}

/**
 * The vault of a command that takes it as an argument and as `--vault`, as it was named; undefined if it was not.
 * @throws CannotRun if the two name different folders
 */
export function vaultNamed(
  argument: string | undefined,
  option: string | undefined,
  cwd: string,
): string | undefined {
  if (argument === undefined || option === undefined) return argument ?? option;
  if (resolve(cwd, argument) === resolve(cwd, option)) return argument;
  throw new CannotRun(`The vault is "${argument}" and, with --vault, "${option}", expected one of them`);
}

/** Whether a folder has the mark of a vault: the app's own folder, or a config. */
export function isVault(folder: string): boolean {
  const [config, app] = [statsOf(join(folder, configName)), statsOf(join(folder, appFolder))];
  return config?.isFile() === true || app?.isDirectory() === true;
}

/** Whether this is the mark of the vault that it lies in. */
export function marksVault(entry: Dirent): boolean {
  return entry.isFile() ? entry.name === configName : entry.isDirectory() && entry.name === appFolder;
}

/** What lies at `path`, symbolic links followed; undefined if nothing can be found there. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    reasonOf(error);
    return undefined;
  }
}

function vaultAround(paths: readonly string[], cwd: string): string {
  const folders = paths.map((path) => folderOf(path, cwd));
  const start = folders.reduce(folderAround, folders[0] ?? cwd);
  for (let folder = start; ; folder = dirname(folder)) {
    if (isVault(folder)) return folder;
    if (folder === dirname(folder)) break;
  }
  const [only] = paths;
  if (paths.length === 1 && only !== undefined && resolve(cwd, only) === start) return start;
  const isAround = !relative(cwd, start).startsWith("..");
  return isAround && cwd !== parse(cwd).root && cwd !== homedir() ? cwd : start;
}

/** Whether something has this absolute path. A symbolic link that leads nowhere has. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    reasonOf(error);
    return false;
  }
}

/** The folder that both lie in or are. */
function folderAround(a: string, b: string): string {
  let folder = a;
  while (relative(folder, b).startsWith("..")) folder = dirname(folder);
  return folder;
}

/** The folder that `path`, a folder, note or glob, is or lies in. */
function folderOf(path: string, cwd: string): string {
  const absolute = resolve(cwd, path);
  const stats = statsOf(absolute);
  if (stats) return stats.isDirectory() ? absolute : dirname(absolute);
  if (isGlob(path)) return resolve(cwd, splitGlob(path).folder);
  throw new CannotRun(missing(path, [cwd], expected.lintable));
}

/**
 * Says that nothing can be found at `path`, and what was expected or perhaps meant.
 * @param folders absolute, where it was looked for, the first one first
 */
export function missing(path: string, folders: readonly [string, ...string[]], wanted: Expected): string {
  return `"${path}" ${whyNot(resolve(folders[0], path))}, ${insteadOf(path, folders, wanted)}`;
}

/** Why nothing can be found at `path`, as the end of a sentence. */
function whyNot(path: string): string {
  try {
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return "does not exist";
    statSync(path);
    return "cannot be read";
  } catch (error) {
    const isLost = isCoded(error) && error.code === "ENOENT";
    return isLost ? "is a symbolic link that leads nowhere" : `cannot be read: ${reasonOf(error)}`;
  }
}
