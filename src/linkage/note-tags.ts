import { allTagsOf, property, textOf } from "../journal/properties.ts";
import type { LinkageItem, Note } from "../note/note.ts";
import type { TextRange } from "../text/range.ts";

/** The note's tags as written, numbers included, from frontmatter and body; each once, letter case aside. */
export function tagNames(note: Note): readonly string[] {
  const byKey = new Map<string, string>();
  for (const tag of allTagsOf(note)) if (!byKey.has(tag.toLowerCase())) byKey.set(tag.toLowerCase(), tag);
  return [...byKey.values()];
}

/** What the author means by a text in place of the list of tags, which is property-type's to report: `a, b` is two. */
export function tagsInText(note: Note): readonly string[] {
  const parts = textOf(property(note, "tags"))?.split(/[\s,[\]]+/) ?? [];
  return parts.map((part) => part.replace(/^#+/, "")).filter((part) => part !== "");
}

/** All that an item of the note's linkage block may show: its tags, and those meant by a text in place of their list. */
export function showableTags(note: Note): readonly string[] {
  return [...allTagsOf(note), ...tagsInText(note)];
}

/**
 * The tag that an item of a linkage block shows, in small letters: all that it says, blanks and all, or the most of its
 * first words that are a tag; the rest may be words about it. Null: none of `tags`, which are in small letters.
 */
export function shownTag(text: string, tags: ReadonlySet<string>): string | null {
  const lower = text.toLowerCase();
  if (tags.has(lower)) return lower;
  const heads = Array.from(lower.matchAll(/\s+/g), ({ index }) => lower.slice(0, index));
  return heads.findLast((head) => tags.has(head)) ?? null;
}

/** A tag of a linkage block that the note has not. */
export interface UnknownTag {
  readonly item: LinkageItem;
  /** The first word of the item: the others may be words about it. */
  readonly tag: string;
  /** Where the tag stands, with its `#`. */
  readonly range: TextRange;
}

/** The tags that the note's linkage blocks show and the note has not, in text order. */
export function unknownTags(note: Note): readonly UnknownTag[] {
  if (note.linkageBlocks.length === 0) return [];
  const suspects = tagsUnlike(new Set(allTagsOf(note)), note);
  if (suspects.length === 0) return [];
  const known = new Set(showableTags(note).map((tag) => tag.toLowerCase()));
  return suspects.flatMap((item) => {
    if (shownTag(item.text, known) !== null) return [];
    const tag = item.text.replace(/\s.*$/s, "");
    const { from } = item.textRange;
    return [{ item, tag, range: { from, to: from + 1 + tag.length } }];
  });
}

/** The tags that linkage blocks show and that are none of these as they are written, as most are. */
function tagsUnlike(tags: ReadonlySet<string>, { linkageBlocks }: Note): readonly LinkageItem[] {
  const found: LinkageItem[] = [];
  for (const { groups } of linkageBlocks)
    for (const { items } of groups)
      for (const item of items) if (item.kind === "tag" && !tags.has(item.text)) found.push(item);
  return found;
}
