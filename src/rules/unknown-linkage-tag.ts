import { nearest } from "../journal/nearest.ts";
import { showableTags, tagsInText, unknownTags, type UnknownTag } from "../linkage/note-tags.ts";
import type { Note } from "../note/note.ts";
import { removeLinkageItem } from "./repairs/linkage-edits.ts";
import { addToList } from "./repairs/list-edits.ts";
import { noOptions } from "./no-options.ts";
import { quote } from "../text/quote.ts";
import { defineRule } from "./define-rule.ts";
import type { Fix, RuleFinding } from "./rule.ts";
import { tagFault } from "./tag-fault.ts";

/** The tags that a linkage block shows are tags of the note. */
export const unknownLinkageTag = defineRule({
  id: "unknown-linkage-tag",
  summary: "A tag in the linkage block is a tag of the note.",
  severity: "error",
  options: noOptions,
  check(note): readonly RuleFinding<UnknownTag>[] {
    return unknownTags(note).map((unknown) => {
      const target = `#${unknown.tag}`;
      const message = `${quote(target)} is no tag of this note, expected one of its tags in the linkage block`;
      return { range: unknown.range, message, target, fact: unknown };
    });
  },
  *suggest({ item, tag, range }, { note, text }) {
    const names = showableTags(note);
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

/** None beside several tags in one text: as the first item of a list that would be one. */
function addition(tag: string, note: Note, text: string): Fix | null {
  if (tagsInText(note).length > 1) return null;
  const edit = addToList(note, text, "tags", tag);
  return edit && { title: `Add the tag ${quote(tag)} to the note`, edits: [edit] };
}
