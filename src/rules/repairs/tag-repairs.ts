import { property, tagsOf } from "../../journal/properties.ts";
import type { Note, Property, PropertyItem } from "../../note/note.ts";
import { parseNote } from "../../note/parse-note.ts";
import { isAllDigits } from "../../note/tags.ts";
import { keepingLast } from "../../text/keeping-last.ts";
import type { TextEdit, TextRange } from "../../text/range.ts";
import { linkageItemsOf, removeLinkageItem } from "./linkage-edits.ts";
import { removeItem, splitItem } from "./list-edits.ts";
import { replaceText } from "./property-edits.ts";
import { quote } from "../../text/quote.ts";
import type { Fix } from "../rule.ts";
import { tagFault } from "../tag-fault.ts";
import { yamlScalar } from "../../note/yaml-scalar.ts";

/** One item of the property `tags`. */
export interface TagItem {
  readonly property: Property;
  readonly index: number;
  readonly item: PropertyItem;
}

/** The item as its author would call it, a number as it is written; empty for a list or map. */
export function nameOfTag({ value, written }: PropertyItem): string {
  return value === null || typeof value === "object" ? "" : (written ?? String(value));
}

/** What YAML takes for a comment behind an empty item, because of its `#`, as the tag that it was meant to be; else null. */
export function uncommentTag({ item }: TagItem, text: string): Fix | null {
  if (item.from < item.to) return null;
  const comment = /[ \t]+#([^\s#]+)(?=[ \t]*\r?\n)/y;
  comment.lastIndex = item.to;
  const [written = "", tag = ""] = comment.exec(text) ?? [];
  if (tagFault(tag) !== null) return null;
  const edit = { from: item.to, to: item.to + written.length, insert: ` ${yamlScalar(tag)}` };
  return { title: `Write ${tag}`, edits: [edit] };
}

/** The parts between commas as tags of their own; null if some would be none. */
export function splitTag({ property, item }: TagItem, text: string): Fix | null {
  const names = nameOfTag(item)
    .split(",")
    .map((name) => name.trim().replace(/^#+/, ""));
  if (names.length < 2 || names.some((name) => tagFault(name) !== null)) return null;
  const edit = splitItem(text, property, item, names.map(yamlScalar));
  return edit && { title: `Split into ${names.map(quote).join(", ")}`, edits: [edit] };
}

/** The tag under another name in property, body and linkage block together, so that they still agree. */
export function renameTag({ item }: TagItem, note: Note, text: string, name: string): Fix {
  const tag = withoutHash(item);
  const places = [
    ...placesInBody(note, text, tag),
    ...linkageItemsOf(note, tag).map(({ textRange }) => textRange),
  ];
  const renamed = places.map(({ from, to }) => ({ from, to, insert: `#${name}` }));
  return { title: `Write ${name}`, edits: [replaceText(text, item, name), ...renamed] };
}

/** A tag that is spelled `tag` spelled `name` in property, body and linkage block together; of a list with both only `name` stays. */
export function respellTag(note: Note, text: string, tag: string, name: string): Fix {
  const tags = property(note, "tags");
  const listed = tagsOf(note);
  const drop = listed.some((item) => item.text === name) && tags ? dropItem(text, tags, tag) : null;
  const inList = drop
    ? [drop]
    : listed.filter((item) => item.text === tag).map((item) => replaceText(text, item, name));
  const elsewhere = [
    ...note.tags.filter((entry) => entry.tag === tag),
    ...linkageItemsOf(note, tag).flatMap((item) => (item.text === tag ? [item.textRange] : [])),
  ];
  const respelled = elsewhere.map(({ from, to }) => ({ from, to, insert: `#${name}` }));
  return { title: `Write ${name}`, edits: [...inList, ...respelled] };
}

/** The first item of a list that is this tag, taken out of it. */
function dropItem(text: string, tags: Property, tag: string): TextEdit | null {
  const index = tags.items?.findIndex((item) => withoutHash(item) === tag) ?? -1;
  return index < 0 ? null : removeItem(text, tags, index);
}

/**
 * The tag out of property and linkage block; out of the property only, if the note has it otherwise too. What the body
 * says of it stays: no tag to the app, but words to the reader.
 */
export function removeTag({ property, index, item }: TagItem, note: Note, text: string): Fix | null {
  const edit = removeItem(text, property, index);
  const tag = withoutHash(item);
  const small = tag.toLowerCase();
  const isElsewhere = tagsInBody(note).has(small) || (timesListed(property).get(small) ?? 0) > 1;
  const shown = tag === "" || isElsewhere ? [] : linkageItemsOf(note, tag);
  const written = nameOfTag(item) === "" ? text.slice(item.from, item.to) : nameOfTag(item);
  const title = /^["']*$/.test(written) ? "Remove the empty tag" : `Remove ${quote(written)}`;
  return edit && { title, edits: [edit, ...shown.map((entry) => removeLinkageItem(text, entry))] };
}

/** All tags that the body has, in small letters. Kept, as the others here, since one note may have thousands of tags to repair. */
const tagsInBody = keepingLast(
  ({ tags }: Note): ReadonlySet<string> => new Set(tags.map(({ tag }) => tag.toLowerCase())),
);

/** How often a list has each tag, in small letters. */
const timesListed = keepingLast(({ items }: Property): ReadonlyMap<string, number> => {
  const times = new Map<string, number>();
  for (const item of items ?? []) {
    const small = withoutHash(item).toLowerCase();
    times.set(small, (times.get(small) ?? 0) + 1);
  }
  return times;
});

/** Where the body has `#tag`. All digits are no tag there, so it is read once more with a letter in place of the first. */
function placesInBody(note: Note, text: string, tag: string): readonly TextRange[] {
  if (tag !== "" && isAllDigits(tag)) return placesOfNumbers(text).get(tag) ?? [];
  return note.tags.filter((entry) => isSame(entry.tag, tag));
}

/** Where a text would have a tag but for its first digit, by what it says. */
const placesOfNumbers = keepingLast((text: string): ReadonlyMap<string, readonly TextRange[]> => {
  const places = new Map<string, TextRange[]>();
  const read = text.replace(/#\d/g, "#y");
  for (const { from, to } of read === text ? [] : parseNote("", read).tags) {
    const tag = text.slice(from + 1, to);
    const others = places.get(tag);
    if (others) others.push({ from, to });
    else places.set(tag, [{ from, to }]);
  }
  return places;
});

function withoutHash(item: PropertyItem): string {
  return nameOfTag(item).replace(/^#+/, "");
}

/** Letter case does not count (obsidian.md E2). */
function isSame(tag: string, other: string): boolean {
  return tag.toLowerCase() === other.toLowerCase();
}
