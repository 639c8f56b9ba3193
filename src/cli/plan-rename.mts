import { join } from "node:path";
import { canvasEdits } from "../lint/rename-canvas.ts";
import { renameEdits } from "../lint/rename-note.ts";
import { strayLinks } from "../lint/stray-links.ts";
import type { Note } from "../note/note.ts";
import { CannotRun } from "../report/cannot-run.ts";
import type { FileChange } from "../report/patch-text.ts";
import type { LeftLink } from "../report/rename-text.ts";
import { applyEdits } from "../text/edits.ts";
import { type Move, movedFiles, type MovedFiles } from "../vault/moved-files.ts";
import { type LoadedVault, textOf } from "./load-vault.mts";
import { readText } from "./read-text.mts";

/** What a move asks of the notes and canvases of a vault. */
export interface RenamePlan {
  /** By their paths before the move. */
  readonly changes: readonly FileChange[];
  /** How many links the changes are for. */
  readonly links: number;
  readonly left: readonly LeftLink[];
}

/**
 * What is to be written so that all links lead where they led before the move. Nothing is written yet.
 * @throws CannotRun if a note changes meanwhile
 */
export function planRename({ index }: LoadedVault, folder: string, move: Move): RenamePlan {
  const files = movedFiles(index.files(), [move]);
  const notes = [...index.notes()].filter((note) => strayLinks(note.links, note.path, files).length > 0);
  const parts = [
    ...notes.map((note) => planNote(note, folder, files)),
    ...[...index.canvasLinks().keys()].map((path) => planCanvas(path, folder, files)),
  ];
  return {
    changes: parts.flatMap(({ changes }) => changes),
    links: parts.reduce((sum, { links }) => sum + links, 0),
    left: parts.flatMap(({ left }) => left),
  };
}

function planNote(note: Note, folder: string, files: MovedFiles): RenamePlan {
  const { path } = note;
  const text = textOf(note, folder);
  if (text === null) throw new CannotRun(`"${path}" has changed meanwhile, and nothing was written`);
  const { edits, done, left } = renameEdits(note, text, files);
  return {
    changes: edits.length === 0 ? [] : [{ path, before: text, after: applyEdits(text, edits), edits }],
    links: done.length,
    left: left.map(({ link: { linkpath, from } }) => ({ path, linkpath, place: { text, from } })),
  };
}

function planCanvas(path: string, folder: string, files: MovedFiles): RenamePlan {
  const read = readText(join(folder, path));
  if (!("text" in read)) return { changes: [], links: 0, left: [] };
  const { text } = read;
  const { edits, links, left } = canvasEdits(path, text, files);
  return {
    changes: edits.length === 0 ? [] : [{ path, before: text, after: applyEdits(text, edits), edits }],
    links,
    left: left.map(({ link: { linkpath } }) => ({ path, linkpath, place: null })),
  };
}
