import type { Link } from "../note/note.ts";
import { withoutExtension } from "../vault/names.ts";
import { linksByTarget } from "./links-by-target.ts";
import { noOptions } from "./no-options.ts";
import { quote } from "../text/quote.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";

/** A target that many notes link to has a note, or is a placeholder by agreement. */
export const placeholderLink = defineRule({
  id: "placeholder-link",
  summary:
    "A target that at least five notes link to, and that is like no note's name, has a note or is a placeholder in linkage.yaml.",
  severity: "info",
  options: noOptions,
  check(note, vault): readonly RuleFinding<Link>[] {
    const found: RuleFinding<Link>[] = [];
    for (const { link, isPlaceholder } of linksByTarget(note, vault).missing) {
      const { linkpath, from, to } = link;
      if (!isPlaceholder || vault.isKept(linkpath)) continue;
      const target = withoutExtension(linkpath);
      const message = `${quote(target)} has no note yet and is linked often, expected a note or an entry in "placeholders" of linkage.yaml`;
      found.push({ range: { from, to }, message, target, fact: link });
    }
    return found;
  },
});
