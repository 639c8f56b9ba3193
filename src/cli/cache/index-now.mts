import type { Conventions } from "../../journal/conventions.ts";
import { ignoredNotes } from "../../journal/ignored-notes.ts";
import type { Note } from "../../note/note.ts";
import type { CanvasLink } from "../../note/parse-canvas.ts";
import { lazily } from "../../text/lazily.ts";
import { NoteStore } from "../../vault/note-store.ts";
import { VaultIndex } from "../../vault/vault-index.ts";
import type { Content } from "./file-content.mts";
import type { KeptVault } from "./kept-vault.mts";
import type { ChangeSurvey, FirstSurvey } from "./survey.mts";
import type { KeptNotes } from "./vault-cache.mts";

/** The index of a vault, and the files whose problems may be others than they were; null for all. */
export interface IndexNow {
  readonly index: VaultIndex;
  readonly affected: ReadonlySet<string> | null;
}

/** The index of a vault of which nothing was kept. Its notes are read meanwhile. */
export function firstIndex({ files, notes, contents }: FirstSurvey, conventions: Conventions): VaultIndex {
  return VaultIndex.of(files, notes, conventions, canvasesOf(contents));
}

/** The index of the vault as it is now. @param known what was kept of notes that have not changed */
export function wholeIndex(
  { files, contents, changes }: ChangeSurvey,
  known: KeptNotes,
  conventions: Conventions,
): VaultIndex {
  const index = indexOf(known, conventions, (path) => contents.has(path) && !changes.has(path));
  for (const path of files) index.loadFile(path);
  for (const note of changes.values()) if (note) index.loadNote(note);
  for (const [path, links] of canvasesOf(contents)) index.setCanvas(path, links);
  return index;
}

/** An index of those kept notes that count, which reads their facts when they are asked for. Their files are still to be added. */
function indexOf(
  { keys, notes }: KeptNotes,
  conventions: Conventions,
  counts: (path: string) => boolean,
): VaultIndex {
  const store = new NoteStore(undefined, notes.recent, undefined, (path) => notes.read(path));
  const index = new VaultIndex(conventions, store);
  index.begin(keys(counts, ignoredNotes(conventions)));
  return index;
}

/** The index of the vault as it was. @param known what was kept of all notes */
export function indexBefore(kept: KeptVault, known: KeptNotes, conventions: Conventions): VaultIndex {
  const index = indexOf(known, conventions, () => true);
  for (const { path } of kept.files) index.loadFile(path);
  for (const { path, content } of kept.files) {
    const links = canvasIn(content);
    if (links) index.setCanvas(path, links);
  }
  return index;
}

/**
 * The index of the vault as it is now, where little has changed: that of the vault as it was is brought up to it, change by change, each of
 * which tells whom it affects (design.md, laws 2 and 3). Null if it is not known any more what a note said that has changed: what it had
 * in common with others cannot be taken back then.
 * @param index as `indexBefore` has made it of what is known; it stays in use
 */
export function changedIndex(
  index: VaultIndex,
  { files, contents, changes }: ChangeSurvey,
  { notes }: KeptNotes,
): IndexNow | null {
  const now = lazily(() => new Set(files));
  const affected = new Set(changes.keys());
  for (const [path, note] of changes)
    for (const each of change(index, path, note, contents.get(path), () => now().has(path)))
      affected.add(each);
  for (const path of changes.keys()) if (notes.isLost(path)) return null;
  return { index, affected };
}

/** Bring one file up to what it is now. Tells whom that affects. */
function change(
  index: VaultIndex,
  path: string,
  note: Note | null,
  content: Content | undefined,
  isThere: () => boolean,
): Iterable<string> {
  if (note) return index.setNote(note);
  const links = canvasIn(content);
  if (links) return index.setCanvas(path, links);
  // What cannot be read any more is still a file, of which nothing is known.
  return [...index.remove(path), ...(isThere() ? index.addFile(path) : [])];
}

function* canvasesOf(
  contents: ReadonlyMap<string, Content>,
): Generator<readonly [path: string, links: readonly CanvasLink[]]> {
  for (const [path, content] of contents) {
    const links = canvasIn(content);
    if (links) yield [path, links];
  }
}

function canvasIn(content: Content | null | undefined): readonly CanvasLink[] | null {
  return content == null || typeof content.facts === "string" ? null : content.facts;
}
