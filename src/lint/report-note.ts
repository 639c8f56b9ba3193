import type { Note } from "../note/note.ts";

/** The property that tells a list of problems, written by Linkage as a note, from notes that somebody has written. */
export const reportProperty = "linkage-report";

/**
 * Is the note a list of problems that Linkage wrote? No rule speaks of such a note: that it links to nothing, or lacks what
 * notes of its folder must have, is nobody's slip.
 */
export function isReportNote({ frontmatter }: Note): boolean {
  for (const { key, value } of frontmatter.properties)
    if (key === reportProperty && value === true) return true;
  return false;
}
