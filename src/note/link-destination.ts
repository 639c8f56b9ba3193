/** Where something stands between `from` and `to`, and the offset from which to read on. */
export interface Scanned {
  readonly from: number;
  readonly to: number;
  readonly next: number;
}

/** Where a link leads: its destination, and the offset behind its closing parenthesis. */
export interface LinkTarget {
  readonly destination: Scanned;
  readonly end: number;
}

/** The `(destination "title")` whose parenthesis opens at `open`, or null. A `[[` starts no destination (obsidian.md A13). */
export function scanLinkTarget(text: string, open: number): LinkTarget | null {
  const end = text.length;
  const start = skipSpace(text, open + 1, end);
  if (start >= end || text.startsWith("[[", start)) return null;
  const destination = scanDestination(text, start, end);
  if (destination === null) return null;
  let at = skipSpace(text, destination.next, end);
  if (at > destination.next && text.charAt(at) !== ")") {
    const title = scanTitle(text, at, end);
    if (title === null) return null;
    at = skipSpace(text, title.next, end);
  }
  return text.charAt(at) === ")" ? { destination, end: at + 1 } : null;
}

/** Deepest nesting of parentheses in a destination; CommonMark 6.3 asks for at least three. */
const MAX_PARENTHESES = 32;

/** The link destination at `at`, `<…>` or bare, or null (CommonMark 6.3). `from`…`to` is what it says, without `<>`. */
export function scanDestination(text: string, at: number, end: number): Scanned | null {
  return text.charAt(at) === "<" ? scanAngled(text, at, end) : scanBare(text, at, end);
}

function scanAngled(text: string, at: number, end: number): Scanned | null {
  for (let i = at + 1; i < end; i++) {
    const unit = text.charAt(i);
    if (unit === ">") return { from: at + 1, to: i, next: i + 1 };
    if (unit === "<" || unit === "\n" || unit === "\r") return null;
    if (unit === "\\") i++;
  }
  return null;
}

function scanBare(text: string, at: number, end: number): Scanned | null {
  let depth = 0;
  let i = at;
  for (; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit <= 32 || unit === 127) break;
    if (unit === 92 && isPunctuation(text.charCodeAt(i + 1))) i++;
    else if (unit === 40 && ++depth > MAX_PARENTHESES) return null;
    else if (unit === 41 && --depth < 0) break;
  }
  const stop = Math.min(i, end);
  return depth > 0 ? null : { from: at, to: stop, next: stop };
}

/** Longest destination that is looked at to tell what was meant. */
const MOST_MEANT = 300;

/**
 * The end of a `(…)` that opens at `open` and was meant to be a destination, but for the blanks in it: it ends in an
 * extension, perhaps with a subpath behind it. Null if it is none.
 */
export function scanBlankDestination(text: string, open: number): number | null {
  const written = text.slice(open + 1, open + 1 + MOST_MEANT);
  const length = written.search(/[()<>"\n\r]/);
  if (length < 0 || written.charAt(length) !== ")") return null;
  const destination = written.slice(0, length).trim();
  return /\s/.test(destination) && /\.[a-z][a-z0-9]{0,5}(?:#.*)?$/i.test(destination)
    ? open + length + 2
    : null;
}

/** The link title at `at`, in `"…"`, `'…'` or `(…)`, or null. */
export function scanTitle(text: string, at: number, end: number): Scanned | null {
  const open = text.charAt(at);
  const close = open === "(" ? ")" : open;
  if (open !== '"' && open !== "'" && open !== "(") return null;
  for (let i = at + 1; i < end; i++) {
    const unit = text.charAt(i);
    if (unit === close) return { from: at + 1, to: i, next: i + 1 };
    if (unit === "(" && open === "(") return null;
    if (unit === "\\") i++;
  }
  return null;
}

/** The first offset from `at` on that is no white space, line breaks included. */
export function skipSpace(text: string, at: number, end: number): number {
  let i = at;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** A destination as written, its backslash escapes and character references resolved (CommonMark 2.4, 2.5). */
export function unescapeMarkdown(written: string): string {
  return /[\\&]/.test(written) ? written.replace(escapeOrReference, unescaped) : written;
}

/** The value of an attribute in HTML as written, its character references resolved. */
export function unescapeHtml(written: string): string {
  return written.includes("&") ? written.replace(characterReference, unescaped) : written;
}

/** The characters that HTML needs names for: others are written as they are. */
const named: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00A0"],
]);

/** A character by its number, or by one of these names. */
export const characterReference = new RegExp(
  `&(?:#(\\d{1,7})|#x([\\da-f]{1,6})|(${[...named.keys()].join("|")}));`,
  "gi",
);
const escapeOrReference = new RegExp(`${characterReference.source}|\\\\([!-/:-@[-\`{-~])`, "gi");

function unescaped(
  all: string,
  decimal?: string,
  hexadecimal?: string,
  name?: string,
  sign?: string,
): string {
  if (name !== undefined) return named.get(name.toLowerCase()) ?? all;
  const code = decimal === undefined ? parseInt(hexadecimal ?? "", 16) : Number(decimal);
  // Of a reference that stands for no character both make the sign of one that is missing.
  if (!Number.isNaN(code)) return isCharacter(code) ? String.fromCodePoint(code) : "\uFFFD";
  return sign ?? all;
}

function isCharacter(code: number): boolean {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}

/** ASCII punctuation: what a backslash can escape (CommonMark 2.4). */
export function isPunctuation(unit: number): boolean {
  return (
    (unit >= 33 && unit <= 47) ||
    (unit >= 58 && unit <= 64) ||
    (unit >= 91 && unit <= 96) ||
    (unit >= 123 && unit <= 126)
  );
}

/** Blank, tab or line break. */
export function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13);
}
