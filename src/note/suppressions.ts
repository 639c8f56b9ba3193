import { detached } from "../text/detached.ts";
import type { TextRange } from "../text/range.ts";
import { matchEnd } from "../text/sticky.ts";
import { type Content, placeOf, rangeOf } from "./content.ts";
import type { Frontmatter, Property, PropertyItem, SuppressedRule, Suppression } from "./note.ts";

const comment =
  /%%[ \t]*linkage-(disable-next-line|disable|enable)(?![\w-])([^%\n\r]*(?:%(?!%)[^%\n\r]*)*)%%/y;
const htmlComment =
  /^<!--\s*linkage-(disable-next-block|disable-next-line|disable|enable)(?![\w-])([^]*?)-->$/;

/** What an author says behind the names, for other readers: `unresolved-link -- the note is being written`, as in ESLint. */
const reason = /\s--[^]*/;

/** The suppression whose `%%` stands at `at`, and the offset behind it, or null (rules.md, Suppression). */
export function readSuppression(
  text: string,
  content: Content,
  at: number,
): { readonly suppression: Suppression; readonly end: number } | null {
  comment.lastIndex = at;
  const match = comment.exec(content.text);
  if (match === null) return null;
  const [written, word, names = ""] = match;
  const end = at + written.length;
  const namesAt = end - 2 - names.length;
  return {
    suppression: suppression(text, content, { from: at, to: end }, word, { names, at: namesAt }),
    end,
  };
}

/** The suppression that the HTML comment from `from` to `to` is, or null. */
export function htmlSuppression(text: string, content: Content, { from, to }: TextRange): Suppression | null {
  const match = htmlComment.exec(content.text.slice(from, to));
  if (match === null) return null;
  const [, word, names = ""] = match;
  return suppression(text, content, { from, to }, word, { names, at: to - 3 - names.length });
}

/**
 * The suppressions that the property `linkage-disable` holds for the whole note. One text may name several rules; a property
 * without a value, as one whose last rule was taken out, suppresses nothing and is none.
 */
export function frontmatterSuppressions(text: string, { properties, to: next }: Frontmatter): Suppression[] {
  const found: Suppression[] = [];
  for (const property of properties) {
    if (!isDisabling(property.key) || isEmpty(property)) continue;
    const { value, valueRange, items } = property;
    const { from, to } = valueRange;
    const rules = (items ?? [{ value, from, to }]).flatMap((item) => rulesIn(text, item));
    found.push({ kind: "note", rules, next, from, to });
  }
  return found;
}

const disabling = "linkage-disable";

function isDisabling(key: string): boolean {
  return key.length === disabling.length && key.toLowerCase() === disabling;
}

function isEmpty({ value, items }: Property): boolean {
  return value === null || value === "" || items?.length === 0;
}

function rulesIn(text: string, { value, from, to }: PropertyItem): readonly SuppressedRule[] {
  if (typeof value !== "string") return [];
  const at = text.slice(from, to).indexOf(value);
  return Array.from(withoutReason(value).matchAll(ruleId), ({ 0: id, index }) => {
    const name = detached(id);
    // Written with escapes, a name has no place of its own.
    const start = from + at + index;
    return at < 0 ? { id: name, from, to } : { id: name, from: start, to: start + id.length };
  });
}

function withoutReason(names: string): string {
  return names.replace(reason, "");
}

const ruleId = /[\w-]+/g;
const toNext = /[\s>]*/y;

function suppression(
  text: string,
  content: Content,
  { from, to }: TextRange,
  word: string | undefined,
  { names, at }: { readonly names: string; readonly at: number },
): Suppression {
  const range = rangeOf(content, from, to);
  const rules = Array.from(withoutReason(names).matchAll(ruleId), ({ 0: id, index }) => {
    const start = at + index;
    return { id: detached(id), from: placeOf(content, start), to: placeOf(content, start + id.length) };
  });
  return { kind: kindOf(word), rules, next: matchEnd(toNext, text, range.to), ...range };
}

function kindOf(word: string | undefined): Suppression["kind"] {
  switch (word) {
    case "disable-next-line":
      return "next-line";
    case "disable-next-block":
      return "next-block";
    case "enable":
      return "enable";
    default:
      return "disable";
  }
}
