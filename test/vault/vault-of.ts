import { techJournal } from "../../src/journal/tech-journal.ts";
import { isNotePath } from "../../src/vault/names.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { VaultIndex } from "../../src/vault/vault-index.ts";

/** A vault in memory: the text of each note by path; other files have any text. */
export function vaultOf(files: Readonly<Record<string, string>>, conventions = techJournal): VaultIndex {
  const notes = Object.entries(files).filter(([path]) => isNotePath(path));
  return VaultIndex.of(
    Object.keys(files),
    notes.map(([path, text]) => parseNote(path, text)),
    conventions,
  );
}

/** A vault of empty files. */
export function vaultOfPaths(...paths: readonly string[]): VaultIndex {
  return vaultOf(Object.fromEntries(paths.map((path) => [path, ""])));
}
