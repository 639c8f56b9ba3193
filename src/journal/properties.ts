import type { Note, Property } from "../note/note.ts";
import type { Conventions } from "./conventions.ts";
import { keepingLast } from "../text/keeping-last.ts";
import type { TextRange } from "../text/range.ts";

/** One item of a list property as text. The range covers it as written, quotes included. */
export interface ListItem extends TextRange {
  /** A number is as its author wrote it, a boolean written out: `2023`. */
  readonly text: string;
  /** False for a number or boolean, which the app drops from tags and the like (obsidian.md F4). */
  readonly isText: boolean;
}

/** The note's property of this name, letter case aside (obsidian.md F5); of a repeated one the last (F2). Null if it has none. */
export function property(note: Note, name: string): Property | null {
  const { properties } = note.frontmatter;
  for (let at = properties.length - 1; at >= 0; at--) {
    const found = properties[at];
    // This is asked a great deal: most keys are told apart by their length, most others by being the same.
    if (found?.key.length !== name.length) continue;
    if (found.key === name || found.key.toLowerCase() === name.toLowerCase()) return found;
  }
  return null;
}

/** The property's value if it is text, else null. */
export function textOf(property: Property | null): string | null {
  return typeof property?.value === "string" ? property.value : null;
}

/**
 * A list property's items, in order. A single value counts as a list of one, as the app takes it (obsidian.md F3), unless
 * it is empty. Items that are empty, lists or maps are left out.
 */
export function listOf(property: Property | null): readonly ListItem[] {
  if (property === null || property.value === "") return [];
  const items: ListItem[] = [];
  for (const { value, written, from, to } of property.items ?? [{ ...property, ...property.valueRange }]) {
    if (value === null || typeof value === "object") continue;
    items.push({ text: written ?? String(value), isText: typeof value === "string", from, to });
  }
  return items;
}

/** The items of a list property that are text, in order, as `listOf` has them. */
function textsOf(property: Property | null): readonly string[] {
  if (property === null || property.value === "") return [];
  const { items, value } = property;
  if (items === null) return typeof value === "string" ? [value] : [];
  const texts: string[] = [];
  for (const item of items) if (typeof item.value === "string") texts.push(item.written ?? item.value);
  return texts;
}

/** The tags in the note's frontmatter, without a `#` in front. The range covers the `#` and the quotes. */
export const tagsOf = keepingLast((note: Note): readonly ListItem[] =>
  listOf(property(note, "tags")).map((item) =>
    item.text.startsWith("#") ? { ...item, text: item.text.slice(1) } : item,
  ),
);

/** Those of them that are text, as text alone. */
export function textTagsOf(note: Note): readonly string[] {
  return textsOf(property(note, "tags")).map((text) => (text.startsWith("#") ? text.slice(1) : text));
}

/** All tags of the note as written, without `#`, numbers included: those of the frontmatter, then those of the body. */
export function allTagsOf(note: Note): readonly string[] {
  return [...tagsOf(note).map(({ text }) => text), ...note.tags.map(({ tag }) => tag)];
}

/** The properties that say whether a note is published: nothing but its author changes them. */
export const publicationKeys: readonly string[] = ["draft", "publish"];

/** Whether the site has a note, or why not: it is a draft or, of Obsidian Publish, nothing says that it is to be published. */
export type Publication = "published" | "draft" | "not published";

/**
 * Whether the note is published. Quartz leaves out drafts: `draft: true`, or the same as text (obsidian.md F6). Obsidian
 * Publish selects what says `publish: true` and leaves out what says `publish: false`; a note that says neither is chosen by
 * hand, which nobody can see in the vault, and counts as left out.
 * @param site how the site is made; where nothing is known of it, as with Quartz
 */
export function publicationOf(note: Note, site: Conventions["site"]): Publication {
  if (site === "publish") return property(note, "publish")?.value === true ? "published" : "not published";
  const draft = property(note, "draft")?.value;
  return draft === true || draft === "true" ? "draft" : "published";
}

/** What the property `title` says, or null if it is absent or no text. */
export function titleOf(note: Note): string | null {
  return textOf(property(note, "title"));
}
