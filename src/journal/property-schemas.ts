import type { NoteType } from "./conventions.ts";
import {
  appLists,
  type PropertyChoice,
  type PropertyConvention,
  type PropertyKind,
} from "./property-kinds.ts";
import * as z from "./zod.ts";

/** What is known of a property: what it holds, and whether the note type requires it. */
export interface PropertySchema {
  /** As it is to be written: `note_id`. */
  readonly name: string;
  readonly kind: PropertyKind;
  readonly required: boolean;
  /**
   * Takes the property's value as YAML gives it. An empty value passes: whether it may be empty is `required`'s matter.
   * An issue's path is empty if the value is of another kind, and the item's number if only that item is.
   */
  readonly value: z.ZodMiniType;
  /** The values that it, or each of its items, may have; empty if it may have any. */
  readonly values: readonly PropertyChoice[];
}

/**
 * What is known of the properties of a note of this type, or of a note without one, by name in lower case
 * (obsidian.md F5). Made once for a type.
 */
export function propertySchemas(type: NoteType | null): ReadonlyMap<string, PropertySchema> {
  if (type === null) return knownSchemas;
  const made = schemasByType.get(type) ?? schemasFor(type);
  schemasByType.set(type, made);
  return made;
}

/** What takes a value of each kind. Which texts are dates is the rule malformed-date's to say. */
const valuesOfKind: Readonly<Record<PropertyKind, z.ZodMiniType>> = {
  text: z.nullable(z.string()),
  list: z.nullable(z.array(z.unknown())),
  number: z.nullable(z.number()),
  checkbox: z.nullable(z.boolean()),
  date: z.nullable(z.string()),
  datetime: z.nullable(z.string()),
  any: z.unknown(),
};

const texts = z.nullable(z.array(z.string()));

const known: Readonly<Record<string, readonly [kind: PropertyKind, value?: z.ZodMiniType]>> = {
  title: ["text"],
  description: ["text"],
  note_id: ["text"],
  // What a tag may be is the rule malformed-tag's to say.
  tags: ["list"],
  aliases: ["list", texts],
  cssclasses: ["list", texts],
  keywords: ["list", z.nullable(z.array(z.union([z.string(), z.number()])))],
  draft: ["checkbox"],
  created: ["date"],
  updated: ["date"],
};

const knownSchemas: ReadonlyMap<string, PropertySchema> = new Map(
  Object.entries(known).map(([name, [kind, value = valuesOfKind[kind]]]) => [
    name,
    { name, kind, value, required: false, values: [] },
  ]),
);

const schemasByType = new WeakMap<NoteType, ReadonlyMap<string, PropertySchema>>();

function schemasFor(type: NoteType): ReadonlyMap<string, PropertySchema> {
  const schemas = new Map(knownSchemas);
  for (const said of type.properties) {
    const key = said.name.toLowerCase();
    schemas.set(key, schemaOf(said, schemas.get(key)));
  }
  for (const name of type.required) {
    const key = name.toLowerCase();
    const schema = schemas.get(key) ?? schemaOf({ name, kind: "any", values: [] }, undefined);
    schemas.set(key, { ...schema, name, required: true });
  }
  return schemas;
}

/** What the conventions say of a property goes before what is known of it, but that the app's own lists have items of text. */
function schemaOf(
  { name, kind, values }: PropertyConvention,
  before: PropertySchema | undefined,
): PropertySchema {
  const isKept = before && (kind === "any" || appLists.includes(name.toLowerCase()));
  const holds = isKept ? before : { kind, value: valuesOfKind[kind] };
  return { name, kind: holds.kind, value: holds.value, required: false, values };
}
