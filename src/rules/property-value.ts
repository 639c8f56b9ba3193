import { nearest } from "../journal/nearest.ts";
import type { PropertyChoice } from "../journal/property-kinds.ts";
import { misfits } from "../journal/property-schemas.ts";
import type { Property, PropertyItem } from "../note/note.ts";
import { scalarLike } from "../note/yaml-scalar.ts";
import { alternatives } from "../text/alternatives.ts";
import { quote } from "../text/quote.ts";
import { described } from "./described-value.ts";
import { splitProperties } from "./known-properties.ts";
import { noOptions } from "./no-options.ts";
import { replaceProperty, replaceValue } from "./repairs/property-edits.ts";
import { defineRule } from "./define-rule.ts";
import type { Fix, RuleFinding } from "./rule.ts";

interface OtherValue {
  readonly property: Property;
  /** The item that has another value, or null if the property is no list. */
  readonly item: PropertyItem | null;
  readonly choices: readonly PropertyChoice[];
}

/** A property, or each of its items, has one of the values that the note type allows. What is of another kind is property-type's. */
export const propertyValue = defineRule({
  id: "property-value",
  summary: "A property has one of the values that linkage.yaml lists for it in the note's type.",
  severity: "warning",
  typedNotesOnly: true,
  options: noOptions,
  check(note, vault): readonly RuleFinding<OtherValue>[] {
    const type = vault.typeOf(note);
    if (type === null || type.properties.length === 0) return [];
    const found: RuleFinding<OtherValue>[] = [];
    for (const { property, schema } of splitProperties(note, type).known) {
      if (schema.values.length === 0 || misfits(schema, property.value).length > 0) continue;
      const { values: choices } = schema;
      const places = property.items ?? [{ ...property, ...property.valueRange }];
      for (const place of places) {
        if (isEmpty(place) || choices.some((choice) => choice === place.value)) continue;
        const item = property.items === null ? null : place;
        const message = messageOf(property.key, place, item !== null, choices);
        const range = { from: place.from, to: place.to };
        found.push({ range, message, target: property.key, fact: { property, item, choices } });
      }
    }
    return found;
  },
  fix(fact, { text }) {
    const [same, other] = fact.choices.filter((choice) => keyOf(choice) === keyOf(valueOf(fact)));
    return same === undefined || other !== undefined ? null : write(same, fact, text);
  },
  *suggest(fact, { text }) {
    const { choices } = fact;
    if (choices.filter((choice) => keyOf(choice) === keyOf(valueOf(fact))).length === 1) return;
    const near = nearestChoice(valueOf(fact), choices);
    const others = choices.length > MOST_LISTED ? [] : choices.filter((choice) => choice !== near);
    for (const choice of near === null ? others : [near, ...others]) yield write(choice, fact, text);
  },
});

/** Of more values than this only the nearest is named and offered. */
const MOST_LISTED = 8;

/** What is absent is missing-property's to report. */
function isEmpty({ value }: PropertyItem): boolean {
  return value === null || (typeof value === "string" && value.trim() === "");
}

function messageOf(
  key: string,
  place: PropertyItem,
  isItem: boolean,
  choices: readonly PropertyChoice[],
): string {
  const subject = isItem ? `An item of ${quote(key)}` : quote(key);
  const near = nearestChoice(place.value, choices);
  const listed =
    choices.length > MOST_LISTED ? "a value that linkage.yaml lists" : alternatives(choices.map(shown));
  return `${subject} is ${described(place)}, expected ${near === null ? listed : shown(near)}`;
}

function shown(choice: PropertyChoice): string {
  return typeof choice === "string" ? quote(choice) : String(choice);
}

function valueOf({ property, item }: OtherValue): PropertyItem["value"] {
  return (item ?? property).value;
}

/** Two values with the same key say the same to whoever reads them: letter case, blanks around them and quotes aside. */
function keyOf(value: PropertyItem["value"]): string {
  return typeof value === "object" ? "" : String(value).trim().toLowerCase();
}

/** The text that was most likely meant. Of numbers and single letters each is as near as the next. */
function nearestChoice(value: PropertyItem["value"], choices: readonly PropertyChoice[]): string | null {
  if (typeof value !== "string" || value.trim().length < 2) return null;
  const texts = choices.flatMap((choice) => (typeof choice === "string" ? choice : []));
  return nearest(value.trim(), texts);
}

function write(choice: PropertyChoice, { property, item }: OtherValue, text: string): Fix {
  const { from, to } = item ?? property.valueRange;
  const yaml = typeof choice === "string" ? scalarLike(text.slice(from, to), choice) : String(choice);
  const edit = item ? replaceValue(text, item, yaml) : replaceProperty(text, property, yaml);
  return { title: item ? `Write ${yaml}` : `Write ${property.key}: ${yaml}`, edits: [edit] };
}
