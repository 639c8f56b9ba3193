import type { Heading, Note } from "../note/note.ts";
import { plainHeading } from "./heading-text.ts";

/** The headings at the end of the note that say the same as its first, with nothing below them. One by mistake, as a rule. */
export function repeatedHeadings({ headings }: Note): readonly Heading[] {
  const [first] = headings;
  // Most notes end otherwise, and their first heading need not be read.
  if (!first || !mayRepeat(headings.at(-1), first)) return [];
  const words = plainHeading(first.text);
  let from = headings.length;
  for (let last = headings[from - 1]; from > 1 && mayRepeat(last, first); last = headings[from - 1]) {
    if (plainHeading(last.text) !== words) break;
    from--;
  }
  return headings.slice(from);
}

/** Where the headings begin that the note ends with and that are no sections: one without words, or its first over again. */
export function endMarkOf(note: Note): Heading | null {
  const last = note.headings.at(-1);
  return last?.isBare === true && last.text === "" ? last : (repeatedHeadings(note)[0] ?? null);
}

function mayRepeat(heading: Heading | undefined, first: Heading): heading is Heading {
  return heading?.isBare === true && heading.level === first.level && heading.text !== "";
}
