import { detached } from "../text/detached.ts";
import { type Content, placeOf } from "./content.ts";
import type { Tag } from "./note.ts";

/** Characters no tag may have (obsidian.md E1). */
const outside = String.raw`\s\u2000-\u206F\u2E00-\u2E7F'!"#$%&()*+,.:;<=>?@^` + "`" + String.raw`{|}~\[\]\\`;
const tagCharacters = new RegExp(`[^${outside}]+`, "y");
const outsideTag = new RegExp(`[${outside}]`, "u");

/** Where the tag ends whose `#` stands at `at`, or null if none does. All digits are no tag. */
export function scanTag(text: string, at: number): number | null {
  tagCharacters.lastIndex = at + 1;
  const found = tagCharacters.exec(text)?.[0];
  return found === undefined || isAllDigits(found) ? null : at + 1 + found.length;
}

/** The first character of `tag`, given without `#`, that no tag may have; null if there is none. */
export function characterOutsideTag(tag: string): string | null {
  return outsideTag.exec(tag)?.[0] ?? null;
}

/** Only digits: Obsidian takes it for no tag. */
export function isAllDigits(tag: string): boolean {
  return /^\d*$/.test(tag);
}

/** The tag that ends at `end` and whose `#` stands at `at` of the content. */
export function tagAt(content: Content, at: number, end: number): Tag {
  return {
    tag: detached(content.text.slice(at + 1, end)),
    from: placeOf(content, at),
    to: placeOf(content, end),
  };
}

/** The tags in text of which nothing else is read: block comments. */
export function scanTags(content: Content, tags: Tag[]): void {
  for (const { 0: found, index } of content.text.matchAll(/(?:^|\s)#/g)) {
    const at = index + found.length - 1;
    const end = scanTag(content.text, at);
    if (end !== null) tags.push(tagAt(content, at, end));
  }
}
