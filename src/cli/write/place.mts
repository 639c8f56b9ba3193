import { lstatSync, realpathSync, type Stats } from "node:fs";
import { dirname, join, relative } from "node:path";
import { isCoded } from "../reason.mts";

/** What lies at a path, which may be a symbolic link; null if nothing does. */
export function statsOf(path: string): Stats | null {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) ?? null;
  } catch (error) {
    if (isCoded(error) && error.code === "ENOTDIR") return null;
    throw error;
  }
}

/**
 * An absolute path whose folders are no symbolic links, as far as they are there; what it names may be one, or nothing.
 * @throws what the disk does
 */
export function placeOf(path: string): string {
  let folder = dirname(path);
  while (statsOf(folder) === null) folder = dirname(folder);
  return join(realpathSync.native(folder), relative(folder, path));
}
