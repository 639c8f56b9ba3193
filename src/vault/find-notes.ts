import { fileName, nameKey, withoutExtension } from "./names.ts";
import type { VaultIndex } from "./vault-index.ts";

/**
 * Paths of the notes that somebody means by `wanted`. The first reading that finds any holds: a path from the vault, a file
 * name, a note id; `.md` may be left out and letter case does not count but in ids.
 * @param paths vault-relative: what else the path may be, from where it was asked for
 */
export function findNotes(
  wanted: string,
  index: VaultIndex,
  paths: readonly string[] = [],
): readonly string[] {
  const all = Array.from(index.notes(), ({ path }) => path);
  const pathKeys = [...paths, wanted].map(noteKey);
  const name = noteKey(wanted);
  const readings = [
    all.filter((path) => pathKeys.includes(noteKey(path))),
    all.filter((path) => noteKey(fileName(path)) === name),
    index.notesWithId(wanted),
  ];
  return readings.find((found) => found.length > 0) ?? [];
}

function noteKey(path: string): string {
  return nameKey(withoutExtension(path));
}
