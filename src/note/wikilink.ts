import { detached } from "../text/detached.ts";
import type { TextRange } from "../text/range.ts";
import { matchEnd } from "../text/sticky.ts";
import { type Content, placeOf, rangeOf } from "./content.ts";
import type { Link, LinkKind } from "./note.ts";

/** The inside of a `[[…]]`: from behind the opening brackets to before the closing ones. */
export type WikilinkInside = TextRange;

const stop = /\[\[|\]\]|[\n\r]/g;
/** The inside and the closing brackets where no other bracket stands in between, as in most. */
const plainInside = /[^[\]\n\r]+\]\]/y;

/**
 * The inside of the wikilink whose brackets open at `open`, or null if none closes on its line. The target holds no
 * further `[[` (obsidian.md A4), and the innermost of three brackets belong to the link.
 */
export function scanWikilink(text: string, open: number): WikilinkInside | null {
  const from = open + 2;
  if (text.charCodeAt(from) === BRACKET) return null;
  const plainEnd = matchEnd(plainInside, text, from);
  const to = plainEnd < 0 ? closeOf(text, from) : plainEnd - 2;
  return to <= from || isBlank(text, from, to) ? null : { from, to };
}

/** Where the first `]]` behind `from` stands; -1 if a `[[` or a line break comes first, or none. */
function closeOf(text: string, from: number): number {
  stop.lastIndex = from;
  const match = stop.exec(text);
  return match?.[0] === "]]" ? match.index : -1;
}

function isBlank(text: string, from: number, to: number): boolean {
  return !isVisible(text.charCodeAt(from)) && text.slice(from, to).trim() === "";
}

/** A character of ASCII that is neither white space nor control. */
function isVisible(unit: number): boolean {
  return unit > 32 && unit < 127;
}

const BRACKET = 91;

/** Longest text that is looked at to tell what was meant to be a link. */
const MOST_MEANT = 300;

/**
 * What brackets that open at `open`, and are those of no wikilink, were meant to be: `[[]]`, or a wikilink with one bracket
 * too few at its end, as in `[[a]`; null if neither. `[[a](b)` and `[[a][b]` are Markdown.
 */
export function scanMalformedWikilink(
  text: string,
  open: number,
): { readonly kind: "empty" | "unclosed"; readonly to: number } | null {
  const from = open + 2;
  const line = text.slice(from, from + MOST_MEANT);
  const length = line.search(/[[\]\n\r]/);
  if (length < 0 || line.charAt(length) !== "]") return null;
  const isEmpty = line.slice(0, length).trim() === "";
  const behind = line.charAt(length + 1);
  if (behind === "]") return isEmpty ? { kind: "empty", to: from + length + 2 } : null;
  return isEmpty || behind === "(" || behind === "[" || line.startsWith("^")
    ? null
    : { kind: "unclosed", to: from + length + 1 };
}

/**
 * The link that `[[inside]]` is (obsidian.md A1, A2). The first `|`, also written `\|`, ends the target; the first `#`
 * in the target starts its subpath; blanks around each part do not count.
 * `range` covers the brackets, and the `!` of an embed.
 */
export function wikilink(
  content: Content,
  range: TextRange,
  inside: WikilinkInside,
  kind: LinkKind,
  inTable: boolean,
): Link {
  const { text } = content;
  const only = onlyLinkpath(content, range, inside, kind, inTable);
  if (only) return only;
  const end = targetEnd(text, inside);
  const hash = text.slice(inside.from, end).indexOf("#");
  const pathEnd = hash < 0 ? end : inside.from + hash;
  const linkpath = trimmed(text, inside.from, pathEnd);
  const subpath = trimmed(text, pathEnd, end);
  const bar = end < inside.to;
  const displayFrom = bar ? text.indexOf("|", end) + 1 : end;
  const displayTo = bar ? inside.to : end;
  return {
    kind,
    from: placeOf(content, range.from),
    to: placeOf(content, range.to),
    linkpath: detached(text.slice(linkpath.from, linkpath.to)),
    subpath: detached(text.slice(subpath.from, subpath.to)),
    linkpathRange: rangeOf(content, linkpath.from, linkpath.to),
    subpathRange: rangeOf(content, subpath.from, subpath.to),
    displayText: bar ? detached(text.slice(displayFrom, displayTo)) : null,
    displayRange: rangeOf(content, displayFrom, displayTo),
    inTable,
    property: null,
  };
}

/** The link whose inside is its linkpath from end to end, as of most, in text that stands in the note as it is; null of others. */
function onlyLinkpath(
  { from: by, lines, text }: Content,
  range: TextRange,
  { from, to }: WikilinkInside,
  kind: LinkKind,
  inTable: boolean,
): Link | null {
  if (lines !== null || !isVisible(text.charCodeAt(from)) || !isVisible(text.charCodeAt(to - 1))) return null;
  const written = text.slice(from, to);
  if (written.includes("|") || written.includes("#")) return null;
  const behind = { from: by + to, to: by + to };
  return {
    kind,
    from: by + range.from,
    to: by + range.to,
    linkpath: detached(written),
    subpath: "",
    linkpathRange: { from: by + from, to: by + to },
    subpathRange: behind,
    displayText: null,
    displayRange: behind,
    inTable,
    property: null,
  };
}

/** Where the target ends: at the first `|` or `\\|` behind its first character, else where the inside ends. */
export function targetEnd(text: string, { from, to }: WikilinkInside): number {
  const bar = text.slice(from, to).indexOf("|", 1);
  if (bar < 0) return to;
  return from + bar - (text.charAt(from + bar - 1) === "\\" ? 1 : 0);
}

function trimmed(text: string, from: number, to: number): TextRange {
  if (from === to || (isVisible(text.charCodeAt(from)) && isVisible(text.charCodeAt(to - 1))))
    return { from, to };
  const part = text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  return { from: start, to: Math.max(start, from + part.trimEnd().length) };
}
