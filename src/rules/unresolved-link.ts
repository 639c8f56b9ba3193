import { globMatcher } from "../journal/globs.ts";
import * as z from "../journal/zod.ts";
import type { Link } from "../note/note.ts";
import { withoutExtension } from "../vault/names.ts";
import type { Candidate } from "../vault/vault-index.ts";
import { checkedLinks } from "./checked-links.ts";
import { quote } from "../text/quote.ts";
import { type LinkContext, relink } from "./repairs/relink.ts";
import { defineRule, type Fix, type RuleFinding } from "./rule.ts";

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
  *check(note, vault, { ignoreTargets }): Generator<RuleFinding<Link>> {
    const ignored = globMatcher(ignoreTargets);
    for (const link of checkedLinks(note)) {
      const { linkpath, from, to } = link;
      if (vault.resolve(link, note.path).kind !== "unresolved" || ignored(linkpath)) continue;
      if (vault.isPlaceholder(linkpath, note.path)) continue;
      const target = withoutExtension(linkpath);
      yield { range: { from, to }, message: `No file matches ${quote(target)}`, target, fact: link };
    }
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
