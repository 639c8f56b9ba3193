import { titleOf } from "../journal/properties.ts";
import type { Note } from "../note/note.ts";
import { fileName, folderOf, withoutExtension } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";

/** What a note is called in the tree: its title, or its file's name. */
export function nameOf(note: Note): string {
  return titleOf(note) ?? withoutExtension(fileName(note.path));
}

/** What tells a note from others of its name: of a title the shortest linkpath, of a file's name the folder. Empty if no other has it. */
export function hintOf(note: Note, vault: VaultIndex): string {
  if (titleOf(note) === null) return fileHintOf(note.path, vault);
  return vault.shared.isTitleShared(note) ? vault.linkpathTo(note.path) : "";
}

/** The folder of a file, if another file has its name. */
export function fileHintOf(path: string, vault: VaultIndex): string {
  return vault.linkpathTo(path).includes("/") ? folderOf(path) : "";
}
