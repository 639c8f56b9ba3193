import { globMatcher } from "../journal/globs.ts";
import * as z from "../journal/zod.ts";
import type { Link } from "../note/note.ts";
import { withoutExtension } from "../vault/names.ts";
import type { Candidate } from "../vault/vault-answers.ts";
import { linksByTarget } from "./links-by-target.ts";
import { quote } from "../text/quote.ts";
import { type LinkContext, relink } from "./repairs/relink.ts";
import { defineRule } from "./define-rule.ts";
import type { Fix, RuleFinding } from "./rule.ts";

/** A link leads to a file of the vault. */
export const unresolvedLink = defineRule({
  id: "unresolved-link",
  summary: "A link leads to a file of the vault.",
  severity: "warning",
  options: {
    usual: { ignoreTargets: [] },
    schema: () =>
      z.object({
        /** Globs of targets that are not reported. */
        ignoreTargets: z._default(z.array(z.string()), []),
      }),
  },
  check(note, vault, { ignoreTargets }): readonly RuleFinding<Link>[] {
    const { missing } = linksByTarget(note, vault);
    if (missing.length === 0) return [];
    const found: RuleFinding<Link>[] = [];
    const ignored = globMatcher(ignoreTargets);
    for (const { link, isPlaceholder } of missing) {
      const { linkpath, from, to } = link;
      if (isPlaceholder || ignored(linkpath)) continue;
      const target = withoutExtension(linkpath);
      found.push({ range: { from, to }, message: `No file matches ${quote(target)}`, target, fact: link });
    }
    return found;
  },
  fix(link, { note, vault, text }) {
    const [candidate] = vault.candidates(link.linkpath, note.path);
    return candidate?.sure === true ? linkTo(candidate, link, { note, text }) : null;
  },
  *suggest(link, { note, vault, text }) {
    for (const candidate of vault.candidates(link.linkpath, note.path)) {
      const fix = candidate.sure ? null : linkTo(candidate, link, { note, text });
      if (fix) yield fix;
    }
  },
});

function linkTo({ path, linkpath, sure }: Candidate, link: Link, context: LinkContext): Fix | null {
  const edits = relink(context, link, linkpath, sure ? "kept" : "fitting");
  return edits && { title: `Link to ${quote(linkpath)}`, edits, leadsTo: path };
}
