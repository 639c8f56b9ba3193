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
  const index = VaultIndex.live(techJournal);
  for (const note of parsed(count, more)) index.loadNote(note);
  return index;
}

function* parsed(count: number, more: Iterable<readonly [path: string, text: string]>): Generator<Note> {
  for (const [path, text] of generateVault(count)) yield parseNote(path, text);
  for (const [path, text] of more) yield parseNote(path, text);
}
