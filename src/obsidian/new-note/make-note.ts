import { MarkdownView, type App, type TFile } from "obsidian";
import type { NoteType } from "../../journal/conventions.ts";
import { momentOf } from "../../journal/moment.ts";
import type { Note } from "../../note/note.ts";
import { parseNote } from "../../note/parse-note.ts";
import { fileName, folderOf } from "../../vault/names.ts";
import type { VaultIndex } from "../../vault/vault-index.ts";
import { fileNameFor } from "../../writing/file-name.ts";
import { newNote, noteForTarget } from "../../writing/new-note.ts";
import { folderForType } from "../../writing/type-folder.ts";
import { newestOfType, sampledOf, type Sample } from "../../writing/type-samples.ts";
import { readNote } from "../read-note.ts";
import { texts } from "../texts.ts";
import { uncoverMainArea } from "../uncover.ts";

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
  const newest = newestOfType(type, index);
  const folder = folderForType(type, moment.day, newest);
  const place = placeFor(wanted, folder, app);
  if ("fault" in place) return place.fault;
  const where = "folder" in place ? place.folder : folderOf(place.path);
  const samples = await samplesOf(sampledOf(newest, where, moment.day), app);
  const made = newNote({ type, moment, ...place }, newest, samples, index);
  if ("fault" in made) return made.fault;
  const { path, text, line } = made;
  const { vault } = app;
  // The app may know of a file that has not been read yet.
  if (await vault.adapter.exists(path)) return texts.shared.isThere(path);
  const parent = folderOf(path);
  if (parent !== "" && !(await vault.adapter.exists(parent))) await vault.createFolder(parent);
  await show(await vault.create(path, text), line, app);
  return null;
}

/** @param typeFolder where notes of the type lie; null if nothing tells */
function placeFor(
  wanted: string | MissingTarget,
  typeFolder: string | null,
  app: App,
): ReturnType<typeof noteForTarget> | { readonly title: string; readonly folder: string } {
  const isTitle = typeof wanted === "string";
  const from = isTitle ? (app.workspace.getActiveFile()?.path ?? "") : wanted.from;
  const name = `${isTitle ? (fileNameFor(wanted) ?? "") : fileName(wanted.target)}.md`;
  const folder = typeFolder ?? usualFolder(app, from, name);
  return isTitle ? { title: wanted, folder } : noteForTarget(wanted.target, wanted.from, folder);
}

/** Where the user wants new notes, if nothing says where those of a type lie. */
function usualFolder({ fileManager }: App, from: string, name: string): string {
  const folder = fileManager.getNewFileParent(from, name);
  return folder.isRoot() ? "" : folder.path;
}

/** Notes as their files have them by now. */
async function samplesOf(notes: readonly Note[], { vault }: App): Promise<readonly Sample[]> {
  const read = notes.map(async ({ path }): Promise<readonly Sample[]> => {
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
  uncoverMainArea(workspace);
  if (!(leaf.view instanceof MarkdownView)) return;
  const { editor } = leaf.view;
  const at = { line, ch: 0 };
  editor.setCursor(at);
  editor.scrollIntoView({ from: at, to: at }, true);
  editor.focus();
}
