import type { TextRange } from "../text/range.ts";
import { joinedContent, placeOf, rangeOf } from "./content.ts";
import { type Scanned, scanDestination, scanTitle, skipSpace } from "./link-destination.ts";

/** The reference definitions of a note: where each label's destination stands, by `definitionKey`. */
export type Definitions = Map<string, TextRange>;

/** What labels are compared by: letter case and the number of blanks do not count (CommonMark 6.3). */
export function definitionKey(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase().toUpperCase();
}

/** The inside of the label whose bracket opens at `open`, or null; it may be empty, and holds no bracket (CommonMark 6.3). */
export function scanLabel(text: string, open: number): TextRange | null {
  const end = Math.min(text.length, open + 1001);
  for (let i = open + 1; i < end; i++) {
    const unit = text.charAt(i);
    if (unit === "]") return { from: open + 1, to: i };
    if (unit === "[") return null;
    if (unit === "\\") i++;
  }
  return null;
}

/** Take the definitions at the start of a paragraph into `definitions`; what is left of the paragraph is returned. */
export function takeDefinitions(
  text: string,
  pieces: readonly TextRange[],
  definitions: Definitions,
): readonly TextRange[] {
  const start = pieces[0];
  if (start === undefined || text.charAt(start.from) !== "[" || text.charAt(start.from + 1) === "[")
    return pieces;
  const content = joinedContent(text, pieces);
  let rest = 0;
  for (let next = scanDefinition(content.text, rest); next; next = scanDefinition(content.text, rest)) {
    const { from, to } = next.destination;
    if (!definitions.has(next.key)) definitions.set(next.key, rangeOf(content, from, to));
    rest = skipSpace(content.text, next.end, content.text.length);
  }
  if (rest === 0) return pieces;
  return rest < content.text.length ? piecesFrom(pieces, placeOf(content, rest)) : [];
}

function piecesFrom(pieces: readonly TextRange[], from: number): readonly TextRange[] {
  const left = pieces.filter(({ to }) => to > from);
  return left.map((piece) => (piece.from < from ? { from, to: piece.to } : piece));
}

interface Definition {
  readonly key: string;
  readonly destination: Scanned;
  /** The end of the definition's last line. */
  readonly end: number;
}

const labelPattern = /\[((?:[^\\[\]]|\\.){1,999})\]:/sy;

function scanDefinition(text: string, at: number): Definition | null {
  const end = text.length;
  labelPattern.lastIndex = at;
  const label = labelPattern.exec(text)?.[1];
  if (label === undefined || label.trim() === "" || label.startsWith("^")) return null;
  const start = skipSpace(text, labelPattern.lastIndex, end);
  const destination = start < end ? scanDestination(text, start, end) : null;
  if (destination === null || (destination.next === start && text.charAt(start) !== "<")) return null;
  const key = definitionKey(label);
  const titleAt = skipSpace(text, destination.next, end);
  const title = titleAt > destination.next ? scanTitle(text, titleAt, end) : null;
  const withTitle = title && lineRestBlank(text, title.next, end);
  if (typeof withTitle === "number") return { key, destination, end: withTitle };
  const bare = lineRestBlank(text, destination.next, end);
  return bare === null ? null : { key, destination, end: bare };
}

/** The end of the line if only blanks stand on it from `at` on, else null. */
function lineRestBlank(text: string, at: number, end: number): number | null {
  let i = at;
  while (i < end && (text.charAt(i) === " " || text.charAt(i) === "\t")) i++;
  return i >= end || text.charAt(i) === "\n" || text.charAt(i) === "\r" ? Math.min(i, end) : null;
}
