import { compact } from "../text/compact.ts";
import { detached } from "../text/detached.ts";
import type { TextRange } from "../text/range.ts";
import { matchEnd } from "../text/sticky.ts";
import type { Property, PropertyItem } from "./note.ts";
import { type ReadValue, readBlockText } from "./plain-block-text.ts";
import { readScalar, wordsEnd } from "./plain-scalar.ts";

/**
 * Read frontmatter YAML of the plain kind, some thirty times as fast as the `yaml` package: a map of keys to
 * scalars on one line, lists of such scalars, and simple texts behind `|` and `>`. Equal to `readYaml` in
 * values and ranges (design.md, law 6).
 * @param from where a line starts
 * @param to where the first line starts that does not belong to it: the closing fence
 * @returns null for YAML of any other kind, broken YAML and keys repeated, letter case aside: not for this reader to judge
 */
export function readPlainYaml(text: string, from: number, to: number): readonly Property[] | null {
  const properties: Property[] = [];
  const names = new KeyNames();
  let at = skipEmptyLines(text, from);
  while (at < to) {
    const isSmall = matchEnd(smallKey, text, at) >= 0;
    const behindColon = isSmall ? smallKey.lastIndex : matchEnd(keyText, text, at);
    if (behindColon < 0) return null;
    const key = detached(text.slice(at, behindColon - 1));
    const name = isSmall ? key : key.toLowerCase();
    if (isOdd(key) || !names.add(name)) return null;
    const keyRange = { from: at, to: behindColon - 1 };
    const words = readWords(text, behindColon);
    if (words) {
      const { value, from, to: end } = words;
      properties.push({ key, keyRange, value, valueRange: { from, to: end }, items: null });
      at = behindLine(text, end);
    } else {
      const read = readValue(text, behindColon);
      if (read === null) return null;
      properties.push(propertyOf(key, keyRange, read));
      at = read.next;
    }
    at = skipEmptyLines(text, at);
  }
  return compact(properties);
}

/** How many keys are held to one another in a list: that is faster than a set, which most notes would be a set too many for. */
const FEW_KEYS = 40;

/** The keys of one note, to tell which is repeated. */
class KeyNames {
  private readonly few: string[] = [];
  private many: Set<string> | null = null;

  /** Take up a key. False where it is there already. */
  add(name: string): boolean {
    if (this.many?.has(name) ?? this.few.includes(name)) return false;
    if (this.many) this.many.add(name);
    else if (this.few.push(name) === FEW_KEYS) this.many = new Set(this.few);
    return true;
  }
}

/** A key that is too long, ends with a blank, or is something else than a string for YAML. */
function isOdd(key: string): boolean {
  const { length } = key;
  return length > longestKey || key.charCodeAt(length - 1) === SPACE || (length < 6 && typedKey.test(key));
}

function propertyOf(key: string, keyRange: TextRange, read: ReadValue): Property {
  const { value, valueRange, items, written } = read;
  return written === undefined
    ? { key, keyRange, value, valueRange, items }
    : { key, keyRange, value, valueRange, items, written };
}

const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const HASH = 35;
const COMMA = 44;
const DASH = 45;
const GREATER = 62;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const BAR = 124;

/** A key as most are, in small letters, at the start of a line with its colon. */
const smallKey = /[a-z][a-z0-9_-]*:(?=[ \r\n])/y;
/** Any key. */
const keyText =
  /[A-Za-z_\u00a1-\u2027\u202a-\ufefe\uff00-\uffff][\w ./()\-\u00a1-\u2027\u202a-\uffff]*:(?=[ \r\n])/y;
/** A key that YAML takes for something else than a string. */
const typedKey = /^(?:null|true|false)$/i;
/** YAML allows 1,024 characters before the colon. */
const longestKey = 1000;
/** A line that says nothing: blank, or a comment. */
const emptyLine = / *(?:#[^\r\n]*)?\r?\n/y;
/** The rest of a line behind a value. */
const lineRest = /(?: +#[^\r\n]*| *)\r?\n/y;

/** The start of the first line from the one at `from` on that says something. */
function skipEmptyLines(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) <= HASH) {
    const next = matchEnd(emptyLine, text, at);
    if (next < 0) break;
    at = next;
  }
  return at;
}

/** The words behind the one blank at `blank`, as most values and items are; null for all others. */
function readWords(text: string, blank: number): PropertyItem | null {
  const from = blank + 1;
  const to = text.charCodeAt(blank) === SPACE ? wordsEnd(text, from) : -1;
  return to < 0 ? null : { value: detached(text.slice(from, to)), from, to };
}

function readValue(text: string, behindColon: number): ReadValue | null {
  const from = skipSpaces(text, behindColon);
  switch (text.charCodeAt(from)) {
    case NEWLINE:
    case RETURN:
    case HASH:
      return readBelow(text, behindColon);
    case OPEN_BRACKET:
      return readFlowList(text, from);
    case BAR:
    case GREATER:
      return readBlockText(text, from);
    default: {
      const scalar = readScalar(text, from, "block");
      return scalar && lineOf(text, scalar, null);
    }
  }
}

/** The value with the start of the line behind it; null if something else follows on its own line. */
function lineOf(
  text: string,
  { value, from, to, written }: PropertyItem,
  items: ReadValue["items"],
): ReadValue | null {
  const next = behindLine(text, to);
  if (next < 0) return null;
  const valueRange = { from, to };
  return written === undefined
    ? { value, valueRange, items, next }
    : { value, valueRange, items, next, written };
}

/** The value of a key with nothing behind it on its line: a block list, or nothing. */
function readBelow(text: string, behindColon: number): ReadValue | null {
  const none = lineOf(text, { value: null, from: behindColon, to: behindColon }, null);
  if (none === null) return null;
  const line = skipEmptyLines(text, none.next);
  const dash = skipSpaces(text, line);
  return isDash(text, dash) ? readBlockList(text, dash, dash - line) : none;
}

function readBlockList(text: string, from: number, indent: number): ReadValue | null {
  const items: PropertyItem[] = [];
  const mark = text.slice(from - indent, from + 2);
  for (let dash = from; ;) {
    const item = readWords(text, dash + 1) ?? readBlockItem(text, dash + 1);
    const next = item ? behindLine(text, item.to) : -1;
    if (item === null || next < 0) return null;
    items.push(item);
    if (text.startsWith(mark, next)) {
      dash = next + indent;
      continue;
    }
    const line = skipEmptyLines(text, next);
    dash = skipSpaces(text, line);
    if (dash - line !== indent || !isDash(text, dash)) {
      const value = items.map((each) => each.value);
      return { value, valueRange: { from, to: item.to }, items: compact(items), next };
    }
  }
}

function readBlockItem(text: string, behindDash: number): PropertyItem | null {
  const from = skipSpaces(text, behindDash);
  const first = text.charCodeAt(from);
  if (first !== NEWLINE && first !== RETURN && first !== HASH) return readScalar(text, from, "block");
  return { value: null, from: behindDash, to: behindDash };
}

function readFlowList(text: string, from: number): ReadValue | null {
  const items: PropertyItem[] = [];
  let at = skipSpaces(text, from + 1);
  while (text.charCodeAt(at) !== CLOSE_BRACKET) {
    const item = readScalar(text, at, "flow");
    if (item === null) return null;
    items.push(item);
    at = skipSpaces(text, item.to);
    if (text.charCodeAt(at) === COMMA) at = skipSpaces(text, at + 1);
    else if (text.charCodeAt(at) !== CLOSE_BRACKET) return null;
  }
  return lineOf(text, { value: items.map(({ value }) => value), from, to: at + 1 }, compact(items));
}

/** The start of the line behind the one on which a value ends at `to`; -1 if something else follows it there. */
function behindLine(text: string, to: number): number {
  return text.charCodeAt(to) === NEWLINE ? to + 1 : matchEnd(lineRest, text, to);
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at++;
  return at;
}

/** Whether a list item starts at `at`. */
function isDash(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== DASH) return false;
  const next = text.charCodeAt(at + 1);
  return next === SPACE || next === NEWLINE || next === RETURN;
}
