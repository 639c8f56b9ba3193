import type { NoteType } from "../journal/conventions.ts";
import { type PropertySchema, propertySchemas } from "../journal/property-schemas.ts";
import type { Note, Property } from "../note/note.ts";

/** A property of which something is known (`propertySchemas`). */
export interface KnownProperty {
  readonly property: Property;
  readonly schema: PropertySchema;
}

/** The properties of a note by whether anything is known of them, each list in text order. */
export interface SplitProperties {
  readonly known: readonly KnownProperty[];
  readonly unknown: readonly Property[];
}

/** The properties of a note of this type, or of none. Several rules ask of one note in turn, so that the last answer is kept. */
export function splitProperties(note: Note, type: NoteType | null): SplitProperties {
  if (last?.note !== note || last.type !== type) last = { note, type, split: splitAnew(note, type) };
  return last.split;
}

interface Answer {
  readonly note: Note;
  readonly type: NoteType | null;
  readonly split: SplitProperties;
}

let last: Answer | null = null;

function splitAnew({ frontmatter }: Note, type: NoteType | null): SplitProperties {
  const schemas = propertySchemas(type);
  const known: KnownProperty[] = [];
  const unknown: Property[] = [];
  for (const property of frontmatter.properties) {
    const schema = schemas.get(property.key.toLowerCase());
    if (schema === undefined) unknown.push(property);
    else known.push({ property, schema });
  }
  return { known, unknown };
}
