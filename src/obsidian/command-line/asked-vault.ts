import type { App } from "obsidian";
import type { LiveVault } from "../live-vault.ts";
import { readNote } from "../read-note.ts";
import type { Slices } from "../slices.ts";

/** What a command of the app's command line has to answer from. Its first reading is done. */
export interface AskedVault {
  readonly app: App;
  readonly vault: LiveVault;
  readonly slices: Slices;
}

/** The text that a note's facts are of, as its editor shows it or its file says; null if that cannot be had any more. */
async function noteText(path: string, { app, vault }: AskedVault): Promise<string | null> {
  const shown = vault.editedText(path);
  if (shown !== null) return shown;
  const file = app.vault.getFileByPath(path);
  const read = file && (await readNote(file, app.vault));
  const length = vault.index.note(path)?.length;
  return read && "text" in read && read.text.length === length ? read.text : null;
}

/** The texts of notes by path, without those that cannot be had. */
export async function noteTexts(paths: Iterable<string>, asked: AskedVault): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const path of new Set(paths)) {
    const text = await noteText(path, asked);
    if (text !== null) texts.set(path, text);
    if (asked.slices.spent()) await asked.slices.pause();
  }
  return texts;
}

/** Pieces of output in one. */
export async function joined(pieces: Iterable<string>, slices: Slices): Promise<string> {
  const all: string[] = [];
  for (const piece of pieces) {
    all.push(piece);
    if (slices.spent()) await slices.pause();
  }
  return all.join("");
}
