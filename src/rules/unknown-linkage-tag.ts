import { nearest } from "../journal/nearest.ts";
import { property, tagsOf, textOf } from "../journal/properties.ts";
import type { LinkageItem, Note } from "../note/note.ts";
import { removeLinkageItem } from "./repairs/linkage-edits.ts";
import { addToList } from "./repairs/list-edits.ts";
import { noOptions } from "./no-options.ts";
import { quote } from "../text/quote.ts";
import type { TextRange } from "../text/range.ts";
import { defineRule, type Fix, type RuleFinding } from "./rule.ts";
import { tagFault } from "./tag-fault.ts";

/** A tag of a linkage block that the note has not. */
interface UnknownTag {
  readonly item: LinkageItem;
  /** The first word of the item: the others may be words about it. */
  readonly tag: string;
  /** Where the tag stands, with its `#`. */
  readonly range: TextRange;
}

/** The tags that a linkage block shows are tags of the note. */
export const unknownLinkageTag = defineRule({
  id: "unknown-linkage-tag",
  summary: "A tag in the linkage block is a tag of the note.",
  severity: "error",
  options: noOptions,
  *check(note): Generator<RuleFinding<UnknownTag>> {
    if (note.linkageBlocks.length === 0) return;
    const known = new Set(tagNames(note).map((tag) => tag.toLowerCase()));
    for (const item of note.linkageBlocks.flatMap(({ groups }) => groups.flatMap(({ items }) => items))) {
      if (item.kind !== "tag" || isKnown(item.text.toLowerCase(), known)) continue;
      const tag = item.text.replace(/\s.*$/s, "");
      const range = { from: item.textRange.from, to: item.textRange.from + 1 + tag.length };
      const message = `${quote(`#${tag}`)} is no tag of this note, expected one of its tags in the linkage block`;
      yield { range, message, target: `#${tag}`, fact: { item, tag, range } };
    }
  },
  *suggest({ item, tag, range }, { note, text }) {
    const names = tagNames(note);
    const near = nearest(
      item.text,
      names.filter((name) => /\s/.test(name)),
    );
    const short = near === null ? nearest(tag, names) : null;
    if (near !== null) yield { title: `Write #${near}`, edits: [{ ...item.textRange, insert: `#${near}` }] };
    if (short !== null) yield { title: `Write #${short}`, edits: [{ ...range, insert: `#${short}` }] };
    yield { title: `Remove #${tag} from the linkage block`, edits: [removeLinkageItem(text, item)] };
    const added = tagFault(tag) === null ? addition(tag, note, text) : null;
    if (added) yield added;
  },
});

/** The note has the tag as written, blanks and all, or its first words: the rest may be words about it. */
function isKnown(text: string, known: ReadonlySet<string>): boolean {
  if (known.has(text)) return true;
  return Array.from(text.matchAll(/\s+/g)).some(({ index }) => known.has(text.slice(0, index)));
}

/** The note's tags as written, numbers included. */
function tagNames(note: Note): readonly string[] {
  return [...tagsOf(note).map(({ text }) => text), ...tagsInText(note), ...note.tags.map(({ tag }) => tag)];
}

/** What the author means by a text in place of the list of tags, which is property-type's to report: `a, b` is two. */
function tagsInText(note: Note): readonly string[] {
  const parts = textOf(property(note, "tags"))?.split(/[\s,[\]]+/) ?? [];
  return parts.map((part) => part.replace(/^#+/, "")).filter((part) => part !== "");
}

/** None beside several tags in one text: as the first item of a list that would be one. */
function addition(tag: string, note: Note, text: string): Fix | null {
  if (tagsInText(note).length > 1) return null;
  const edit = addToList(note, text, "tags", tag);
  return edit && { title: `Add the tag ${quote(tag)} to the note`, edits: [edit] };
}
