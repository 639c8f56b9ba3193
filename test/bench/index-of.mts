import { techJournal } from "../../src/journal/tech-journal.ts";
import type { Note } from "../../src/note/note.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { VaultIndex } from "../../src/vault/vault-index.ts";
import { generateVault } from "./vault/generate-vault.mts";

/** The index of a generated vault of `count` notes, `more` among them, as the plugin holds it. Texts are not kept. */
export function indexOf(
  count: number,
  more: Iterable<readonly [path: string, text: string]> = [],
): VaultIndex {
  const notes: Note[] = [];
  for (const [path, text] of generateVault(count)) notes.push(parseNote(path, text));
  for (const [path, text] of more) notes.push(parseNote(path, text));
  return VaultIndex.of([], notes, techJournal);
}
