import { nextNoteId, parseNoteId } from "../journal/note-id.ts";
import { property, textOf } from "../journal/properties.ts";
import type { Property } from "../note/note.ts";
import { withoutExtension } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { noOptions } from "./no-options.ts";
import { replaceText } from "./repairs/property-edits.ts";
import { besides } from "./besides.ts";
import { quote, quoteSome } from "../text/quote.ts";
import { defineRule } from "./define-rule.ts";
import { type RelatedPlace, type RuleFinding } from "./rule.ts";

/** A note id belongs to one note. */
export const duplicateNoteId = defineRule({
  id: "duplicate-note-id",
  summary: "A note id belongs to one note.",
  severity: "error",
  options: noOptions,
  check(note, vault): readonly RuleFinding<Property>[] {
    const found = property(note, "note_id");
    const id = textOf(found);
    if (found === null || id === null || id.trim() === "") return [];
    const others = besides(note.path, vault.notesWithId(id));
    if (others === null) return [];
    const names = quoteSome(others.first.map(withoutExtension), others.count);
    const message = `${quote(id)} is also the note id of ${names}, expected an id of its own`;
    const related = others.first.flatMap((path) => placeOf(path, vault));
    return [{ range: found.valueRange, message, target: id, related, fact: found }];
  },
  /** To each of the notes, by path, its own: accepted for all of them, no two have one again. */
  suggestsFromAfar: true,
  *suggest(found, { note, vault, text }) {
    const id = parseNoteId(textOf(found) ?? "");
    const ahead = id ? vault.notesWithId(id.text).indexOf(note.path) : 0;
    const next = id && nextNoteId(id.date, id.code, vault.allNoteIds(), Math.max(0, ahead));
    if (next)
      yield {
        title: `Use the next free note id ${next}`,
        edits: [replaceText(text, found.valueRange, next)],
      };
  },
});

function placeOf(path: string, vault: VaultIndex): readonly RelatedPlace[] {
  const note = vault.note(path);
  const found = note && property(note, "note_id");
  return found ? [{ path, ...found.valueRange, message: "The same note id" }] : [];
}
