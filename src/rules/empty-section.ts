import * as z from "../journal/zod.ts";
import type { Heading, Note } from "../note/note.ts";
import { quote } from "../text/quote.ts";
import { sectionKey } from "./heading-text.ts";
import { repeatedHeadings } from "./last-heading.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";

/** Something stands below each heading. */
export const emptySection = defineRule({
  id: "empty-section",
  summary: "Something stands below each heading, if only a deeper one.",
  severity: "info",
  typedNotesOnly: true,
  options: {
    usual: { ignoreHeadings: [] },
    schema: () =>
      z.object({
        /** Headings below which nothing need stand. */
        ignoreHeadings: z._default(z.array(z.string()), []),
      }),
  },
  check(note, _vault, { ignoreHeadings }): readonly RuleFinding<null>[] {
    const empty = emptyHeadings(note);
    if (empty.length === 0) return [];
    const found: RuleFinding<null>[] = [];
    const ignored = new Set(ignoreHeadings.map(sectionKey));
    for (const heading of empty) {
      if (ignored.has(sectionKey(heading.text))) continue;
      const { from, to, text } = heading;
      const message = `Nothing stands below ${quote(text)}, expected text or no heading`;
      found.push({ range: { from, to }, message, target: text, fact: null });
    }
    return found;
  },
});

/** Headings with nothing below them. One without words is a mark, and one that repeats the title another rule's. */
function emptyHeadings(note: Note): readonly Heading[] {
  const { headings } = note;
  if (!headings.some(({ isBare }) => isBare)) return [];
  const ends = headings.length - repeatedHeadings(note).length;
  return headings.filter((heading, at) => {
    if (!heading.isBare || heading.text === "" || at >= ends) return false;
    const next = headings[at + 1];
    return next === undefined || next.level <= heading.level;
  });
}
