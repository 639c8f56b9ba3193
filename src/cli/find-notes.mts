import { relative, resolve, sep } from "node:path";
import { fileName, nameKey, withoutExtension } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";

/**
 * Paths of the notes that somebody at a command line means by `wanted`. The first reading that finds any holds: a path
 * from `cwd` or from the vault, a file name, a note id; `.md` may be left out and letter case does not count but in ids.
 */
export function findNotes(wanted: string, index: VaultIndex, folder: string, cwd: string): readonly string[] {
  const paths = Array.from(index.notes(), ({ path }) => path);
  const pathKeys = [relative(folder, resolve(cwd, wanted)).split(sep).join("/"), wanted].map(noteKey);
  const name = noteKey(wanted);
  const readings = [
    paths.filter((path) => pathKeys.includes(noteKey(path))),
    paths.filter((path) => noteKey(fileName(path)) === name),
    index.notesWithId(wanted),
  ];
  return readings.find((found) => found.length > 0) ?? [];
}

function noteKey(path: string): string {
  return nameKey(withoutExtension(path));
}
