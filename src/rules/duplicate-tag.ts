import { type ListItem, property, tagsOf } from "../journal/properties.ts";
import { removeItem } from "./repairs/list-edits.ts";
import { noOptions } from "./no-options.ts";
import { quote } from "../text/quote.ts";
import { firstNotBefore } from "../text/search.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";

interface RepeatedTag {
  readonly from: number;
  readonly tag: string;
}

/** A tag stands once in the frontmatter. */
export const duplicateTag = defineRule({
  id: "duplicate-tag",
  summary: "A tag stands once in the frontmatter, letter case aside.",
  severity: "warning",
  options: noOptions,
  check(note): readonly RuleFinding<RepeatedTag>[] {
    const tags = tagsOf(note);
    if (areDistinct(tags)) return [];
    const found: RuleFinding<RepeatedTag>[] = [];
    const seen = new Map<string, string>();
    for (const { text: tag, from, to } of tags) {
      const key = tag.toLowerCase();
      const first = seen.get(key);
      if (first === undefined) seen.set(key, tag);
      else if (tag !== "") {
        const message = `The tag ${quote(tag)} is there already${first === tag ? "" : ` as ${quote(first)}`}, expected it once`;
        found.push({ range: { from, to }, message, target: tag, fact: { from, tag } });
      }
    }
    return found;
  },
  fix({ from, tag }, { note, text }) {
    const tags = property(note, "tags");
    if (tags?.items == null) return null;
    const edit = removeItem(
      text,
      tags,
      firstNotBefore(tags.items, (item) => item.from < from),
    );
    return edit && { title: `Remove the repeated ${quote(tag)}`, edits: [edit] };
  },
});

/** No tag comes twice, letter case aside: so it is in most notes. */
function areDistinct(tags: readonly ListItem[]): boolean {
  const keys = new Set<string>();
  for (const { text } of tags) keys.add(text.toLowerCase());
  return keys.size === tags.length;
}
