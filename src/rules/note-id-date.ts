import { type JournalDate, parseDate } from "../journal/calendar.ts";
import { nextNoteId, type NoteId, parseNoteId } from "../journal/note-id.ts";
import { property, textOf } from "../journal/properties.ts";
import type { Property } from "../note/note.ts";
import { noOptions } from "./no-options.ts";
import { replaceText } from "./repairs/property-edits.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";

interface Disagreement {
  readonly noteId: Property;
  readonly id: NoteId;
  readonly created: Property;
  readonly createdDate: JournalDate;
}

/** A note id and `created` name the same day. */
export const noteIdDate = defineRule({
  id: "note-id-date",
  summary: "A note id and the property created name the same day.",
  severity: "warning",
  options: noOptions,
  check(note): readonly RuleFinding<Disagreement>[] {
    const noteId = property(note, "note_id");
    const created = property(note, "created");
    const id = parseNoteId(textOf(noteId) ?? "");
    const said = textOf(created);
    // Whether the rest of it is a date, too, is malformed-date's to say.
    if (!noteId || !created || !id || said === null || said.startsWith(id.date)) return [];
    const createdDate = parseDate(said);
    if (!createdDate) return [];
    const message = `The note id says ${id.date}, "created" says ${createdDate.day}, expected the same day`;
    const related = [{ path: note.path, ...created.valueRange, message: `"created" is ${createdDate.day}` }];
    return [{ range: noteId.valueRange, message, related, fact: { noteId, id, created, createdDate } }];
  },
  suggestsFromAfar: true,
  *suggest({ noteId, id, created, createdDate: { day, time } }, { vault, text }) {
    const date = time === null ? id.date : `${id.date}T${time}`;
    yield { title: `Write created: ${date}`, edits: [replaceText(text, created.valueRange, date)] };
    const next = day.startsWith("20") ? nextNoteId(day, id.code, vault.allNoteIds()) : null;
    if (next !== null)
      yield {
        title: `Use the next free note id ${next}`,
        edits: [replaceText(text, noteId.valueRange, next)],
      };
  },
});
