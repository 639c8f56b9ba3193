import { homedir, tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { countOf, formatCount } from "../report/count.ts";
import { quote } from "../text/quote.ts";
import { missingTargetRules } from "../rules/missing-target-rules.ts";
import { nameKey, targetsOfFile } from "../vault/names.ts";
import { entriesIn } from "./entries.mts";
import { shownPath } from "./screen.mts";
import { isVault, marksVault } from "./vault-folder.mts";

/** How many missing targets must be files around the folder, and which part of all of them: a few have common names. */
const FEWEST_FOUND = 3;
const LEAST_SHARE = 0.1;

/** How many entries of a folder around, and of those in it, are looked at. */
const MOST_ENTRIES = 4000;

/**
 * What to tell somebody who lints a folder that looks like part of a vault as if it were all of it, so that links to notes beside it lead nowhere:
 * the folder has no mark of a vault, and a folder around it has files by the names of missing targets. Of these folders only names
 * are read, and of none more than a few thousand; what has the mark of another vault is passed over. Null if there is nothing to tell.
 * @param folder what was linted, absolute
 * @param problems what was found in it
 */
export function vaultHint(folder: string, problems: Iterable<Diagnostic>, cwd: string): string | null {
  if (isVault(folder)) return null;
  const targets = missingTargets(problems);
  if (targets.size < FEWEST_FOUND) return null;
  const around = findAround(folder, targets);
  if (around === null) return null;
  const [part, whole] = [shownPath(folder, cwd), shownPath(around.folder, cwd)];
  const share = `${formatCount(around.found)} of ${countOf(targets.size, "missing target")}`;
  return `${quote(part)} is linted as a vault of its own, but ${share} lie in ${quote(whole)}, expected --vault ${quote(whole)} if that is the vault, else a linkage.yaml in ${quote(part)}`;
}

/** The keys of the targets that have no file, without steps upwards. */
function missingTargets(problems: Iterable<Diagnostic>): ReadonlySet<string> {
  const targets = new Set<string>();
  for (const { rule, target } of problems)
    if (target !== null && missingTargetRules.includes(rule))
      targets.add(nameKey(target).replace(stepsUp, ""));
  return targets;
}

const stepsUp = /^(?:\.{1,2}\/)+/;

/** The outermost of the folders around `folder` that each have more of these targets than the one before; null if they have too few. */
function findAround(
  folder: string,
  targets: ReadonlySet<string>,
): { readonly folder: string; readonly found: number } | null {
  const missing = new Set(targets);
  let around = folder;
  for (let outer = dirname(folder); mayBeVault(outer) && !isVault(around); outer = dirname(outer)) {
    const before = missing.size;
    for (const path of pathsIn(outer, isNamed(around, missing) ? null : around))
      for (const target of targetsOfFile(path)) missing.delete(target);
    if (missing.size === before) break;
    around = outer;
  }
  const found = targets.size - missing.size;
  return found < Math.max(FEWEST_FOUND, targets.size * LEAST_SHARE) ? null : { folder: around, found };
}

/** Not where all sorts of things lie: the whole disk, home, or the folder for what is temporary. */
function mayBeVault(folder: string): boolean {
  return ![homedir(), dirname(homedir()), tmpdir(), dirname(folder)].includes(folder);
}

/** Whether a target may be a path through this folder: only then a file in it can be one, for all the others have been looked for there. */
function isNamed(folder: string, targets: Iterable<string>): boolean {
  const name = `${nameKey(basename(folder))}/`;
  for (const target of targets) if (target.includes(name)) return true;
  return false;
}

/** The paths of the files in a folder and those below, from that folder, nearest first; without those in the folder `except`, if there is one. */
function* pathsIn(folder: string, except: string | null): Generator<string> {
  const paths = [""];
  let seen = 0;
  for (const path of paths) {
    const entries = entriesIn(join(folder, path));
    if (path !== "" && entries.some(marksVault)) continue;
    for (const entry of entries) {
      if (++seen > MOST_ENTRIES) return;
      if (entry.isFile()) yield path + entry.name;
      else if (entry.isDirectory() && !isPassedOver(entry.name) && join(folder, path, entry.name) !== except)
        paths.push(`${path}${entry.name}/`);
    }
  }
}

/** What programs keep. */
function isPassedOver(name: string): boolean {
  return name.startsWith(".") || name === "node_modules";
}
