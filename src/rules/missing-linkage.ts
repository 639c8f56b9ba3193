import { noOptions } from "./no-options.ts";
import { placeOfNote } from "./note-place.ts";
import { insertLinkageBlock } from "./repairs/linkage-insert.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";

/** A note shows its linkage in a block, if its type wants one. */
export const missingLinkage = defineRule({
  id: "missing-linkage",
  summary: "A note has a linkage block, of either markup, if its type requires one.",
  severity: "info",
  typedNotesOnly: true,
  options: noOptions,
  check(note, vault): readonly RuleFinding<null>[] {
    const type = vault.typeOf(note);
    if (type?.linkage !== "required" || note.linkageBlocks.length > 0) return [];
    const message = `The note has no linkage block, expected in every ${type.code} note`;
    return [{ range: placeOfNote(note), message, fact: null }];
  },
  suggestsFromAfar: true,
  *suggest(_, { note, vault, text }) {
    const found = insertLinkageBlock(note, text, vault);
    if (found.kind === "insertion")
      yield { title: "Insert a linkage block with the note's tags and links", edits: [found.edit] };
  },
});
