import { insideJson, writtenOffsets } from "../note/json-strings.ts";
import { type CanvasString, canvasStrings } from "../note/parse-canvas.ts";
import { parseNote } from "../note/parse-note.ts";
import type { TextEdit } from "../text/range.ts";
import type { MovedFiles } from "../vault/moved-files.ts";
import { resolveLink } from "../vault/resolve-link.ts";
import { renameEdits } from "./rename-note.ts";
import type { StrayLink } from "./stray-links.ts";

/** What files that move come to in a canvas. */
export interface CanvasEdits {
  readonly edits: readonly TextEdit[];
  /** How many links the edits are for. */
  readonly links: number;
  /** The links that would lead elsewhere, and cannot be written so that they do not. Their places are those in their own Markdown. */
  readonly left: readonly StrayLink[];
}

/**
 * The edits after which a canvas shows the files that it showed before some were moved, and the links in its texts lead where they led. They
 * are made inside its JSON strings; all else stays as it was written.
 * @param path of the canvas before
 */
export function canvasEdits(path: string, text: string, files: MovedFiles): CanvasEdits {
  const parts = canvasStrings(text).map((part) =>
    part.kind === "file" ? fileEdits(part, path, files) : textEdits(part, text, path, files),
  );
  return {
    edits: parts.flatMap(({ edits }) => edits),
    links: parts.reduce((sum, { links }) => sum + links, 0),
    left: parts.flatMap(({ left }) => left),
  };
}

function fileEdits({ value, from, to }: CanvasString, path: string, files: MovedFiles): CanvasEdits {
  const old = value === "" ? null : resolveLink(files.before, `/${value}`, path);
  const was = old === null || old.kind === "unresolved" ? null : old.path;
  const aim = was === null ? null : files.pathAfter(was);
  if (aim === null || aim === was) return { edits: [], links: 0, left: [] };
  return { edits: [{ from, to, insert: `"${insideJson(aim)}"` }], links: 1, left: [] };
}

function textEdits(part: CanvasString, text: string, path: string, files: MovedFiles): CanvasEdits {
  const { edits, done, left } = renameEdits(parseNote(path, part.value), part.value, files);
  const offsets = writtenOffsets(text.slice(part.from, part.to));
  const placeOf = (at: number): number => part.from + (offsets[at] ?? 0);
  return {
    edits: edits.map(({ from, to, insert }) => ({
      from: placeOf(from),
      to: placeOf(to),
      insert: insideJson(insert),
    })),
    links: done.length,
    left,
  };
}
