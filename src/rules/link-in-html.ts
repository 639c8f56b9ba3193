import type { Link } from "../note/note.ts";
import { plainHtmlLinks } from "./checked-links.ts";
import { noOptions } from "./no-options.ts";
import { defineRule, type RuleFinding } from "./rule.ts";

/** Raw HTML holds no wikilinks: they are plain text there, for the app and for every other reader (obsidian.md A8). */
export const linkInHtml = defineRule({
  id: "link-in-html",
  summary: "Raw HTML that is no linkage block holds no wikilinks: nobody can follow them.",
  severity: "info",
  options: noOptions,
  *check(note): Generator<RuleFinding<Link>> {
    const plain = plainHtmlLinks(note);
    let next = 0;
    for (const block of note.linkedHtml) {
      while ((plain[next]?.from ?? Infinity) < block.from) next++;
      const first = plain[next];
      if (first === undefined || first.from >= block.to) continue;
      const message = "A wikilink in raw HTML is plain text, expected <a href> or a link outside of it";
      yield { range: { from: first.from, to: first.to }, message, fact: first };
    }
  },
});
