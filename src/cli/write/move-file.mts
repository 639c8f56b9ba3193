import { readdirSync, realpathSync, type Stats } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Trouble } from "../../report/batch-report.ts";
import { quote } from "../../text/quote.ts";
import type { Move } from "../../vault/moved-files.ts";
import { isCoded, reasonOf } from "../reason.mts";
import type { Disk } from "./disk.mts";
import type { Journal } from "./journal.mts";
import { ledAstray } from "./led-astray.mts";
import { liesIn, pathIn, trouble as ofNotes } from "./note-file.mts";
import { placeOf, statsOf } from "./place.mts";

type Place = Pick<Journal, "vault" | "disk">;

/** Why a file or folder cannot be moved as things are, or null. Nothing is ever moved over another, nor away from a symbolic link that leads to it. */
export function whyNotMoved(place: Pick<Place, "vault">, move: Move): Trouble | null {
  const why = whyNotPut(place, move);
  if (why !== null) return why;
  try {
    const real = realpathSync.native(place.vault);
    // The same by another letter case, where that does not count: so do symbolic links lead there.
    if (statsOf(join(place.vault, move.to)) !== null) return null;
    const from = placeOf(join(place.vault, move.from));
    const stray = ledAstray(real, { from, to: placeOf(join(place.vault, move.to)) });
    return stray === null ? null : trouble.astray(stray === from ? null : pathIn(real, stray));
  } catch (error) {
    return trouble.refused(error);
  }
}

/** As `whyNotMoved`, without a look at all symbolic links of the vault, which is asked for more than once. */
function whyNotPut({ vault }: Pick<Place, "vault">, move: Move): Trouble | null {
  const [from, to] = [join(vault, move.from), join(vault, move.to)];
  try {
    if (!isNamed(from)) return trouble.vanished;
    const places = { from: placeOf(from), to: placeOf(to) };
    const real = realpathSync.native(vault);
    if (!liesIn(real, places.from) || !liesIn(real, places.to)) return ofNotes.outside;
    if (places.from !== places.to && liesIn(places.from, places.to)) return trouble.intoItself;
    const other = statsOf(to);
    // Where letter case does not count, a file is found by its new name already.
    return other !== null && (isNamed(to) || !isSame(statsOf(from), other)) ? trouble.taken : null;
  } catch (error) {
    return trouble.refused(error);
  }
}

/**
 * Move a file or folder: by one renaming, or, for a file, by giving it its second name before the first is taken away, which the
 * system does only if nobody has that name. Gives null, or why that was not done; then it is where it was.
 * Folders around its new place are made.
 */
export function moveFile(place: Place, move: Move): Trouble | null {
  const { vault, disk } = place;
  const [from, to] = [join(vault, move.from), join(vault, move.to)];
  try {
    const why = whyNotPut(place, move);
    if (why !== null) return why;
    disk.makeFolder(dirname(to), 0o777);
    if (!hasTwoNames(from, to, disk)) disk.rename(from, to);
    else {
      disk.flushFolder(dirname(to));
      disk.remove(from);
    }
    disk.flushFolder(dirname(to));
    disk.flushFolder(dirname(from));
    return null;
  } catch (error) {
    return isCoded(error) && taken.has(error.code) ? trouble.taken : trouble.refused(error);
  }
}

/** The disk was asked to put something where there is something. */
const taken = new Set(["EEXIST", "ENOTEMPTY", "ENOTDIR", "EISDIR"]);

/** The disk knows no second names, or not for this. */
const unable = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EXDEV"]);

/** Give a file its second name; false where it must be renamed instead. */
function hasTwoNames(from: string, to: string, disk: Disk): boolean {
  if (statsOf(from)?.isFile() !== true || statsOf(to) !== null) return false;
  try {
    disk.link(from, to);
    return true;
  } catch (error) {
    if (isCoded(error) && unable.has(error.code)) return false;
    throw error;
  }
}

/**
 * Has the move of a run that died been made? One that was half made, so that the file has both its names, is taken back. Throws what
 * the disk does.
 */
export function settleMove({ vault, disk }: Place, move: Move): "moved" | "not moved" | "lost" {
  const [from, to] = [join(vault, move.from), join(vault, move.to)];
  const [isHere, isThere] = [isNamed(from), isNamed(to)];
  if (isHere && isThere) {
    const stats = statsOf(from);
    // One of at least two names: the file is not lost with it.
    if (stats?.isFile() === true && stats.nlink > 1 && isSame(stats, statsOf(to))) disk.remove(to);
  }
  for (const folder of new Set([dirname(from), dirname(to)]))
    if (statsOf(folder) !== null) disk.flushFolder(folder);
  return isHere ? "not moved" : isThere ? "moved" : "lost";
}

/** The outermost folder that must be made for `path`, vault-relative, or null. */
export function folderToMake(vault: string, path: string): string | null {
  let made: string | null = null;
  for (
    let folder = dirname(path);
    folder !== "." && statsOf(join(vault, folder)) === null;
    folder = dirname(folder)
  )
    made = folder;
  return made;
}

/** Remove the folders that were made for `path`, as far as nothing is in them. */
export function removeMade({ vault, disk }: Place, path: string, made: string | null): void {
  if (made === null) return;
  for (let folder = dirname(path); folder.length >= made.length; folder = dirname(folder)) {
    try {
      disk.removeFolder(join(vault, folder));
      disk.flushFolder(join(vault, dirname(folder)));
    } catch (error) {
      if (!isCoded(error)) throw error;
      // Something is in it by now.
      if (error.code !== "ENOENT") return;
    }
  }
}

/** Is there something of this very name, letter by letter? Where letter case does not count, more names lead to it. */
function isNamed(path: string): boolean {
  try {
    const name = basename(path).normalize();
    return readdirSync(dirname(path)).some((each) => each.normalize() === name);
  } catch (error) {
    if (isCoded(error) && ["ENOENT", "ENOTDIR"].includes(error.code)) return false;
    throw error;
  }
}

function isSame(a: Stats | null, b: Stats | null): boolean {
  return a !== null && b !== null && a.dev === b.dev && a.ino === b.ino;
}

/** What is said of a file or folder that is not moved. */
const trouble = {
  vanished: { why: "vanished", message: "This is no longer there" },
  astray: (link: string | null): Trouble => ({
    why: "refused",
    message: `${link === null ? "This" : quote(link)} is a symbolic link that would no longer lead where it leads`,
  }),
  intoItself: { why: "refused", message: "This cannot be moved into itself" },
  taken: { why: "refused", message: "There is something at the new path already" },
  refused: (error: unknown): Trouble => ({
    why: "refused",
    message: `This cannot be moved: ${reasonOf(error)}`,
  }),
} as const;
