import { property as propertyOf } from "../../journal/properties.ts";
import type { Note, Property } from "../../note/note.ts";
import { lineBreakOf } from "../../text/lines.ts";
import type { TextEdit, TextRange } from "../../text/range.ts";
import { insertProperty, replaceProperty } from "./property-edits.ts";
import { yamlScalar } from "../../note/yaml-scalar.ts";

/**
 * Take the item at `index` out of a list property, with its lines or its comma; comments behind it on its line go too.
 * Null where the item does not stand in a list of lines or between brackets.
 */
export function removeItem(text: string, property: Property, index: number): TextEdit | null {
  const { items } = property;
  const item = items?.[index];
  if (items === null || item === undefined) return null;
  if (!isInBrackets(text, property)) return isLine(text, item) ? removedLines(text, item) : null;
  const before = items[index - 1];
  const after = items[index + 1];
  if (!before && !after) return { ...property.valueRange, insert: "[]" };
  if (before && /^[\s,]*$/.test(text.slice(before.to, item.from)))
    return { from: before.to, to: item.to, insert: "" };
  return { from: item.from, to: after?.from ?? item.to, insert: "" };
}

/** Put several scalars in place of one item of a list property, in the list's style. Null as `removeItem`. */
export function splitItem(
  text: string,
  property: Property,
  item: TextRange,
  scalars: readonly string[],
): TextEdit | null {
  const { from, to } = item;
  if (isInBrackets(text, property)) return { from, to, insert: scalars.join(", ") };
  if (!isLine(text, item)) return null;
  return { from, to, insert: scalars.join(lineBreakOf(text) + text.slice(lineStart(text, from), from)) };
}

/** Add a text to a list property as its last item, in its style. A lone value becomes the first of a list. Null as `removeItem`. */
export function addItem(text: string, property: Property, value: string): TextEdit | null {
  const { items, value: old } = property;
  if (items === null && typeof old === "object" && old !== null) return null;
  const last = items?.at(-1);
  const added = yamlScalar(value);
  if (last === undefined)
    return replaceProperty(text, property, `[${[...loneValue(property), added].join(", ")}]`);
  if (isInBrackets(text, property)) return { from: last.to, to: last.to, insert: `, ${added}` };
  if (!isLine(text, last)) return null;
  const end = lineEnd(text, last.to);
  const dash = text.slice(lineStart(text, last.from), last.from).trimEnd();
  return { from: end, to: end, insert: `${lineBreakOf(text)}${dash} ${added}` };
}

/**
 * Add a text to the list property `name` of a note as its last item; where there is none, make it. Null where the value
 * cannot take one, or the app reads no frontmatter.
 */
export function addToList(note: Note, text: string, name: string, value: string): TextEdit | null {
  const found = propertyOf(note, name);
  return found ? addItem(text, found, value) : insertProperty(note, text, name, [yamlScalar(value)]);
}

/** The value of a property that is no list, as the items of one. */
function loneValue({ value }: Property): readonly string[] {
  return typeof value === "object" || value === "" ? [] : [yamlScalar(String(value))];
}

function isInBrackets(text: string, { valueRange }: Property): boolean {
  return text.charAt(valueRange.from) === "[";
}

/** Nothing but the dash stands before the item on its line. */
function isLine(text: string, { from }: TextRange): boolean {
  return /^\s*-\s*$/.test(text.slice(lineStart(text, from), from));
}

function removedLines(text: string, { from, to }: TextRange): TextEdit {
  const end = text.indexOf("\n", to);
  return { from: lineStart(text, from), to: end < 0 ? text.length : end + 1, insert: "" };
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where the line that holds `offset` ends, line break excluded. */
function lineEnd(text: string, offset: number): number {
  const rest = /[\r\n]/g;
  rest.lastIndex = offset;
  return rest.exec(text)?.index ?? text.length;
}
