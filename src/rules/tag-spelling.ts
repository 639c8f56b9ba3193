import { tagsOf } from "../journal/properties.ts";
import type { Note } from "../note/note.ts";
import type { TextRange } from "../text/range.ts";
import { quote } from "../text/quote.ts";
import { noOptions } from "./no-options.ts";
import { respellTag } from "./repairs/tag-repairs.ts";
import { defineRule, type RuleFinding } from "./rule.ts";

interface TagPlace extends TextRange {
  readonly tag: string;
}

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
  *check(note, vault): Generator<RuleFinding<Respelling>> {
    for (const { tag, from, to } of placesOf(note)) {
      const commonest = vault.shared.commonestSpelling(tag);
      if (commonest === null || commonest === tag) continue;
      const message = `The tag ${quote(tag)} is spelled otherwise in most notes, expected ${quote(commonest)}`;
      yield { range: { from, to }, message, target: tag, fact: { tag, commonest } };
    }
  },
  *suggest({ tag, commonest }, { note, text }) {
    yield respellTag(note, text, tag, commonest);
  },
});

/** Where the note's tags stand, in frontmatter and body. */
function placesOf(note: Note): readonly TagPlace[] {
  const listed = tagsOf(note).filter(({ isText }) => isText);
  return [...listed.map(({ text, from, to }) => ({ tag: text, from, to })), ...note.tags];
}
