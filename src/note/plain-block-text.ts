import { detached } from "../text/detached.ts";
import { matchEnd } from "../text/sticky.ts";
import type { Property } from "./note.ts";

/** A property's value, and where the line behind it starts. */
export interface ReadValue extends Pick<Property, "value" | "valueRange" | "items" | "written"> {
  readonly next: number;
}

/**
 * Read the simple text behind the `|`, `|-`, `>` or `>-` at `from`: all its lines start at one column, only
 * behind `|` some may start further in. The range ends with its last line, line end excluded.
 * Null for anything else: other headers, blank lines at the start or with blanks in them, control characters.
 */
export function readBlockText(text: string, from: number): ReadValue | null {
  const start = matchEnd(header, text, from);
  if (start < 0) return null;
  const folded = text.startsWith(">", from);
  let value = "";
  let indent = 0;
  let breaks = 0;
  let to = start;
  let next = start;
  while (text.charCodeAt(next) <= SPACE) {
    textLine.lastIndex = next;
    const [all, blanks = "", written = ""] = textLine.exec(text) ?? [];
    if (all === undefined) return null;
    if (written !== "") {
      if (value === "") indent = blanks.length;
      if (blanks.length < indent || (folded && blanks.length > indent)) return null;
      value += separator(folded, breaks) + blanks.slice(indent) + written;
      to = next + blanks.length + written.length;
      breaks = 0;
    } else if (blanks !== "" || value === "") {
      return null;
    }
    breaks++;
    next += all.length;
  }
  if (value === "") return null;
  const kept = text.startsWith("-", from + 1) ? value : `${value}\n`;
  return { value: detached(kept), valueRange: { from, to }, items: null, next };
}

const SPACE = 32;

const header = /[|>]-? *\r?\n/y;
/** A line of printable characters: its indentation and its text, which may be empty. */
const textLine = /( *)((?:[!-~\u00a0-\u2027\u202a-\uffff][ -~\u00a0-\u2027\u202a-\uffff]*)?)\r?\n/y;

/** What joins two lines of text with `breaks` line breaks between them; nothing before the first line. */
function separator(folded: boolean, breaks: number): string {
  if (folded) return breaks === 1 ? " " : "\n".repeat(Math.max(0, breaks - 1));
  return "\n".repeat(breaks);
}
