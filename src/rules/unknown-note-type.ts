import { nearest } from "../journal/nearest.ts";
import { formatNoteId, nextNoteId, type NoteId, parseNoteId } from "../journal/note-id.ts";
import { property, textOf } from "../journal/properties.ts";
import type { Property } from "../note/note.ts";
import { quote } from "../text/quote.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { noOptions } from "./no-options.ts";
import { replaceText } from "./repairs/property-edits.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";

interface UnknownCode {
  readonly property: Property;
  readonly id: NoteId;
}

/** The code in a note id is that of a note type, where the config lists note types. */
export const unknownNoteType = defineRule({
  id: "unknown-note-type",
  summary: "The code in a note id is that of a note type, where linkage.yaml lists types.",
  severity: "info",
  options: noOptions,
  check(note, { conventions }): readonly RuleFinding<UnknownCode>[] {
    if (!conventions.listsTypes) return [];
    const found = property(note, "note_id");
    const id = parseNoteId(textOf(found) ?? "");
    if (!found || !id || conventions.types.some(({ code }) => code === id.code)) return [];
    const message = `No note type has the code ${quote(id.code)}, expected one that linkage.yaml lists`;
    return [{ range: found.valueRange, message, target: id.code, fact: { property: found, id } }];
  },
  suggestsFromAfar: true,
  *suggest({ property: found, id }, { vault, text }) {
    const code = nearest(
      id.code,
      vault.conventions.types.map((type) => type.code),
    );
    const free = code === null ? null : freeId(id, code, vault);
    if (free !== null)
      yield { title: `Use the note id ${free}`, edits: [replaceText(text, found.valueRange, free)] };
  },
});

/** The id with another code: with its own number if no note has that, else with the day's next. */
function freeId({ date, sequence }: NoteId, code: string, vault: VaultIndex): string | null {
  const same = formatNoteId(date, code, sequence);
  return vault.notesWithId(same).length === 0 ? same : nextNoteId(date, code, vault.allNoteIds());
}
