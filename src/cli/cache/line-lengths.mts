import type { LineStarts } from "../../text/lines.ts";
import { textOfCodes } from "../../text/text-of-codes.ts";

/**
 * Where the lines of a text start: the length of each line but the last, one behind the other, in characters of one byte. Seven bits of a
 * length stand in one, the lowest first, and the eighth says that more of them follow (LEB128).
 */
export type PackedLines = string;

const MORE = 0x80;

/** Lines in a form that takes little room. */
export function packLines(lines: LineStarts): PackedLines {
  const codes: number[] = [];
  for (let at = 1; at < lines.length; at++) {
    let length = (lines[at] ?? 0) - (lines[at - 1] ?? 0);
    for (; length >= MORE; length >>>= 7) codes.push((length & (MORE - 1)) | MORE);
    codes.push(length);
  }
  return textOfCodes(codes);
}

/** The lines that were packed. */
export function unpackLines(packed: PackedLines): LineStarts {
  const lines = [0];
  let [start, length, bits] = [0, 0, 0];
  for (let at = 0; at < packed.length; at++) {
    const code = packed.charCodeAt(at);
    length |= (code & (MORE - 1)) << bits;
    bits += 7;
    if (code >= MORE) continue;
    lines.push((start += length));
    [length, bits] = [0, 0];
  }
  return lines;
}
