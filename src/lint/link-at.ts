import type { Link, Note } from "../note/note.ts";
import { keepingLast } from "../text/keeping-last.ts";
import type { TextRange } from "../text/range.ts";

/** The link that has exactly this range, the first if there are several: the one that a problem of a link is about. */
export function linkAt(note: Note, range: TextRange): Link | null {
  return linksByPlace(note).get(placeOf(range)) ?? null;
}

/** All of one note: who asks for the link of one problem does so for those of all. */
const linksByPlace = keepingLast((note: Note): ReadonlyMap<string, Link> => {
  const found = new Map<string, Link>();
  for (const link of note.links) if (!found.has(placeOf(link))) found.set(placeOf(link), link);
  return found;
});

function placeOf({ from, to }: TextRange): string {
  return `${String(from)}-${String(to)}`;
}
