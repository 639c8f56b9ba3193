import { globMatcher } from "../journal/globs.ts";
import * as z from "../journal/zod.ts";
import { fileName, withoutExtension } from "../vault/names.ts";
import type { Candidate } from "../vault/vault-answers.ts";
import { publishedFinder } from "./checked-links.ts";
import { linksByTarget, type MissingLink } from "./links-by-target.ts";
import { keepingLast } from "../text/keeping-last.ts";
import { quote } from "../text/quote.ts";
import { formOnBoth } from "./repairs/form-on-both.ts";
import { relink } from "./repairs/relink.ts";
import { defineRule } from "./define-rule.ts";
import type { Fix, FixContext, RuleFinding } from "./rule.ts";

/** Of many notes in turn, with the same globs. */
const matcherOf = keepingLast(globMatcher);

/** A link leads to a file of the vault. One that does so on the site alone (obsidian.md G) is told here, with where it leads there. */
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
  check(note, vault, { ignoreTargets }): readonly RuleFinding<MissingLink>[] {
    const { missing } = linksByTarget(note, vault);
    if (missing.length === 0) return [];
    const found: RuleFinding<MissingLink>[] = [];
    const ignored = matcherOf(ignoreTargets);
    const isShown = publishedFinder(note);
    for (const fact of missing) {
      const { link, isPlaceholder, onSite } = fact;
      const { linkpath, from, to } = link;
      if (isPlaceholder || ignored(linkpath)) continue;
      const target = withoutExtension(linkpath);
      const there =
        onSite !== null && isShown(link)
          ? `, which leads to ${quote(withoutExtension(fileName(onSite)))} on the site alone`
          : "";
      const message = `No file matches ${quote(target)}${there}`;
      found.push({ range: { from, to }, message, target, fact });
    }
    return found;
  },
  fix(fact, context) {
    const [candidate] = context.vault.candidates(fact.link.linkpath, context.note.path);
    return candidate?.sure === true ? linkTo(candidate, fact, context) : null;
  },
  *suggest(fact, context) {
    const { link, onSite } = fact;
    const candidates = context.vault.candidates(link.linkpath, context.note.path);
    for (const candidate of candidates) {
      const fix = candidate.sure ? null : linkTo(candidate, fact, context);
      if (fix) yield fix;
    }
    if (onSite === null || candidates.some(({ path }) => path === onSite)) return;
    const fix = linkTo({ path: onSite, linkpath: null, sure: false }, fact, context);
    if (fix) yield fix;
  },
});

/** A file to link to; `linkpath` leads there in Obsidian, null if none is known. */
type LinkGoal = Pick<Candidate, "path" | "sure"> & { readonly linkpath: string | null };

/** The link to a file; to the one that it leads to on the site in a form that does so in both. */
function linkTo(
  { path, linkpath, sure }: LinkGoal,
  { link, onSite }: MissingLink,
  context: FixContext<unknown>,
): Fix | null {
  const form = (path === onSite ? formOnBoth(path, context.note.path, context.vault) : null) ?? linkpath;
  const edits = form === null ? null : relink(context, link, form, sure ? "kept" : "fitting");
  return form === null || edits === null ? null : { title: `Link to ${quote(form)}`, edits, leadsTo: path };
}
