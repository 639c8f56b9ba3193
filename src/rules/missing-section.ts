import type { NoteType } from "../journal/conventions.ts";
import { quote } from "../text/quote.ts";
import { sectionKey } from "./heading-text.ts";
import { noOptions } from "./no-options.ts";
import { placeOfNote } from "./note-place.ts";
import { insertSection } from "./repairs/section-edits.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";

interface MissingSection {
  readonly name: string;
  readonly type: NoteType;
}

/** A note has every section that its type requires. */
export const missingSection = defineRule({
  id: "missing-section",
  summary: "A note has every section that its type requires in linkage.yaml.",
  severity: "info",
  typedNotesOnly: true,
  options: noOptions,
  check(note, vault): readonly RuleFinding<MissingSection>[] {
    const type = vault.typeOf(note);
    if (type === null || type.sections.length === 0) return [];
    const missing: RuleFinding<MissingSection>[] = [];
    const there = new Set(note.headings.map(({ text }) => sectionKey(text)));
    for (const name of type.sections) {
      if (there.has(sectionKey(name))) continue;
      const message = `The section ${quote(name)} is missing, expected in every ${type.code} note`;
      missing.push({ range: placeOfNote(note), message, target: name, fact: { name, type } });
    }
    return missing;
  },
  *suggest({ name, type }, { note, text }) {
    const edit = insertSection(note, text, type, name);
    if (edit) yield { title: `Insert the section ${quote(name)}`, edits: [edit] };
  },
});
