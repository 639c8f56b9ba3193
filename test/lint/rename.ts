import { canvasEdits } from "../../src/lint/rename-canvas.ts";
import { renameEdits } from "../../src/lint/rename-note.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { applyEdits } from "../../src/text/edits.ts";
import { type Move, movedFiles } from "../../src/vault/moved-files.ts";
import { isCanvasPath, isNotePath } from "../../src/vault/names.ts";
import type { Texts } from "./vault-of.ts";

/** A vault after a move: its texts by their new paths, and how many links could not be kept. */
export interface Renamed {
  readonly texts: Texts;
  readonly left: number;
}

/** What a move makes of a vault in memory. */
export function renamed(texts: Texts, ...moves: readonly Move[]): Renamed {
  const files = movedFiles(Object.keys(texts), moves);
  let left = 0;
  const now = Object.entries(texts).map(([path, text]): [string, string] => {
    const fate = isNotePath(path)
      ? renameEdits(parseNote(path, text), text, files)
      : isCanvasPath(path)
        ? canvasEdits(path, text, files)
        : { edits: [], left: [] };
    left += fate.left.length;
    return [files.pathAfter(path), applyEdits(text, fate.edits)];
  });
  return { texts: Object.fromEntries(now), left };
}
