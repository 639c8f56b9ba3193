import type { Note } from "../note/note.ts";
import type { TextRange } from "../text/range.ts";

/** Where to say something of a note as a whole: at its title heading, else where it starts. */
export function placeOfNote({ headings, frontmatter: { state, from } }: Note): TextRange {
  const title = headings.find(({ level, text }) => level === 1 && text !== "");
  if (title) return { from: title.from, to: title.to };
  return { from, to: state === "none" ? from : from + "---".length };
}
