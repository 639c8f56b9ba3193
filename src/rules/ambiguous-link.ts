import type { Link } from "../note/note.ts";
import { isLinkable, isNotePath, withoutExtension } from "../vault/names.ts";
import { linksByTarget } from "./links-by-target.ts";
import { noOptions } from "./no-options.ts";
import { quote, quoteSome } from "../text/quote.ts";
import { relink } from "./repairs/relink.ts";
import { defineRule } from "./define-rule.ts";
import { mostRelated, type RuleFinding } from "./rule.ts";

/** A link matches one file by its name. */
export const ambiguousLink = defineRule({
  id: "ambiguous-link",
  summary: "A link matches one file, not several of the same name.",
  severity: "warning",
  options: noOptions,
  check(note, vault): readonly RuleFinding<Link>[] {
    const found: RuleFinding<Link>[] = [];
    for (const { link, resolution } of linksByTarget(note, vault).leading) {
      if (resolution.kind !== "ambiguous") continue;
      const { candidates } = resolution;
      const some = quoteSome(candidates.first(2).map(withoutExtension), candidates.length);
      const message = `${quote(link.linkpath)} matches ${some}, expected the path of one of them`;
      const related = candidates
        .first(mostRelated)
        .map((path) => ({ path, from: 0, to: 0, message: "Matches" }));
      found.push({
        range: { from: link.from, to: link.to },
        message,
        target: link.linkpath,
        related,
        fact: link,
      });
    }
    return found;
  },
  *suggest(link, { note, vault, text }) {
    const resolution = vault.resolve(link, note.path);
    if (resolution.kind !== "ambiguous") return;
    for (const path of resolution.candidates.first(mostRelated)) {
      const linkpath = isNotePath(path) ? withoutExtension(path) : path;
      const target = vault.resolve({ linkpath }, note.path);
      const edits =
        isLinkable(linkpath) && target.kind === "resolved" && target.path === path
          ? relink({ note, text }, link, linkpath, "kept")
          : null;
      if (edits) yield { title: `Link to ${quote(linkpath)}`, edits, leadsTo: path };
    }
  },
});
