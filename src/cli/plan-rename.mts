import { join } from "node:path";
import { canvasEdits } from "../lint/rename-canvas.ts";
import { linksFollow, renameEdits } from "../lint/rename-note.ts";
import { strayLinks } from "../lint/stray-links.ts";
import type { Note } from "../note/note.ts";
import { CannotRun } from "../report/cannot-run.ts";
import type { FileChange } from "../report/patch-text.ts";
import type { LeftLink } from "../report/rename-text.ts";
import { applyEdits } from "../text/edits.ts";
import type { TextEdit } from "../text/range.ts";
import { quoteSome } from "../text/quote.ts";
import { type Move, movedBy, movedPath, type MovedFiles } from "../vault/moved-files.ts";
import { isBelow, isNotePath } from "../vault/names.ts";
import { type LoadedVault, textOf } from "./load-vault.mts";
import { readText } from "./read-text.mts";
import { linkAround, type SharedFile, type SharedFiles, sharedFiles } from "./shared-files.mts";

/** What a move asks of the notes and canvases of a vault. */
export interface RenamePlan {
  /** By their own paths before the move, through no symbolic link. */
  readonly changes: readonly FileChange[];
  /** How many links the changes are for. */
  readonly links: number;
  readonly left: readonly LeftLink[];
}

/** What a move asks of one note or canvas. */
interface FilePlan {
  /** Null if it stays as it is. */
  readonly change: FileChange | null;
  readonly links: number;
  readonly left: readonly LeftLink[];
}

/**
 * What is to be written so that all links lead where they led before the move. Nothing is written yet. A file with several paths is written
 * once, and all of them follow the move.
 * @param folder of the vault, absolute
 * @param move through no symbolic link
 * @throws CannotRun if a note changes meanwhile, or if what one path of a file asks for is wrong by another
 */
export function planRename(vault: LoadedVault, folder: string, move: Move): RenamePlan {
  const { index } = vault;
  const shared = sharedFiles(vault, folder);
  const files = movedBy(index.files(), pathAfter(shared.ends, move));
  const notes = [...index.notes()].filter((note) => strayLinks(note.links, note.path, files).length > 0);
  const plans = new Map<string, FilePlan>([
    ...notes.map((note) => {
      const plan = planNote(note, folder, files, !shared.outside.has(note.path));
      return [note.path, plan] as const;
    }),
    ...Array.from(index.canvasLinks().keys(), (path) => [path, planCanvas(path, folder, files)] as const),
  ]);
  const owns = new Map(
    shared.files.flatMap(({ own, paths }) =>
      paths.map((path) => [files.pathAfter(path), files.pathAfter(own)] as const),
    ),
  );
  const isSame = (a: string, b: string): boolean => (owns.get(a) ?? a) === (owns.get(b) ?? b);
  for (const file of shared.files) {
    const plan = planShared(file, plans, vault, (note, text) => linksFollow(note, text, files, isSame));
    for (const path of file.paths) plans.delete(path);
    if (plan) plans.set(file.own, plan);
  }
  const all = [...plans.values()];
  return {
    changes: all.flatMap(({ change }) => change ?? []),
    links: all.reduce((sum, { links }) => sum + links, 0),
    left: all.flatMap(({ left }) => left),
  };
}

/**
 * Where each file of a vault is after a move, its paths through linked folders too: those that lead to what is moved follow it, by
 * the same folder where it is still in there.
 */
function pathAfter(ends: SharedFiles["ends"], move: Move): (path: string) => string {
  const after = (path: string): string => {
    const link = linkAround(path, ends);
    if (link === null) return movedPath(path, move);
    const folder = ends.get(link) ?? null;
    const rest = path.slice(link.length);
    if (folder === null) return after(link) + rest;
    const next = movedPath(folder + rest, move);
    const nextFolder = movedPath(folder, move);
    return isBelow(next, nextFolder) ? after(link) + next.slice(nextFolder.length) : next;
  };
  return after;
}

/** @param isOurs whether the note may be written; else all its links that would have to follow are left */
function planNote(note: Note, folder: string, files: MovedFiles, isOurs: boolean): FilePlan {
  const { path } = note;
  const text = textOf(note, folder);
  if (text === null) throw new CannotRun(`"${path}" has changed meanwhile, and nothing was written`);
  const { edits, done, left } = isOurs
    ? renameEdits(note, text, files)
    : { edits: [], done: [], left: strayLinks(note.links, path, files) };
  return {
    change: changeOf(path, text, edits),
    links: done.length,
    left: left.map(({ link: { linkpath, from } }) => ({ path, linkpath, place: { text, from } })),
  };
}

function planCanvas(path: string, folder: string, files: MovedFiles): FilePlan {
  const read = readText(join(folder, path));
  if (!("text" in read)) return { change: null, links: 0, left: [] };
  const { text } = read;
  const { edits, links, left } = canvasEdits(path, text, files);
  return {
    change: changeOf(path, text, edits),
    links,
    left: left.map(({ link: { linkpath } }) => ({ path, linkpath, place: null })),
  };
}

function changeOf(path: string, text: string, edits: readonly TextEdit[]): FileChange | null {
  return edits.length === 0 ? null : { path, before: text, after: applyEdits(text, edits), edits };
}

/** The plan that is right by all paths of a file; null if none of them asks for anything. */
function planShared(
  { own, paths }: SharedFile,
  plans: ReadonlyMap<string, FilePlan>,
  { index }: LoadedVault,
  follow: (note: Note, text: string) => boolean,
): FilePlan | null {
  const asked = paths.flatMap((path) => plans.get(path) ?? []);
  const isRight = ({ after }: FileChange): boolean =>
    paths.every((path) => {
      // Only the paths of notes say where links start; a canvas says paths of the vault.
      if (!isNotePath(path) || plans.get(path)?.change?.after === after) return true;
      const note = index.note(path);
      return note !== null && follow(note, after);
    });
  if (asked.every(({ change }) => change === null)) return asked[0] ?? null;
  const chosen = asked.find(({ change }) => change !== null && isRight(change));
  if (chosen?.change) return { ...chosen, change: { ...chosen.change, path: own } };
  throw new CannotRun(
    `${quoteSome(paths)} are one file, and no text of it lets the links of each follow, so that nothing was written`,
  );
}
