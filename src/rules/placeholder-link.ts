import type { Link } from "../note/note.ts";
import { withoutExtension } from "../vault/names.ts";
import { checkedLinks } from "./checked-links.ts";
import { noOptions } from "./no-options.ts";
import { quote } from "../text/quote.ts";
import { defineRule, type RuleFinding } from "./rule.ts";

/** A target that many notes link to has a note, or is a placeholder by agreement. */
export const placeholderLink = defineRule({
  id: "placeholder-link",
  summary:
    "A target that at least five notes link to, and that is like no note's name, has a note or is a placeholder in linkage.yaml.",
  severity: "info",
  options: noOptions,
  *check(note, vault): Generator<RuleFinding<Link>> {
    for (const link of checkedLinks(note)) {
      const { linkpath, from, to } = link;
      if (vault.resolve(link, note.path).kind !== "unresolved" || vault.isKept(linkpath)) continue;
      if (!vault.isPlaceholder(linkpath, note.path)) continue;
      const target = withoutExtension(linkpath);
      const message = `${quote(target)} has no note yet and is linked often, expected a note or an entry in "placeholders" of linkage.yaml`;
      yield { range: { from, to }, message, target, fact: link };
    }
  },
});
