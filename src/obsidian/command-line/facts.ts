import type { CliData } from "obsidian";
import type { Note } from "../../note/note.ts";
import { factsJson, type NoteWithText } from "../../report/facts-json.ts";
import { comparePaths } from "../../vault/names.ts";
import { joined, noteTexts, type AskedVault } from "./asked-vault.ts";

/** `linkage:facts`: what the notes of the vault say, as JSON. A note whose text changes meanwhile is left out. */
export async function facts(_: CliData, asked: AskedVault): Promise<string> {
  const { index } = asked.vault;
  const notes = [...index.notes()].sort((a, b) => comparePaths(a.path, b.path));
  const texts = await noteTexts(
    notes.map(({ path }) => path),
    asked,
  );
  return joined(factsJson([...index.files()].length, withTexts(notes, texts), index), asked.slices);
}

function* withTexts(notes: readonly Note[], texts: ReadonlyMap<string, string>): Generator<NoteWithText> {
  for (const note of notes) {
    const text = texts.get(note.path);
    if (text?.length === note.length) yield { note, text };
  }
}
