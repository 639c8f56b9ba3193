import type { Vault } from "obsidian";
import { techJournal } from "../journal/tech-journal.ts";
import type { Note } from "../note/note.ts";
import { parseNote } from "../note/parse-note.ts";
import { VaultIndex } from "../vault/vault-index.ts";

/** Read all notes of the app's vault into an index, with the built-in conventions. */
export async function readVault(vault: Vault): Promise<VaultIndex> {
  const notes: Note[] = [];
  for (const file of vault.getMarkdownFiles()) notes.push(parseNote(file.path, await vault.cachedRead(file)));
  return VaultIndex.of(
    vault.getFiles().map(({ path }) => path),
    notes,
    techJournal,
  );
}
