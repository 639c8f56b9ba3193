import { publicationKeys } from "../journal/properties.ts";
import type { PropertyKind } from "../journal/property-kinds.ts";
import { misfits } from "../journal/property-schemas.ts";
import type { Note, Property, PropertyItem, PropertyValue } from "../note/note.ts";
import type { TextRange } from "../text/range.ts";
import { described } from "./described-value.ts";
import { dayOfNoteId } from "./repairs/date-readings.ts";
import { splitProperties } from "./known-properties.ts";
import { removeItem } from "./repairs/list-edits.ts";
import { noOptions } from "./no-options.ts";
import { replaceProperty, replaceValue } from "./repairs/property-edits.ts";
import {
  isBooleanText,
  isNumberText,
  isTyped,
  type Readings,
  readingsOf,
  textReadings,
} from "./repairs/property-readings.ts";
import { quote } from "../text/quote.ts";
import { defineRule } from "./define-rule.ts";
import type { Fix, RuleFinding } from "./rule.ts";

interface WrongKind {
  readonly property: Property;
  readonly kind: PropertyKind;
  /** The item that is of another kind, or null if the whole value is. */
  readonly item: PropertyItem | null;
}

/** Each known property holds what it is meant to hold. */
export const propertyType = defineRule({
  id: "property-type",
  summary:
    "Tags, aliases, cssclasses and keywords are lists, draft is true or false, dates are dates, and what linkage.yaml gives a kind is of it.",
  severity: "error",
  options: noOptions,
  check(note: Note, vault): readonly RuleFinding<WrongKind>[] {
    const found: RuleFinding<WrongKind>[] = [];
    for (const { property, schema } of splitProperties(note, vault.typeOf(note)).known) {
      const places = misfits(schema, property.value);
      if (places.length === 0) continue;
      for (const place of places) {
        const item = (place === null ? null : property.items?.[place]) ?? null;
        const fact = { property, kind: schema.kind, item };
        found.push({ range: rangeOf(fact), message: messageOf(fact), target: property.key, fact });
      }
    }
    return found;
  },
  fix(fact, { text }) {
    const { property, item } = fact;
    if (item?.value === null) return removal(property, item, text);
    const { values, isSure } = readings(fact, text);
    const [only] = values;
    return isSure && only !== undefined ? write(only, fact, text) : null;
  },
  *suggest(fact, { note, text }) {
    const { values, isSure } = readings(fact, text);
    if (!isSure) for (const yaml of values) yield write(yaml, fact, text);
    const isCreated = fact.property.key.toLowerCase() === "created" && fact.kind === "date";
    const day = isCreated && values.length === 0 ? dayOfNoteId(note) : null;
    if (day !== null) yield write(day, fact, text);
  },
});

/** The value or item as written. Of an item with nothing written the dash, of such a value the name. */
function rangeOf({ property: { keyRange, valueRange }, item }: WrongKind): TextRange {
  const { from, to } = item ?? valueRange;
  if (from < to) return { from, to };
  return item ? { from: Math.max(0, from - 1), to } : keyRange;
}

function messageOf({ property, kind, item }: WrongKind): string {
  const { key, value } = property;
  const name = quote(key);
  if (item) return `An item of ${name} is ${described(item)}, expected ${textFor(item.value)}`;
  switch (kind) {
    case "list":
      return `${name} is a ${typeof value === "object" ? "map" : "single value"}, expected a list`;
    case "number":
      return isNumberText(value)
        ? `${name} is the text ${quote(value)}, expected ${value.trim()} without quotes`
        : `${name} is ${described(property)}, expected a number`;
    case "checkbox":
      return isBooleanText(value)
        ? `${name} is the text ${quote(value)}, expected ${value.trim().toLowerCase()} without quotes`
        : `${name} is ${described(property)}, expected true or false`;
    case "date":
      return `${name} is ${described(property)}, expected a date such as 2023-07-18`;
    case "datetime":
      return `${name} is ${described(property)}, expected a day with a time such as 2023-07-18T10:00`;
    case "text":
    case "any":
      return `${name} is ${described(property)}, expected ${textFor(value)}`;
  }
}

function textFor(value: PropertyValue): string {
  return isTyped(value) ? "text in quotes" : "text";
}

function readings({ property, kind, item }: WrongKind, text: string): Readings {
  const { from, to } = item ?? property.valueRange;
  const written = text.slice(from, to);
  if (item) return textReadings(item.value, written);
  const { values, isSure } = readingsOf(property.key, property.value, kind, written);
  // No batch changes what says whether a note is published.
  return { values, isSure: isSure && !publicationKeys.includes(property.key.toLowerCase()) };
}

function write(yaml: string, { property, item }: WrongKind, text: string): Fix {
  const edit = item ? replaceValue(text, item, yaml) : replaceProperty(text, property, yaml);
  return { title: item ? `Write ${yaml}` : `Write ${property.key}: ${yaml}`, edits: [edit] };
}

/** An empty item goes if others are left: an empty list may be missing-property's to report. */
function removal(property: Property, item: PropertyItem, text: string): Fix | null {
  const index = property.items?.indexOf(item) ?? -1;
  const edit = property.items?.length === 1 ? null : removeItem(text, property, index);
  return edit && { title: "Remove the empty item", edits: [edit] };
}
