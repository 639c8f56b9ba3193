import type { Note, PropertyValue } from "../note/note.ts";
import { noOptions } from "./no-options.ts";
import { placeOfNote } from "./note-place.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";

/** A note says where what it tells comes from. */
export const missingSource = defineRule({
  id: "missing-source",
  summary: "A note links to a page outside the vault, in its text or in a property.",
  severity: "info",
  typedNotesOnly: true,
  options: noOptions,
  check(note): readonly RuleFinding<null>[] {
    if (hasSource(note)) return [];
    const message = "The note links to nothing outside the vault, expected a source";
    return [{ range: placeOfNote(note), message, fact: null }];
  },
});

/** The note links to something outside the vault, or names its address in a property. */
export function hasSource(note: Note): boolean {
  return note.externalLinks.length > 0 || namesUrl(note);
}

function namesUrl({ frontmatter }: Note): boolean {
  return frontmatter.properties.some(({ value }) => [value].flat().some(isUrl));
}

function isUrl(value: PropertyValue): boolean {
  return typeof value === "string" && /https?:\/\//i.test(value);
}
