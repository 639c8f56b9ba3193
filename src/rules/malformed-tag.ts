import { property } from "../journal/properties.ts";
import type { PropertyItem } from "../note/note.ts";
import { characterOutsideTag } from "../note/tags.ts";
import type { TextRange } from "../text/range.ts";
import { noOptions } from "./no-options.ts";
import { replaceText, replaceValue } from "./repairs/property-edits.ts";
import { isTyped } from "./repairs/property-readings.ts";
import { quote } from "../text/quote.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";
import { tagFault, type TagFault, tagsMeant } from "./tag-fault.ts";
import {
  nameOfTag,
  removeTag,
  renameTag,
  splitTag,
  type TagItem,
  uncommentTag,
} from "./repairs/tag-repairs.ts";

interface MalformedTag extends TagItem {
  readonly fault: TagFault;
}

/** Every item of `tags` is a tag that Obsidian takes. */
export const malformedTag = defineRule({
  id: "malformed-tag",
  summary: "A tag in the frontmatter is one that Obsidian takes: no blanks, not all digits, no # in front.",
  severity: "warning",
  options: noOptions,
  check(note): readonly RuleFinding<MalformedTag>[] {
    const tags = property(note, "tags");
    if (tags === null || tags.items === null) return [];
    const found: RuleFinding<MalformedTag>[] = [];
    tags.items.forEach((item, index) => {
      const fault = faultOf(item);
      if (fault === null) return;
      const target = nameOfTag(item);
      const canFix = fault === "kind" || target.startsWith("#");
      const fact = { property: tags, index, item, fault };
      found.push({ range: rangeOf(item), message: messageOf(item, fault), target, canFix, fact });
    });
    return found;
  },
  fix({ item, fault }, { text }) {
    if (fault === "kind" && isTyped(item.value)) {
      const quoted = `"${text.slice(item.from, item.to)}"`;
      return { title: `Write ${quoted}`, edits: [replaceValue(text, item, quoted)] };
    }
    const name = withoutHash(item);
    return name === null ? null : { title: `Write ${name}`, edits: [replaceText(text, item, name)] };
  },
  *suggest(fact, { note, text }) {
    const { item, fault } = fact;
    const uncommented = fault === "empty" ? uncommentTag(fact, text) : null;
    if (uncommented) yield uncommented;
    const split = splitTag(fact, text);
    if (split) yield split;
    const meant = fault === "kind" || withoutHash(item) !== null ? [] : tagsMeant(nameOfTag(item));
    for (const name of meant) yield renameTag(fact, note, text, name);
    const removed = removeTag(fact, note, text);
    if (removed) yield removed;
  },
});

/** A number is judged as it is written; where that would be a tag as text, it is none as a number (obsidian.md F4). */
function faultOf(item: PropertyItem): TagFault | null {
  if (typeof item.value !== "number") return tagFault(item.value);
  return tagFault(nameOfTag(item)) ?? "kind";
}

/** The item as written; of one with nothing written the dash. */
function rangeOf({ from, to }: PropertyItem): TextRange {
  return { from: from < to ? from : Math.max(0, from - 1), to };
}

/** The tag that only a `#` in front keeps from being one, or null. */
function withoutHash(item: PropertyItem): string | null {
  const tag = nameOfTag(item);
  const name = tag.replace(/^#+/, "");
  return name !== tag && tagFault(name) === null ? name : null;
}

function messageOf(item: PropertyItem, fault: TagFault): string {
  const { value } = item;
  const tag = nameOfTag(item);
  switch (fault) {
    case "digits":
      return `The tag ${quote(tag)} is all digits and Obsidian drops it, expected a letter too, as in "y${tag}"`;
    case "hash":
      return `The tag ${quote(tag)} starts with "#", expected it without in the frontmatter`;
    case "blank":
      return tag.trim() === tag
        ? `The tag ${quote(tag)} has a blank and Obsidian drops it, expected "-" or "_" in its place`
        : `The tag ${quote(tag)} has blanks around it and Obsidian drops it, expected none`;
    case "character":
      return `The tag ${quote(tag)} has ${quote(characterOutsideTag(tag) ?? "")}, expected letters, digits, "-", "_" and "/" alone`;
    case "empty":
      return `A tag is empty, expected text${value === null ? ' without "#", which starts a comment' : ""}`;
    case "kind":
      return isTyped(value)
        ? `The tag ${quote(tag)} is no text to YAML and Obsidian drops it, expected it in quotes`
        : `A tag is a ${Array.isArray(value) ? "list" : "map"}, expected text`;
  }
}
