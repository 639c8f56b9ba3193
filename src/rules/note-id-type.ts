import { nextNoteId } from "../journal/note-id.ts";
import { property as propertyOf } from "../journal/properties.ts";
import type { Property } from "../note/note.ts";
import { noOptions } from "./no-options.ts";
import { replaceText } from "./repairs/property-edits.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";
import { type TypeConflict, typeConflict } from "./type-signs.ts";

interface OtherType {
  readonly property: Property;
  readonly conflict: TypeConflict;
}

/** A note id has the code of the type that the note shows otherwise. */
export const noteIdType = defineRule({
  id: "note-id-type",
  summary: "A note id has the code of the type that the note's class, tag and folder agree on.",
  severity: "warning",
  options: noOptions,
  check(note, { conventions }): readonly RuleFinding<OtherType>[] {
    const conflict = typeConflict(note, conventions);
    const property = conflict && propertyOf(note, "note_id");
    if (!property) return [];
    const { id, type, signs } = conflict;
    const message = `The note id says ${id.code}, ${joined(signs)} say ${type.code}, expected the same note type`;
    return [{ range: property.valueRange, message, fact: { property, conflict } }];
  },
  suggestsFromAfar: true,
  *suggest({ property, conflict: { id, type } }, { vault, text }) {
    const next = nextNoteId(id.date, type.code, vault.allNoteIds());
    if (next === null) return;
    const edits = [replaceText(text, property.valueRange, next)];
    yield { title: `Use the next free note id ${next}`, edits };
  },
});

/** `class and tag`, `class, tag and folder`. */
function joined(words: readonly string[]): string {
  return [words.slice(0, -1).join(", "), ...words.slice(-1)].join(" and ");
}
