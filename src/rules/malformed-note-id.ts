import { parseDate } from "../journal/calendar.ts";
import { nextNoteId, noteIdFault, parseNoteId } from "../journal/note-id.ts";
import { property, textOf } from "../journal/properties.ts";
import type { Note, Property } from "../note/note.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { noOptions } from "./no-options.ts";
import { replaceText } from "./repairs/property-edits.ts";
import { quote } from "../text/quote.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";

/** A note id is written as one, of a day that exists. */
export const malformedNoteId = defineRule({
  id: "malformed-note-id",
  summary: "A note id is YYMMDD, the capitals of its type and two or three digits, of a day that exists.",
  severity: "error",
  options: noOptions,
  check(note, vault): readonly RuleFinding<Property>[] {
    const found = property(note, "note_id");
    const id = textOf(found);
    if (found === null || id === null) return [];
    const message = id.trim() === "" ? emptyMessage(found, note, vault) : messageOf(id);
    if (message === null) return [];
    const { keyRange, valueRange } = found;
    const range = valueRange.from < valueRange.to ? valueRange : keyRange;
    return [{ range, message, fact: found }];
  },
  suggestsFromAfar: true,
  *suggest(found, { note, vault, text }) {
    const written = textOf(found) ?? "";
    const meant = idMeant(written);
    const isFree = meant !== null && vault.notesWithId(meant).length === 0;
    if (isFree)
      yield { title: `Use the note id ${meant}`, edits: [replaceText(text, found.valueRange, meant)] };
    const day = dayIn(written) ?? parseDate(textOf(property(note, "created")) ?? "")?.day;
    const code = codeIn(written, note, vault);
    const next = day?.startsWith("20") && code !== null ? nextNoteId(day, code, vault.allNoteIds()) : null;
    if (next !== null && !(isFree && next === meant)) {
      yield {
        title: `Use the next free note id ${next}`,
        edits: [replaceText(text, found.valueRange, next)],
      };
    }
  },
});

/** Null where the note's type wants an id: then missing-property says that it is empty. */
function emptyMessage({ key }: Property, note: Note, vault: VaultIndex): string | null {
  const isRequired = vault.typeOf(note)?.required.some((name) => name.toLowerCase() === "note_id") ?? false;
  return isRequired
    ? null
    : `${quote(key)} is empty, expected YYMMDD, capitals and two or three digits, as in 230718TJ16`;
}

function messageOf(id: string): string | null {
  const fault = noteIdFault(id);
  if (fault === null) return null;
  if (fault === "date") return `${quote(id)} has a date that does not exist, expected YYMMDD of a real day`;
  if (parseNoteId(id.trim())) return `The note id ${quote(id)} has blanks around it, expected none`;
  return `${quote(id)} is no note id, expected YYMMDD, capitals and two or three digits, as in 230718TJ16`;
}

/** The note id that was written but for blanks, hyphens, small letters and a leading zero, or null. */
function idMeant(written: string): string | null {
  const [, year, month, day, code = "", sequence = ""] =
    /^\s*(?:20)?(\d\d)-?(\d\d)-?(\d\d)[\s_-]*([a-z]{1,4})[\s_-]*(\d{1,3})\s*$/i.exec(written) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  return parseNoteId(year + month + day + code.toUpperCase() + sequence.padStart(2, "0"))?.text ?? null;
}

/** The day that the id starts with: `230718…`, `20230718…` or `2023-07-18…`. */
function dayIn(written: string): string | undefined {
  const [, year = "", month = "", day = ""] = /^\s*(?:20)?(\d\d)-?(\d\d)-?(\d\d)(?!\d)/.exec(written) ?? [];
  return parseDate(`20${year}-${month}-${day}`)?.day;
}

/** The code of a known type in the id, else that of the note's type, else whatever capitals stand behind its date. */
function codeIn(written: string, note: Note, vault: VaultIndex): string | null {
  const runs: readonly string[] = written.toUpperCase().match(/[A-Z]+/g) ?? [];
  const known = vault.conventions.types.find(({ code }) => runs.includes(code)) ?? vault.typeOf(note);
  return known?.code ?? /^\s*[\d-]{6,}[\s_-]*([A-Z]{1,4})(?![A-Z])/.exec(written)?.[1] ?? null;
}
