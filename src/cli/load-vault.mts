import { join, sep } from "node:path";
import type { Conventions } from "../journal/conventions.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import type { Note } from "../note/note.ts";
import { canvasLinks, type CanvasLink } from "../note/parse-canvas.ts";
import { parseNote } from "../note/parse-note.ts";
import { isCanvasPath, isNotePath } from "../vault/names.ts";
import { VaultIndex } from "../vault/vault-index.ts";
import { hostProblem, tooLarge } from "../lint/host-problem.ts";
import type { Progress } from "./progress.mts";
import { readText, type Trouble } from "./read-text.mts";
import { walk, type VaultFiles } from "./walk.mts";

/** A vault read from the disk. */
export interface LoadedVault extends Pick<VaultFiles, "links"> {
  readonly index: VaultIndex;
  /** Paths of all notes, those that could not be read included. */
  readonly notePaths: readonly string[];
  /** What could not be read, and why: rule `unreadable-file`. */
  readonly problems: readonly Diagnostic[];
}

/** Read and index the vault in `folder`, an absolute path. A file that cannot be read is a problem, and stays a file of the vault. */
export function loadVault(folder: string, conventions: Conventions, progress: Progress): LoadedVault {
  const { files, problems, links } = walk(folder);
  const notePaths = files.filter(isNotePath);
  const unread: Diagnostic[] = [];
  function* notes(): Generator<Note> {
    for (const [done, path] of notePaths.entries()) {
      progress.step("Read", done, notePaths.length);
      const read = readText(folder + sep + path);
      if ("text" in read) yield parseNote(path, read.text);
      else unread.push(unreadable(path, read));
    }
  }
  const index = VaultIndex.of(files, notes(), conventions, canvasesIn(folder, files));
  return { index, notePaths, problems: [...problems, ...unread], links };
}

/** The problem of a note at `path` that has no text. */
export function unreadable(path: string, { trouble, tooLarge: isTooLarge }: Trouble): Diagnostic {
  return isTooLarge ? tooLarge(path) : hostProblem("unreadable-file", "error", path, trouble);
}

/** The links of each canvas, by its path. One that cannot be read has none. */
function canvasesIn(folder: string, files: readonly string[]): ReadonlyMap<string, readonly CanvasLink[]> {
  const canvases = new Map<string, readonly CanvasLink[]>();
  for (const path of files.filter(isCanvasPath)) {
    const read = readText(join(folder, path));
    if ("text" in read) canvases.set(path, canvasLinks(path, read.text));
  }
  return canvases;
}

/**
 * The note's text as it was parsed, or null if the file has changed since: what was found in the one says nothing of the
 * other. Read anew, since the texts of a large vault do not fit into memory together with its facts.
 */
export function textOf({ path, length }: Pick<Note, "path" | "length">, folder: string): string | null {
  const read = readText(folder + sep + path);
  return "text" in read && read.text.length === length ? read.text : null;
}
