import { readlinkSync } from "node:fs";
import { join, parse, relative, sep } from "node:path";
import type { Move } from "../../vault/moved-files.ts";
import { entriesIn } from "../entries.mts";
import { isCoded } from "../reason.mts";
import { liesIn } from "./note-file.mts";
import { statsOf } from "./place.mts";

/**
 * A symbolic link in a vault that leads somewhere, and would lead elsewhere or nowhere once something has been moved: because it leads there,
 * alone or by way of others, or because it is moved and its target starts from where it lies. Null if there is none.
 * @param vault absolute, without symbolic links; a link outside of it is not known
 * @param move as `placeOf` says both paths
 */
export function ledAstray(vault: string, move: Move): string | null {
  for (const link of symbolicLinksIn(vault)) {
    const end = endOf(link, targetAt);
    if (end !== null && endOf(moved(link, move), targetAfter(move)) !== moved(end, move)) return link;
  }
  return null;
}

/** All symbolic links in a folder, hidden ones too. None is followed. */
function* symbolicLinksIn(folder: string): Generator<string> {
  for (const entry of entriesIn(folder)) {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink()) yield path;
    else if (entry.isDirectory()) yield* symbolicLinksIn(path);
  }
}

/** What the symbolic link at a path says, false if something else lies there, null if nothing does or nobody may look. */
type TargetAt = (path: string) => string | false | null;

function targetAt(path: string): string | false | null {
  try {
    const stats = statsOf(path);
    return stats?.isSymbolicLink() ? readlinkSync(path) : stats && false;
  } catch (error) {
    if (!isCoded(error)) throw error;
    return null;
  }
}

/** What will be said at a path once `move` has been made. */
function targetAfter({ from, to }: Move): TargetAt {
  return (path) => {
    if (liesIn(to, path)) return targetAt(join(from, relative(to, path)));
    if (liesIn(from, path)) return null;
    // Folders around the new place are made where there are none.
    return targetAt(path) ?? (liesIn(path, to) ? false : null);
  };
}

/** Where a path leads when all symbolic links are followed, as the system does it: part by part. Null if nowhere. */
function endOf(path: string, targetOf: TargetAt): string | null {
  let end = parse(path).root;
  let parts = path.slice(end.length).split(sep);
  for (let links = 0; ;) {
    const part = parts.shift();
    if (part === undefined) return end;
    const next = join(end, part);
    const target = targetOf(next);
    if (target === null) return null;
    if (target === false) end = next;
    else if (++links > mostLinks) return null;
    else {
      const { root } = parse(target);
      if (root !== "") end = root;
      parts = [...target.slice(root.length).split(sep), ...parts];
    }
  }
}

/** Linux follows no more. */
const mostLinks = 40;

function moved(path: string, { from, to }: Move): string {
  return liesIn(from, path) ? join(to, relative(from, path)) : path;
}
