import { lineStarts, positionAt } from "../text/lines.ts";
import { quote } from "../text/quote.ts";
import type { Move } from "../vault/moved-files.ts";
import { countOf } from "./count.ts";
import { printable } from "./printable.ts";
import type { Screen } from "./screen.ts";

/** What a rename comes to, before or after it was done. */
export interface RenameSummary {
  readonly move: Move;
  /** How many files the folder that is moved has; null for a file. */
  readonly files: number | null;
  /** How many links are written anew, and in how many notes and canvases. */
  readonly links: number;
  readonly notes: number;
  readonly left: readonly LeftLink[];
  /** Paths of notes and canvases that could not be read. */
  readonly unread: readonly string[];
  /** Nothing was to be written. */
  readonly isDry: boolean;
  /** The command that takes it back. */
  readonly undo: string;
}

/** A link that will not lead where it led. */
export interface LeftLink {
  /** Of its note, before the rename. */
  readonly path: string;
  readonly linkpath: string;
  /** The note's text, and where in it; null in a canvas. */
  readonly place: { readonly text: string; readonly from: number } | null;
}

/** What has been renamed, and which links could not follow, line by line. */
export function* renameLines(summary: RenameSummary, { style, place }: Screen): Generator<string> {
  const { move, files, links, notes, left, unread, isDry, undo } = summary;
  if (left.length > 0) {
    yield `Left ${countOf(left.length, "link")} that cannot be written so that ${left.length === 1 ? "it follows" : "they follow"}:`;
    for (const link of left) yield `  ${printable(`${place(link.path)}${lineOf(link)}  ${link.linkpath}`)}`;
  }
  if (unread.length > 0) {
    yield `Could not read ${countOf(unread.length, "file")}, whose links stay as they are:`;
    for (const path of unread) yield `  ${printable(place(path))}`;
  }
  const what = `${quote(move.from)}${files === null ? "" : ` with ${countOf(files, "file")}`} to ${quote(move.to)}`;
  const which =
    links === 0
      ? "no link had to follow"
      : `${countOf(links, "link")} in ${countOf(notes, "note")} ${links === 1 ? "follows" : "follow"}`;
  yield style.strong(
    printable(
      isDry ? `Would rename ${what}; ${which}` : `Renamed ${what}; ${which}; "${undo}" takes it back`,
    ),
  );
}

function lineOf({ place }: LeftLink): string {
  return place === null ? "" : `:${String(positionAt(lineStarts(place.text), place.from).line)}`;
}
