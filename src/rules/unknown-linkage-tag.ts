import { nearest } from "../journal/nearest.ts";
import { tagsOf } from "../journal/properties.ts";
import type { LinkageItem, Note } from "../note/note.ts";
import { removeLinkageItem } from "./repairs/linkage-edits.ts";
import { addToList } from "./repairs/list-edits.ts";
import { noOptions } from "./no-options.ts";
import { quote } from "../text/quote.ts";
import { defineRule, type Fix, type RuleFinding } from "./rule.ts";
import { tagFault } from "./tag-fault.ts";

/** The tags that a linkage block shows are tags of the note. */
export const unknownLinkageTag = defineRule({
  id: "unknown-linkage-tag",
  summary: "A tag in the linkage block is a tag of the note.",
  severity: "error",
  options: noOptions,
  *check(note): Generator<RuleFinding<LinkageItem>> {
    if (note.linkageBlocks.length === 0) return;
    const known = new Set(tagNames(note).map((tag) => tag.toLowerCase()));
    for (const item of note.linkageBlocks.flatMap(({ groups }) => groups.flatMap(({ items }) => items))) {
      if (item.kind !== "tag" || isKnown(item.text.toLowerCase(), known)) continue;
      const message = `${quote(`#${item.text}`)} is no tag of this note, expected one of its tags in the linkage block`;
      yield { range: item.textRange, message, target: item.text, fact: item };
    }
  },
  *suggest(item, { note, text }) {
    const near = nearest(item.text, tagNames(note));
    if (near !== null) yield { title: `Write #${near}`, edits: [{ ...item.textRange, insert: `#${near}` }] };
    yield { title: `Remove #${item.text} from the linkage block`, edits: [removeLinkageItem(text, item)] };
    const added = tagFault(item.text) === null ? addition(item.text, note, text) : null;
    if (added) yield added;
  },
});

/** The note has the tag as written, or its first word: the rest may be words about it. */
function isKnown(tag: string, known: ReadonlySet<string>): boolean {
  return known.has(tag) || known.has(tag.replace(/\s.*$/s, ""));
}

/** The note's tags as written, numbers included. */
function tagNames(note: Note): readonly string[] {
  return [...tagsOf(note).map(({ text }) => text), ...note.tags.map(({ tag }) => tag)];
}

function addition(tag: string, note: Note, text: string): Fix | null {
  const edit = addToList(note, text, "tags", tag);
  return edit && { title: `Add the tag ${quote(tag)} to the note`, edits: [edit] };
}
