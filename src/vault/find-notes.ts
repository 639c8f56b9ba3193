import { titleOf } from "../journal/properties.ts";
import { fileName, nameKey, withoutExtension } from "./names.ts";
import type { VaultIndex } from "./vault-index.ts";

/**
 * Paths of the notes that somebody means by `wanted`. The first reading that finds any holds: a path from the vault, a file
 * name, a note id, a title; `.md` may be left out of the first two, and letter case does not count.
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
  const words = nameKey(wanted.trim());
  const readings = [
    all.filter((path) => pathKeys.includes(noteKey(path))),
    all.filter((path) => noteKey(fileName(path)) === name),
    notesWithId(words, index),
    all.filter((path) => words !== "" && titleKey(path, index) === words),
  ];
  return readings.find((found) => found.length > 0) ?? [];
}

function noteKey(path: string): string {
  return nameKey(withoutExtension(path));
}

function notesWithId(key: string, index: VaultIndex): readonly string[] {
  const ids = Array.from(index.allNoteIds()).filter((id) => nameKey(id) === key);
  return ids.flatMap((id) => index.notesWithId(id)).sort();
}

function titleKey(path: string, index: VaultIndex): string | null {
  const note = index.note(path);
  const title = note && titleOf(note);
  return title === null ? null : nameKey(title.trim());
}
