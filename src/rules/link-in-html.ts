import type { Link } from "../note/note.ts";
import { linksByTarget } from "./links-by-target.ts";
import { noOptions } from "./no-options.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";

/** Raw HTML holds no wikilinks: they are plain text there, for the app and for every other reader (obsidian.md A8). */
export const linkInHtml = defineRule({
  id: "link-in-html",
  summary: "Raw HTML that is no linkage block holds no wikilinks: nobody can follow them.",
  severity: "info",
  options: noOptions,
  check(note, vault): readonly RuleFinding<Link>[] {
    const { plain } = linksByTarget(note, vault);
    if (plain.length === 0) return [];
    const found: RuleFinding<Link>[] = [];
    let next = 0;
    for (const block of note.linkedHtml) {
      while ((plain[next]?.from ?? Infinity) < block.from) next++;
      const first = plain[next];
      if (first === undefined || first.from >= block.to) continue;
      const message = "A wikilink in raw HTML is plain text, expected <a href> or a link outside of it";
      found.push({ range: { from: first.from, to: first.to }, message, fact: first });
    }
    return found;
  },
});
