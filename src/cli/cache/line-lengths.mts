import type { LineStarts } from "../../text/lines.ts";
import { textOfCodes } from "../../text/text-of-codes.ts";

/** Where the lines of a text start: one character for the length of each but the last, or all offsets where a line is too long for that. */
export type PackedLines = string | LineStarts;

/** What is added to a length, so that JSON needs no escape for most: not for control characters and the quote. */
const FIRST = 0x23;
/** Behind this come halves of characters. */
const LAST = 0xd7ff;

/** Lines in a form that takes little room. */
export function packLines(lines: LineStarts): PackedLines {
  const codes: number[] = [];
  for (let at = 1; at < lines.length; at++) {
    const code = FIRST + (lines[at] ?? 0) - (lines[at - 1] ?? 0);
    if (code > LAST) return lines;
    codes.push(code);
  }
  return textOfCodes(codes);
}

/** The lines that were packed. */
export function unpackLines(packed: PackedLines): LineStarts {
  if (typeof packed !== "string") return packed;
  const lines = [0];
  let start = 0;
  for (let at = 0; at < packed.length; at++) lines.push((start += packed.charCodeAt(at) - FIRST));
  return lines;
}
