import { tagsOf } from "../journal/properties.ts";
import type { TextRange } from "../text/range.ts";
import { quote } from "../text/quote.ts";
import type { SharedFacts } from "../vault/shared-facts.ts";
import { noOptions } from "./no-options.ts";
import { respellTag } from "./repairs/tag-repairs.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";

interface Respelling {
  readonly tag: string;
  readonly commonest: string;
}

/** The vault spells a tag in one way. */
export const tagSpelling = defineRule({
  id: "tag-spelling",
  summary: "A tag is spelled as most notes spell it: letter case, hyphens and underscores.",
  severity: "info",
  options: noOptions,
  check(note, vault): readonly RuleFinding<Respelling>[] {
    const found: RuleFinding<Respelling>[] = [];
    const { shared } = vault;
    for (const item of tagsOf(note)) if (item.isText) checkTag(item.text, item, shared, found);
    for (const item of note.tags) checkTag(item.tag, item, shared, found);
    return found;
  },
  *suggest({ tag, commonest }, { note, text }) {
    yield respellTag(note, text, tag, commonest);
  },
});

function checkTag(
  tag: string,
  { from, to }: TextRange,
  shared: SharedFacts,
  found: RuleFinding<Respelling>[],
): void {
  const commonest = shared.commonestSpelling(tag);
  if (commonest === null || commonest === tag) return;
  const message = `The tag ${quote(tag)} is spelled otherwise in most notes, expected ${quote(commonest)}`;
  found.push({ range: { from, to }, message, target: tag, fact: { tag, commonest } });
}
