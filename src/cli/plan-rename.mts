import { join } from "node:path";
import { canvasEdits } from "../lint/rename-canvas.ts";
import { linksFollow, renameEdits } from "../lint/rename-note.ts";
import { strayLinks } from "../lint/stray-links.ts";
import type { Note } from "../note/note.ts";
import { CannotRun } from "../report/cannot-run.ts";
import type { FileChange } from "../report/patch-text.ts";
import type { LeftLink } from "../report/rename-text.ts";
import { applyEdits } from "../text/edits.ts";
import { quoteSome } from "../text/quote.ts";
import { type Move, movedBy, movedPath, type MovedFiles } from "../vault/moved-files.ts";
import { type LoadedVault, textOf } from "./load-vault.mts";
import { readText } from "./read-text.mts";
import { type SharedFile, sharedFiles } from "./shared-files.mts";

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
  const files = movedBy(index.files(), pathAfter(shared.places, move));
  const notes = [...index.notes()].filter((note) => strayLinks(note.links, note.path, files).length > 0);
  const plans = new Map<string, FilePlan>([
    ...notes.map((note) => [note.path, planNote(note, folder, files)] as const),
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
 * Where each file of a vault is after a move, its paths through linked folders too: those that lead to what is moved follow it.
 * @param places as in `SharedFiles`
 */
function pathAfter(places: ReadonlyMap<string, string>, move: Move): (path: string) => string {
  return (path) => {
    const next = movedPath(path, move);
    const place = places.get(path);
    if (next !== path || place === undefined) return next;
    const nextPlace = movedPath(place, move);
    return nextPlace === place ? path : alike(path, place, nextPlace);
  };
}

/** The path of `next` through the folder that makes `place` be `path`, where it lies in there; else `next`. */
function alike(path: string, place: string, next: string): string {
  const shared = commonEnd(path, place);
  const folder = place.slice(0, place.length - shared);
  return shared > 0 && next.startsWith(`${folder}/`)
    ? path.slice(0, path.length - shared) + next.slice(folder.length)
    : next;
}

/** How many characters two paths have in common at their end, from a `/` on. */
function commonEnd(a: string, b: string): number {
  let shared = 0;
  for (let back = 1; back <= Math.min(a.length, b.length) && a.at(-back) === b.at(-back); back++)
    if (a.at(-back) === "/") shared = back;
  return shared;
}

function planNote(note: Note, folder: string, files: MovedFiles): FilePlan {
  const { path } = note;
  const text = textOf(note, folder);
  if (text === null) throw new CannotRun(`"${path}" has changed meanwhile, and nothing was written`);
  const { edits, done, left } = renameEdits(note, text, files);
  return {
    change: edits.length === 0 ? null : { path, before: text, after: applyEdits(text, edits), edits },
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
    change: edits.length === 0 ? null : { path, before: text, after: applyEdits(text, edits), edits },
    links,
    left: left.map(({ link: { linkpath } }) => ({ path, linkpath, place: null })),
  };
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
      const note = index.note(path);
      return plans.get(path)?.change?.after === after || (note !== null && follow(note, after));
    });
  const changed = asked.filter(({ change }) => change !== null);
  const chosen = changed.find(({ change }) => change !== null && isRight(change));
  if (chosen?.change) return { ...chosen, change: { ...chosen.change, path: own } };
  if (changed.length === 0) return asked[0] ?? null;
  throw new CannotRun(
    `${quoteSome(paths)} are one file, and no text of it lets the links of each follow, so that nothing was written`,
  );
}
