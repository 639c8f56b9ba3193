import { MarkdownView, type App, type TFile } from "obsidian";
import type { NoteType } from "../../journal/conventions.ts";
import { momentOf, type Moment } from "../../journal/moment.ts";
import { parseNote } from "../../note/parse-note.ts";
import { fileName, folderOf } from "../../vault/names.ts";
import type { VaultIndex } from "../../vault/vault-index.ts";
import { fileNameFor } from "../../writing/file-name.ts";
import { folderFor, newNote, noteForTarget } from "../../writing/new-note.ts";
import { newestOfType, sampledOf, type Sample } from "../../writing/type-samples.ts";
import { readNote } from "../read-note.ts";
import { texts } from "./texts.ts";

/** A note that links are missing. */
export interface MissingTarget {
  /** As the links say it. */
  readonly target: string;
  /** Path of a note with such a link. */
  readonly from: string;
}

/**
 * Make a note of a type that is called so, or that a link is missing, and open it where it is to be written on. Never over another file. Gives why
 * there can be no such note, or null.
 */
export async function makeNote(
  wanted: string | MissingTarget,
  type: NoteType,
  app: App,
  index: VaultIndex,
): Promise<string | null> {
  const moment = momentOf(new Date());
  const place = placeFor(wanted, type, moment, app, index);
  if ("fault" in place) return place.fault;
  const samples = await samplesOf(type, app, index);
  const made = newNote({ type, moment, ...place }, samples, index);
  if ("fault" in made) return made.fault;
  const { path, text, line } = made;
  const { vault } = app;
  // The app may know of a file that has not been read yet.
  if (await vault.adapter.exists(path)) return texts.exists(path);
  const folder = folderOf(path);
  if (folder !== "" && !(await vault.adapter.exists(folder))) await vault.createFolder(folder);
  await show(await vault.create(path, text), line, app);
  return null;
}

function placeFor(
  wanted: string | MissingTarget,
  type: NoteType,
  { day }: Moment,
  app: App,
  index: VaultIndex,
): ReturnType<typeof noteForTarget> | { readonly title: string; readonly folder: string } {
  const isTitle = typeof wanted === "string";
  const from = isTitle ? (app.workspace.getActiveFile()?.path ?? "") : wanted.from;
  const name = `${isTitle ? (fileNameFor(wanted) ?? "") : fileName(wanted.target)}.md`;
  const folder = folderFor(type, day, index) ?? usualFolder(app, from, name);
  return isTitle ? { title: wanted, folder } : noteForTarget(wanted.target, wanted.from, folder);
}

/** Where the user wants new notes, if nothing says where those of a type lie. */
function usualFolder({ fileManager }: App, from: string, name: string): string {
  const folder = fileManager.getNewFileParent(from, name);
  return folder.isRoot() ? "" : folder.path;
}

/** The newest notes of a type as their files have them by now. */
async function samplesOf(type: NoteType, { vault }: App, index: VaultIndex): Promise<readonly Sample[]> {
  const read = sampledOf(newestOfType(type, index)).map(async ({ path }): Promise<readonly Sample[]> => {
    const file = vault.getFileByPath(path);
    const found = file ? await readNote(file, vault) : null;
    return found && "text" in found ? [{ note: parseNote(path, found.text), text: found.text }] : [];
  });
  return (await Promise.all(read)).flat();
}

/** Open a note in an editor, with the cursor on a line. */
async function show(file: TFile, line: number, { workspace }: App): Promise<void> {
  const leaf = workspace.getLeaf(false);
  await leaf.openFile(file, { active: true, state: { mode: "source" } });
  if (!(leaf.view instanceof MarkdownView)) return;
  const { editor } = leaf.view;
  const at = { line, ch: 0 };
  editor.setCursor(at);
  editor.scrollIntoView({ from: at, to: at }, true);
  editor.focus();
}
