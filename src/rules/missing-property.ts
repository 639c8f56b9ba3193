import type { NoteType } from "../journal/conventions.ts";
import { parseDate } from "../journal/calendar.ts";
import { nextNoteId } from "../journal/note-id.ts";
import { property, textOf } from "../journal/properties.ts";
import type { PropertyChoice } from "../journal/property-kinds.ts";
import { propertySchemas } from "../journal/property-schemas.ts";
import type { Note, Property, PropertyValue } from "../note/note.ts";
import { fileName, withoutExtension } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { noOptions } from "./no-options.ts";
import { dayOfNoteId } from "./repairs/date-readings.ts";
import { insertProperty, replaceProperty } from "./repairs/property-edits.ts";
import { quote } from "../text/quote.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";
import { scalarLike } from "../note/yaml-scalar.ts";

interface Missing {
  readonly name: string;
  /** The property that is there but empty, or null. */
  readonly empty: Property | null;
  readonly type: NoteType;
}

/** A note has every property that its type requires. */
export const missingProperty = defineRule({
  id: "missing-property",
  summary: "A note has every property that its type requires.",
  severity: "warning",
  typedNotesOnly: true,
  options: noOptions,
  check(note, vault): readonly RuleFinding<Missing>[] {
    const type = vault.typeOf(note);
    const { state, from } = note.frontmatter;
    if (type === null || (state !== "read" && state !== "none")) return [];
    const missing: RuleFinding<Missing>[] = [];
    for (const name of type.required) {
      const found = property(note, name);
      if (found && !isEmpty(found.value)) continue;
      const range = found?.keyRange ?? { from, to: state === "none" ? from : from + "---".length };
      const message = found
        ? `${quote(name)} is empty, expected a value in every ${type.code} note`
        : `${quote(name)} is missing, expected in every ${type.code} note`;
      missing.push({ range, message, target: name, fact: { name, empty: found, type } });
    }
    return missing;
  },
  suggestsFromAfar: true,
  *suggest({ name, empty, type }, { note, vault, text }) {
    const { kind = "any", values = [] } = propertySchemas(type).get(name.toLowerCase()) ?? {};
    const { from, to } = empty?.valueRange ?? { from: 0, to: 0 };
    // Without a colon, as in `{created}`, there is no place for a value.
    if (empty && from === to && text.charAt(from - 1) !== ":") return;
    const written = text.slice(from, to);
    for (const sound of among(values, soundValue(name, type, note, vault))) {
      const yaml = typeof sound === "string" ? scalarLike(written, sound) : String(sound);
      const isList = kind === "list";
      const shown = isList ? `[${yaml}]` : yaml;
      const edit = empty
        ? replaceProperty(text, empty, shown)
        : insertProperty(note, text, name, isList ? [yaml] : yaml);
      if (edit) yield { title: `Insert ${name}: ${shown}`, edits: [edit] };
    }
  },
});

/** A sound value if it is allowed, else what is; all of these where nothing tells which. */
function among(
  allowed: readonly PropertyChoice[],
  sound: string | boolean | null,
): readonly PropertyChoice[] {
  const values = sound === null ? [] : [sound];
  if (allowed.length === 0 || values.some((value) => allowed.includes(value))) return values;
  return allowed.slice(0, MOST_OFFERED);
}

const MOST_OFFERED = 8;

/** Whether a property with this value says nothing: it is empty, blank, or a list of nothing. */
export function isEmpty(value: PropertyValue): boolean {
  if (value === null || (Array.isArray(value) && value.length === 0)) return true;
  return typeof value === "string" && value.trim() === "";
}

/** What the property, or its first item, would be if the note were complete; null if nothing tells. */
function soundValue(name: string, type: NoteType, note: Note, vault: VaultIndex): string | boolean | null {
  switch (name.toLowerCase()) {
    case "title":
      return (
        note.headings.find(({ level, text }) => level === 1 && text !== "")?.text ??
        withoutExtension(fileName(note.path))
      );
    case "created":
      return dayOfNoteId(note);
    case "updated":
      return dayOf(note, "created") ?? dayOfNoteId(note);
    case "note_id":
      return noteIdFor(dayOf(note, "created"), type, vault);
    case "cssclasses":
      return type.classes[0] ?? null;
    case "tags":
      return type.tags[0] ?? null;
    case "draft":
      // What the site takes a note without it for; so with the next.
      return false;
    case "publish":
      return vault.conventions.site === "publish" ? false : null;
    default:
      return null;
  }
}

function dayOf(note: Note, name: string): string | null {
  return parseDate(textOf(property(note, name)) ?? "")?.day ?? null;
}

function noteIdFor(day: string | null, { code }: NoteType, vault: VaultIndex): string | null {
  return day?.startsWith("20") === true ? nextNoteId(day, code, vault.allNoteIds()) : null;
}
