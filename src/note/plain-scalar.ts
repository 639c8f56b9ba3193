import { detached } from "../text/detached.ts";
import { matchEnd } from "../text/sticky.ts";
import { asWritten } from "./as-written.ts";
import type { PropertyItem, PropertyValue } from "./note.ts";

/** Where a scalar stands: alone on the rest of its line, or in a list `[a, b]`. */
type ScalarPlace = "block" | "flow";

/**
 * Read the plain or quoted scalar that starts at `from` and ends on the same line, by YAML's core schema.
 * What stands behind it on the line is for the caller to judge.
 * Null for whatever is not plain enough to be sure of: anchors, tags, `: ` inside, escapes other than `\"`,
 * `\\` and `\/`.
 */
export function readScalar(text: string, from: number, place: ScalarPlace): PropertyItem | null {
  switch (text.charCodeAt(from)) {
    case DOUBLE_QUOTE:
      return readDoubleQuoted(text, from);
    case SINGLE_QUOTE:
      return readSingleQuoted(text, from);
    default: {
      const to = plainEnd(text, from, place === "block" ? plainText : flowText);
      return to < 0 ? null : readPlain(text, from, to);
    }
  }
}

/**
 * Where the words end that start at `from` and take the rest of the line without a blank behind them, as most scalars do; -1 if there
 * are none, or they are so short that they might be null or a boolean. All others are text to YAML, and so are dates.
 */
export function wordsEnd(text: string, from: number): number {
  const to = matchEnd(words, text, from);
  return to - from > "false".length ? to : -1;
}

const words = /(?:[A-Za-z](?:[ !"$-9;-~]*[!"$-9;-~])?|\d{4}-\d\d-\d\d)(?=\r?\n)/y;

function readPlain(text: string, from: number, to: number): PropertyItem {
  const value = coreValue(text, from, to);
  if (typeof value !== "number") return { value, from, to };
  return { value, from, to, ...asWritten(value, text.slice(from, to)) };
}

const HASH = 35;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const SPACE = 32;
const COLON = 58;
const BACKSLASH = 92;

/** What a plain scalar may start with: nothing that YAML gives a meaning to, and `-` only before a word. */
const plainStart = /[\w~.+$(/=^;<)\\\u00a1-\u2027\u202a-\ufefe\uff00-\uffff]|-(?=[\w.])/y;
/** Text up to the next character that may end a plain scalar: no control characters, `#` or `:`. */
const plainText = /[ !"$-9;-~\u00a0-\u2027\u202a-\uffff]*/y;
/** The same in a flow list, where `,[]{}` end it too. */
const flowText = /[ !"$-+\--9;-Z\\^-z|~\u00a0-\u2027\u202a-\uffff]*/y;
const doubleQuotedText = /[ !#-[\]-~\u00a0-\u2027\u202a-\uffff]*/y;
const singleQuotedText = /[ -&(-~\u00a0-\u2027\u202a-\uffff]*/y;
/** A colon inside a plain scalar: what follows is no blank, line end or flow indicator. */
const innerColon = /:[^\s,[\]{}]/y;

/** The end of a plain scalar without the blanks behind it, or -1. */
function plainEnd(text: string, from: number, run: RegExp): number {
  if (matchEnd(plainStart, text, from) < 0) return -1;
  let at = matchEnd(run, text, from);
  for (;;) {
    const stop = text.charCodeAt(at);
    if (stop === COLON) {
      if (matchEnd(innerColon, text, at) < 0) return -1;
    } else if (stop !== HASH || text.charCodeAt(at - 1) === SPACE) {
      break;
    }
    at = matchEnd(run, text, at + 1);
  }
  while (text.charCodeAt(at - 1) === SPACE) at--;
  return at;
}

function readDoubleQuoted(text: string, from: number): PropertyItem | null {
  let at = matchEnd(doubleQuotedText, text, from + 1);
  let escaped = false;
  while (text.charCodeAt(at) === BACKSLASH) {
    if (!'"\\/'.includes(text.charAt(at + 1))) return null;
    escaped = true;
    at = matchEnd(doubleQuotedText, text, at + 2);
  }
  if (text.charCodeAt(at) !== DOUBLE_QUOTE) return null;
  const inside = detached(text.slice(from + 1, at));
  return { value: escaped ? inside.replace(/\\(.)/g, "$1") : inside, from, to: at + 1 };
}

function readSingleQuoted(text: string, from: number): PropertyItem | null {
  let at = matchEnd(singleQuotedText, text, from + 1);
  let doubled = false;
  while (text.charCodeAt(at) === SINGLE_QUOTE && text.charCodeAt(at + 1) === SINGLE_QUOTE) {
    doubled = true;
    at = matchEnd(singleQuotedText, text, at + 2);
  }
  if (text.charCodeAt(at) !== SINGLE_QUOTE) return null;
  const inside = detached(text.slice(from + 1, at));
  return { value: doubled ? inside.replaceAll("''", "'") : inside, from, to: at + 1 };
}

/** What may be something else than a string by its first character. */
const mayBeTyped = /[~nNtTfF0-9.+-]/y;
const mayBeNumber = /[0-9.+-]/y;
const date = /\d{4}-\d\d-/y;
const decimal = /^[-+]?[0-9]+$/;
const octal = /^0o[0-7]+$/;
const hexadecimal = /^0x[0-9a-fA-F]+$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const infinite = /^[-+]?\.(?:inf|Inf|INF)$/;

/** What YAML's core schema makes of a plain scalar. */
function coreValue(text: string, from: number, to: number): PropertyValue {
  const written = detached(text.slice(from, to));
  if (matchEnd(mayBeTyped, text, from) < 0) return written;
  switch (written) {
    case "~":
    case "null":
    case "Null":
    case "NULL":
      return null;
    case "true":
    case "True":
    case "TRUE":
      return true;
    case "false":
    case "False":
    case "FALSE":
      return false;
    case ".nan":
    case ".NaN":
    case ".NAN":
      return Number.NaN;
  }
  // A date is what most often looks like a number and is none.
  if (matchEnd(mayBeNumber, text, from) < 0 || matchEnd(date, text, from) >= 0) return written;
  if (decimal.test(written)) return Number.parseInt(written, 10);
  if (float.test(written)) return Number.parseFloat(written);
  if (octal.test(written)) return Number.parseInt(written.slice(2), 8);
  if (hexadecimal.test(written)) return Number.parseInt(written.slice(2), 16);
  if (infinite.test(written))
    return written.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return written;
}
