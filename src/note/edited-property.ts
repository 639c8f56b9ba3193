import { applyEdits } from "../text/edits.ts";
import type { TextEdit, TextRange } from "../text/range.ts";
import { firstNotBefore } from "../text/search.ts";
import type { Frontmatter, Property, PropertyItem, PropertyValue } from "./note.ts";
import { readPlainYaml } from "./plain-yaml.ts";

/**
 * The one property of a frontmatter that edits change, where its own lines tell that: it is of the plain kind before and after
 * them, and under the same key, so that all properties can still be read and the others say what they said. Of a list only what
 * stands around the edits is read: a note may have thousands of items, and an edit for each. Of words in quotes nothing is read that
 * lies further away: one value may have thousands of links.
 * @param text of the note, `edits` those to it; what they change behind the frontmatter does not count
 * @returns null where nothing is to be told so, which says nothing
 */
export function editedProperty(
  { state, properties, yaml, to: end }: Frontmatter,
  text: string,
  edits: readonly TextEdit[],
): Property | null {
  const inside = edits.filter(({ from }) => from <= end);
  // One by one: there may be more of them than a call takes arguments.
  const from = inside.reduce((least, edit) => Math.min(least, edit.from), Infinity);
  const to = inside.reduce((most, edit) => Math.max(most, edit.to), -Infinity);
  const behind = firstNotBefore(properties, ({ keyRange }) => keyRange.from < from);
  const property = properties[behind - 1];
  if (state !== "read" || property === undefined) return null;
  const stretch = { from: property.keyRange.from, to: properties[behind]?.keyRange.from ?? yaml.to };
  if (to > stretch.to) return null;
  if (isInQuotes(property, { from, to }, text) && inside.every((edit) => isOfWords(edit, text)))
    return property;
  if (!startsLine(text, stretch.from) || !startsLine(text, stretch.to)) return null;
  const part = partOf(property, stretch, { from, to }, text);
  const before = readPart(part, text, []);
  if (before === null || JSON.stringify(before) !== JSON.stringify(part.values)) return null;
  const after = readPart(part, text, inside);
  return after !== null && isAround(part, after) ? property : null;
}

/** Whether a range lies between the quotes of the value or of an item, and no anchor or tag stands before these. */
function isInQuotes({ keyRange, ...property }: Property, { from, to }: TextRange, text: string): boolean {
  const { items } = property;
  const item = items?.[firstNotBefore(items, (each) => each.to < to)];
  const value = items ? item?.value : property.value;
  const range = items ? item : property.valueRange;
  if (typeof value !== "string" || !range || !isQuote(text.charAt(range.from))) return false;
  const before = text.slice(Math.max(keyRange.to, range.from - LONGEST_OPENING), range.from);
  return from > range.from && to < range.to && (items ? itemOpening : valueOpening).test(before);
}

function isQuote(character: string): boolean {
  return character === '"' || character === "'";
}

const valueOpening = /^: {1,3}$/;
const itemOpening = /(?:[\n ]- |[[,]) {0,2}$/;

/** How much is looked at of what stands before a quote. */
const LONGEST_OPENING = 5;

/**
 * Whether an edit of what stands in quotes changes words only: nothing that means more than itself is written, taken away or cut in two, and
 * what stands around it on its line keeps the line from ending the frontmatter.
 */
function isOfWords({ from, to, insert }: TextEdit, text: string): boolean {
  return (
    wordsBefore.test(text.slice(Math.max(0, from - LONGEST_ESCAPE), from)) &&
    wordsBehind.test(text.slice(to, to + 1)) &&
    onlyWords.test(text.slice(from, to)) &&
    onlyWords.test(insert)
  );
}

const wordsBefore = /^[^\\]*[^\s"'\\.-]$/;
const wordsBehind = /^[^\s"'\\]$/;
const onlyWords = /^[^"'\\\p{C}\u2028\u2029]*$/u;

/** `\U0001F600` */
const LONGEST_ESCAPE = 10;

function startsLine(text: string, offset: number): boolean {
  return text.charAt(offset - 1) === "\n";
}

/** What is read to judge edits of a property: all of it, or some items of a list. */
interface Part extends TextRange {
  /** What makes a property of it. */
  readonly opening: string;
  readonly closing: string;
  readonly key: string;
  /** What it says now: the value of a property, or items. */
  readonly values: readonly PropertyValue[];
  /** Items at its start and end that the edits do not touch; 0 or 1 of each. Null where it is the whole property. */
  readonly untouched: { readonly first: number; readonly last: number } | null;
}

function partOf(property: Property, stretch: TextRange, edited: TextRange, text: string): Part {
  const { items, key, value, valueRange } = property;
  const first = items ? firstNotBefore(items, ({ to }) => to < edited.from) - 1 : -1;
  const inBrackets = text.charAt(valueRange.from) === "[";
  // An item on whose line the edits end may have another indent after them.
  const last = items
    ? firstNotBefore(items, (item) => (inBrackets ? item.from : lineStart(text, item)) <= edited.to)
    : 0;
  const before = items?.[first];
  const after = items?.[last];
  if (items === null || (!before && !after))
    return { ...stretch, opening: "", closing: "", key, values: [value], untouched: null };
  const values = items.slice(Math.max(0, first), last + 1).map((item) => item.value);
  const untouched = { first: Number(before !== undefined), last: Number(after !== undefined) };
  const from = before ? (inBrackets ? before.from : lineStart(text, before)) : stretch.from;
  const to = after ? (inBrackets ? after.to : lineEnd(text, after)) : stretch.to;
  const opening = before ? (inBrackets ? "x: [" : "x:\n") : "";
  const closing = after && inBrackets ? "]\n" : "";
  return { from, to, opening, closing, key: before ? "x" : key, values, untouched };
}

/** What the part says after edits to the note's text; null if it is no plain property. */
function readPart(
  { from, to, opening, closing, key, untouched }: Part,
  text: string,
  edits: readonly TextEdit[],
): readonly PropertyValue[] | null {
  const moved = edits.map((edit) => ({ from: edit.from - from, to: edit.to - from, insert: edit.insert }));
  const read = opening + applyEdits(text.slice(from, to), moved) + closing;
  const [property, ...others] = readPlainYaml(read, 0, read.length) ?? [];
  if (property?.key !== key || others.length > 0) return null;
  if (untouched === null) return [property.value];
  return property.items?.map(({ value }) => value) ?? null;
}

/** Whether the items that stand around the edits still do. */
function isAround({ values, untouched }: Part, after: readonly PropertyValue[]): boolean {
  if (untouched === null) return true;
  const { first, last } = untouched;
  if (after.length < first + last) return false;
  return (
    JSON.stringify(after.slice(0, first)) === JSON.stringify(values.slice(0, first)) &&
    JSON.stringify(after.slice(after.length - last)) === JSON.stringify(values.slice(values.length - last))
  );
}

function lineStart(text: string, { from }: PropertyItem): number {
  return text.lastIndexOf("\n", from - 1) + 1;
}

/** The start of the line behind the item. */
function lineEnd(text: string, { to }: PropertyItem): number {
  return text.indexOf("\n", to) + 1;
}
