import { shownHeading } from "../rules/heading-text.ts";
import { quote } from "../text/quote.ts";
import { fileNameFor } from "./file-name.ts";

/** Why a note cannot have this title, as a sentence; null if it can. Blanks around it do not count. */
export function titleFault(title: string): string | null {
  const words = title.trim();
  if (words === "") return "The title is empty, expected some words";
  if (/\p{Cc}|\p{Zl}|\p{Zp}|\p{Cs}/u.test(words))
    return `The title ${quote(words)} has a line break or a control character, expected one line of text`;
  if (fileNameFor(words) === null)
    return `The title ${quote(words)} has no character that a file name can have, expected some words`;
  return null;
}

/**
 * A title as the level-1 heading of its note: as it is, or with backslashes, or without its marks of links and emphasis,
 * whichever is the first that `reads` finds to say the title and nothing else. Null if none does.
 */
export function headingFor(title: string, reads: (heading: string) => boolean): string | null {
  const shown = shownHeading(title);
  const candidates = [title, escaped(title), shown, escaped(shown)];
  return candidates.map((words) => `# ${words}`).find(reads) ?? null;
}

/** What may mean something to Markdown or to the app, with a backslash before it. */
function escaped(title: string): string {
  return title.replace(/[\\`*_[\]<>#$%^|~=!&]/g, "\\$&");
}
