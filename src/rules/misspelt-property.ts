import type { NoteType } from "../journal/conventions.ts";
import { isOneEditAway } from "../journal/nearest.ts";
import { property as propertyOf } from "../journal/properties.ts";
import { type PropertySchema, propertySchemas } from "../journal/property-schemas.ts";
import * as z from "../journal/zod.ts";
import type { Note, Property } from "../note/note.ts";
import { quote } from "../text/quote.ts";
import { splitProperties } from "./known-properties.ts";
import { replaceProperty, replaceText } from "./repairs/property-edits.ts";
import { type Readings, readingsOf } from "./repairs/property-readings.ts";
import { defineRule } from "./define-rule.ts";
import type { Fix, RuleFinding } from "./rule.ts";

interface Misspelt {
  readonly property: Property;
  /** The name that was meant. */
  readonly name: string;
  /** It was the name once, so that nobody need be asked. */
  readonly isOld: boolean;
}

/** A property has the name by which the app, the site or the conventions know it. */
export const misspeltProperty = defineRule({
  id: "misspelt-property",
  summary: "No property has an old name, or one that is a letter away from that of a known property.",
  severity: "warning",
  options: {
    usual: { known: [] },
    schema: () =>
      z.object({
        /** Names that are right as they are. */
        known: z._default(z.array(z.string()), []),
      }),
  },
  check(note, vault, { known }): readonly RuleFinding<Misspelt>[] {
    const found: RuleFinding<Misspelt>[] = [];
    const type = vault.typeOf(note);
    for (const property of splitProperties(note, type).unknown) {
      const name = nameMeant(property.key, type);
      if (name === null || known.includes(property.key)) continue;
      const isOld = oldNames.has(property.key.toLowerCase());
      const message = isOld
        ? `${quote(property.key)} is an old name that Obsidian reads no longer, expected ${quote(name)}`
        : `Unknown property ${quote(property.key)}, expected ${quote(name)}`;
      found.push({
        range: property.keyRange,
        message,
        target: property.key,
        fact: { property, name, isOld },
      });
    }
    return found;
  },
  fix(fact, { note, text }) {
    if (!fact.isOld || !isFree(fact, note)) return null;
    const { values, isSure } = listReadings(fact, text);
    if (values.length === 0) return isListOrEmpty(fact.property) ? renaming(fact, text, null) : null;
    return isSure ? renaming(fact, text, values[0] ?? null) : null;
  },
  *suggest(fact, { note, text }) {
    if (!isFree(fact, note)) return;
    if (!fact.isOld) yield renaming(fact, text, null);
    const { values, isSure } = fact.isOld ? listReadings(fact, text) : none;
    if (!isSure) for (const yaml of values) yield renaming(fact, text, yaml);
  },
});

/** The property that one of this name was meant to be, in a note of this type or of none; null where it may be called so. */
export function nameMeant(key: string, type: NoteType | null): string | null {
  const schemas = propertySchemas(type);
  const lower = key.toLowerCase();
  if (schemas.has(lower) || otherNames.has(lower)) return null;
  return oldNames.get(lower) ?? nearName(lower, schemas);
}

/** What the app read until version 1.9 (obsidian.md F3). */
const oldNames: ReadonlyMap<string, string> = new Map([
  ["tag", "tags"],
  ["alias", "aliases"],
  ["cssclass", "cssclasses"],
]);

/** Names of which no more is known than that the app, Publish or Linkage looks for them. */
const otherNames: ReadonlySet<string> = new Set(["publish", "permalink", "linkage-disable"]);

const none: Readings = { values: [], isSure: true };

function nearName(key: string, schemas: ReadonlyMap<string, PropertySchema>): string | null {
  for (const [known, { name }] of schemas) if (isOneEditAway(key, known)) return name;
  return [...otherNames].find((name) => isOneEditAway(key, name)) ?? null;
}

/** No property of the note has the name that was meant, and no other is to get it. */
function isFree({ property, name }: Misspelt, note: Note): boolean {
  const rivals = note.frontmatter.properties.filter(
    ({ key }) => oldNames.get(key.toLowerCase()) === name || isOneEditAway(key.toLowerCase(), name),
  );
  return (
    propertyOf(note, name) === null &&
    rivals.every(({ keyRange }) => keyRange.from === property.keyRange.from)
  );
}

/** A single value as the list that it must be under its new name. */
function listReadings({ property, name }: Misspelt, text: string): Readings {
  if (isListOrEmpty(property)) return none;
  const { from, to } = property.valueRange;
  return readingsOf(name, property.value, "list", text.slice(from, to));
}

function isListOrEmpty({ items, value }: Property): boolean {
  return items !== null || value === null;
}

/** The property under the name that was meant; with `yaml` as its value, or the one that it has. */
function renaming({ property, name }: Misspelt, text: string, yaml: string | null): Fix {
  const renamed = replaceText(text, property.keyRange, name);
  return yaml === null
    ? { title: `Write ${name}`, edits: [renamed] }
    : { title: `Write ${name}: ${yaml}`, edits: [renamed, replaceProperty(text, property, yaml)] };
}
