import { findNotes } from "./find-notes.ts";
import { fileName, nameKey } from "./names.ts";
import type { VaultIndex } from "./vault-index.ts";

/**
 * Paths of the files and folders that somebody means by `wanted`: of a file or folder, else as in `findNotes`, else a file's name.
 * @param paths vault-relative: what else the path may be, from where it was asked for
 */
export function findFiles(
  wanted: string,
  index: VaultIndex,
  paths: readonly string[] = [],
): readonly string[] {
  const files = [...index.files()];
  for (const path of [...paths, wanted].map((each) => each.replace(/\/+$/, ""))) {
    const isThere = index.hasFile(path) || (path !== "" && files.some((file) => file.startsWith(`${path}/`)));
    if (isThere) return [path];
  }
  const notes = findNotes(wanted, index, paths);
  const key = nameKey(wanted);
  return notes.length > 0 ? notes : files.filter((path) => nameKey(fileName(path)) === key).sort();
}
