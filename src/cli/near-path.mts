import type { Dirent } from "node:fs";
import { basename, extname, resolve } from "node:path";
import { nearest } from "../journal/nearest.ts";
import { quote } from "../text/quote.ts";
import { isCanvasPath, isNotePath } from "../vault/names.ts";
import { entriesIn } from "./entries.mts";

/** What a path is expected to lead to. */
export interface Expected {
  /** With its article. */
  readonly said: string;
  /** May this entry of a folder be meant? A symbolic link may lead to anything. */
  readonly fits: (entry: Dirent) => boolean;
}

const isFileOf =
  (extension: RegExp) =>
  (entry: Dirent): boolean =>
    !entry.isDirectory() && extension.test(entry.name);

/** What the paths of a command line lead to. */
export const expected = {
  folder: { said: "a folder", fits: (entry) => !entry.isFile() },
  lintable: {
    said: "a note, a folder or a glob",
    fits: (entry) => !entry.isFile() || isNotePath(entry.name) || isCanvasPath(entry.name),
  },
  config: { said: "a config", fits: isFileOf(/\.ya?ml$/i) },
  baseline: { said: 'what "linkage baseline" writes', fits: isFileOf(/\.json$/i) },
} as const satisfies Readonly<Record<string, Expected>>;

/** A line and a column behind a path, as reports have them. */
const position = /(?::\d+){1,2}$/;

/**
 * What to tell, at the end of a sentence, of a path where nothing can be found: `perhaps "Home.md"` where it is the place that a report
 * names, or it, or a folder on the way, is called nearly so (another letter case, no `.md`, a typing error), or else `expected …`.
 * @param path as it was written
 * @param folders absolute, where it was looked for
 */
export function insteadOf(path: string, folders: readonly string[], wanted: Expected): string {
  const written = path.replace(separators, "");
  const file = written.replace(position, "");
  for (const folder of folders) {
    const near = nearPath(file, folder, wanted, file !== written);
    if (near !== null) return `perhaps ${quote(near)}`;
  }
  return `expected ${wanted.said}`;
}

const separators = /[\\/]+$/;

/**
 * The path of something in `folder` that is nearly called so, each part of it looked at by itself; null if there is none.
 * @param mayBeIt whether what is called so itself is one
 */
function nearPath(path: string, folder: string, { fits }: Expected, mayBeIt: boolean): string | null {
  const name = basename(path);
  const around = path.slice(0, path.length - name.length);
  const near = nearFolder(around, folder);
  if (near === null) return null;
  const names = entriesIn(resolve(folder, near))
    .filter(fits)
    .map((entry) => entry.name)
    .toSorted();
  const isIt = (mayBeIt || near !== around) && names.includes(name);
  const found = isIt ? name : nearestName(name, without(name, names));
  return found && near + found;
}

/** The path of a folder, empty or with what separates it from what it holds: the same if there is something in it, else as `nearPath`. */
function nearFolder(path: string, folder: string): string | null {
  const name = path.replace(separators, "");
  if (name === "" || entriesIn(resolve(folder, path)).length > 0) return path;
  const near = nearPath(name, folder, expected.folder, false);
  return near && near + path.slice(name.length);
}

/** What two names have in common at their ends says little if it is what all such files have. */
function nearestName(name: string, names: readonly string[]): string | null {
  const extension = extname(name);
  const alike = names.filter((each) => extname(each) === extension);
  const near = nearest(
    basename(name, extension),
    alike.map((each) => basename(each, extension)),
  );
  if (near !== null) return near + extension;
  return nearest(
    name,
    names.filter((each) => extname(each) !== extension),
  );
}

function without(name: string, names: readonly string[]): readonly string[] {
  return names.filter((each) => each !== name && !each.startsWith("."));
}
