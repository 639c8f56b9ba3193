import { renameEdits } from "../../lint/rename-note.ts";
import { strayLinks } from "../../lint/stray-links.ts";
import type { Link, Note } from "../../note/note.ts";
import { parseNote } from "../../note/parse-note.ts";
import { applyEdits } from "../../text/edits.ts";
import type { MovedFiles } from "../../vault/moved-files.ts";
import type { NoteChange } from "../batch/note-batches.ts";

/** A change of a note whose links in HTML would lead elsewhere since files were renamed. */
export interface HtmlLinkChange extends NoteChange {
  /** How many links it lets lead where they led. */
  readonly links: number;
}

/** Whether links in the HTML of a note have been led astray. The others are the app's, which has updated them. */
export function hasStrayHtml({ links, path }: Note, origin: string, files: MovedFiles): boolean {
  const html = links.filter(isHtml);
  return html.length > 0 && files.pathAfter(origin) === path && strayLinks(html, origin, files).length > 0;
}

/** What of a note must be written for that, or null if nothing is, or can be. `origin` is where it was, `text` what it says. */
export function htmlLinkChange(
  path: string,
  text: string,
  origin: string,
  files: MovedFiles,
): HtmlLinkChange | null {
  const { edits, done } = renameEdits(parseNote(origin, text), text, files, isHtml);
  if (done.length === 0) return null;
  return { path, before: text, after: applyEdits(text, edits), edits, links: done.length };
}

/** A wikilink or an address in HTML, of which the app knows nothing. */
function isHtml({ kind }: Link): boolean {
  return kind === "html" || kind === "href";
}
