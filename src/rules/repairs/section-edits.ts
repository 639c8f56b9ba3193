import type { NoteType } from "../../journal/conventions.ts";
import type { Heading, Note } from "../../note/note.ts";
import { parseNote } from "../../note/parse-note.ts";
import { applyEdits } from "../../text/edits.ts";
import { lineBreakOf } from "../../text/lines.ts";
import type { TextEdit } from "../../text/range.ts";
import { sectionKey } from "../heading-text.ts";
import { endMarkOf } from "../last-heading.ts";

/** Headings of the seed's sections are of this level, below the title. */
const USUAL_LEVEL = 2;

/**
 * The edit that adds a section: before the section that is to follow it by the type's order, else at the end of the note,
 * before the mark that it ends with. Null where the heading would be none, as behind code that is not closed.
 * @param below lines that are to stand below the heading
 */
export function insertSection(
  note: Note,
  text: string,
  { sections }: Pick<NoteType, "sections">,
  name: string,
  below: readonly string[] = [],
): TextEdit | null {
  const keys = sections.map(sectionKey);
  const at = keys.indexOf(sectionKey(name));
  const later = new Set(at < 0 ? [] : keys.slice(at + 1));
  const level =
    note.headings.find(({ text: words }) => keys.includes(sectionKey(words)))?.level ?? USUAL_LEVEL;
  const next = note.headings.find(({ text: words }) => later.has(sectionKey(words))) ?? endMarkOf(note);
  const lines = [`${"#".repeat(level)} ${name}`, ...below];
  const edit = (next && before(next, text, lines)) ?? atEnd(text, lines);
  const after = parseNote(note.path, applyEdits(text, [edit]));
  return after.headings.length > note.headings.length ? edit : null;
}

/** Lines before a heading, with a blank line on either side. Null if the heading stands in a list or quote. */
function before({ from }: Heading, text: string, lines: readonly string[]): TextEdit | null {
  const eol = lineBreakOf(text);
  const above = text.slice(0, from);
  if (above !== "" && !/[\n\r]$/.test(above)) return null;
  const gap = above === "" || /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)$/.test(above) ? [] : [""];
  return { from, to: from, insert: [...gap, ...lines, "", ""].join(eol) };
}

function atEnd(text: string, lines: readonly string[]): TextEdit {
  const eol = lineBreakOf(text);
  const end = text.trimEnd().length;
  return { from: end, to: end, insert: [...(end > 0 ? ["", ""] : []), ...lines].join(eol) };
}
