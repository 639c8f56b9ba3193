import type { NoteType } from "./conventions.ts";
import {
  appLists,
  type PropertyChoice,
  type PropertyConvention,
  type PropertyKind,
} from "./property-kinds.ts";

/** What an item of a list can be; `any`: nothing is known of it. */
export type ItemKind = "text" | "text or number" | "any";

/** What is known of a property: what it holds, and whether the note type requires it. */
export interface PropertySchema {
  /** As it is to be written: `note_id`. */
  readonly name: string;
  readonly kind: PropertyKind;
  readonly required: boolean;
  /** What each item of a list is. */
  readonly items: ItemKind;
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

/**
 * What of a property's value, as YAML gives it, is of another kind: the places of the items that are, or null alone for all of
 * it. An empty value is of every kind: whether it may be empty is `required`'s matter. Which texts are dates is the rule
 * malformed-date's to say. By hand and not by a schema of zod: each property of each note is asked about.
 */
export function misfits(
  { kind, items }: Pick<PropertySchema, "kind" | "items">,
  value: unknown,
): readonly (number | null)[] {
  if (value === null || kind === "any") return none;
  if (kind !== "list") return isOne(value, kind) ? none : whole;
  if (!Array.isArray(value)) return whole;
  if (items === "any") return none;
  const isItem = (item: unknown): boolean =>
    typeof item === "string" || (items === "text or number" && Number.isFinite(item));
  return value.every(isItem) ? none : value.flatMap((item, at) => (isItem(item) ? [] : at));
}

const none: readonly number[] = [];

const whole = [null] as const;

function isOne(value: unknown, kind: Exclude<PropertyKind, "list" | "any">): boolean {
  switch (kind) {
    case "number":
      return Number.isFinite(value);
    case "checkbox":
      return typeof value === "boolean";
    case "text":
    case "date":
    case "datetime":
      return typeof value === "string";
  }
}

const known: Readonly<Record<string, readonly [kind: PropertyKind, items?: ItemKind]>> = {
  title: ["text"],
  description: ["text"],
  note_id: ["text"],
  // What a tag may be is the rule malformed-tag's to say.
  tags: ["list"],
  aliases: ["list", "text"],
  cssclasses: ["list", "text"],
  keywords: ["list", "text or number"],
  draft: ["checkbox"],
  created: ["date"],
  updated: ["date"],
};

const knownSchemas: ReadonlyMap<string, PropertySchema> = new Map(
  Object.entries(known).map(([name, [kind, items = "any"]]) => [
    name,
    { name, kind, items, required: false, values: [] },
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
  const holds = isKept ? before : { kind, items: "any" as const };
  return { name, kind: holds.kind, items: holds.items, required: false, values };
}
