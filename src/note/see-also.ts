import { compact } from "../text/compact.ts";
import type { TextRange } from "../text/range.ts";
import { matchEnd } from "../text/sticky.ts";
import type { Link, SeeAlso } from "./note.ts";

const seeAlsoStart = /[*_]{0,3}see also(?![a-z])/iy;

/** Where the first line of a paragraph stands if it starts with “see also”; else null. */
export function seeAlsoLine(text: string, { from, to }: TextRange): TextRange | null {
  if (!"sS*_".includes(text.charAt(from)) || matchEnd(seeAlsoStart, text, from) < 0) return null;
  const paragraph = text.slice(from, to);
  const line = paragraph.slice(0, paragraph.search(/[\n\r]|$/));
  return { from, to: from + line.trimEnd().length };
}

/** The see-also line in this range of a note with these links. */
export function seeAlsoOf({ from, to }: TextRange, links: readonly Link[]): SeeAlso {
  return { from, to, links: compact(links.filter((link) => link.from >= from && link.to <= to)) };
}
