import type { NoteType } from "./conventions.ts";
import * as z from "./zod.ts";

/** What a property holds. `any`: required by a note type, but nothing is known of its value. */
export type PropertyKind = "text" | "list" | "boolean" | "date" | "any";

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

const text = { kind: "text", value: z.nullable(z.string()) } as const;
const texts = { kind: "list", value: z.nullable(z.array(z.string())) } as const;
const anything = { kind: "any", value: z.unknown() } as const;

// Which texts are dates is the rule malformed-date's to say.
const date = { kind: "date", value: z.nullable(z.string()) } as const;

const known: Readonly<Record<string, Pick<PropertySchema, "kind" | "value">>> = {
  title: text,
  description: text,
  note_id: text,
  // What a tag may be is the rule malformed-tag's to say.
  tags: { kind: "list", value: z.nullable(z.array(z.unknown())) },
  aliases: texts,
  cssclasses: texts,
  keywords: { kind: "list", value: z.nullable(z.array(z.union([z.string(), z.number()]))) },
  draft: { kind: "boolean", value: z.nullable(z.boolean()) },
  created: date,
  updated: date,
};

const knownSchemas: ReadonlyMap<string, PropertySchema> = new Map(
  Object.entries(known).map(([name, schema]) => [name, { name, required: false, ...schema }]),
);

const schemasByType = new WeakMap<NoteType, ReadonlyMap<string, PropertySchema>>();

function schemasFor(type: NoteType): ReadonlyMap<string, PropertySchema> {
  const schemas = new Map(knownSchemas);
  for (const name of type.required) {
    const key = name.toLowerCase();
    schemas.set(key, { ...anything, ...knownSchemas.get(key), name, required: true });
  }
  return schemas;
}
