import { publicationOf } from "../journal/properties.ts";
import type { Link } from "../note/note.ts";
import { withoutExtension } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { publishedFinder } from "./checked-links.ts";
import { type LeadingLink, linksByTarget } from "./links-by-target.ts";
import { noOptions } from "./no-options.ts";
import { quote } from "../text/quote.ts";
import { unlink } from "./repairs/relink.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";

/** A published note does not link to a draft: its readers would get a page that is not there (obsidian.md G). */
export const linkToDraft = defineRule({
  id: "link-to-draft",
  summary: "A published note does not link to a draft or another note that the site does not have.",
  severity: "error",
  options: noOptions,
  check(note, vault): readonly RuleFinding<Link>[] {
    if (!vault.isPublished(note)) return [];
    const found: RuleFinding<Link>[] = [];
    const isShown = publishedFinder(note);
    for (const { link, resolution } of linksByTarget(note, vault).leading) {
      if (!isUnpublished(resolution, vault) || !isShown(link)) continue;
      const { path } = resolution;
      const target = withoutExtension(path);
      const message = `${quote(target)} is ${stateOf(path, vault)}`;
      const related = [{ path, from: 0, to: 0, message: "The note that the site does not have" }];
      found.push({ range: { from: link.from, to: link.to }, message, target, related, fact: link });
    }
    return found;
  },
  *suggest(link, context) {
    // What an embed or image shows cannot be said in its place.
    const edit = link.kind === "embed" || link.kind === "image" ? null : unlink(context, link);
    if (edit) yield { title: "Unlink", edits: [edit] };
  },
});

/** Why the site does not have the note, and what was expected. */
function stateOf(path: string, vault: VaultIndex): string {
  const note = vault.note(path);
  return note && publicationOf(note, vault.conventions.site) === "not published"
    ? 'not published, so that the site does not have it, expected a link to a note with "publish: true"'
    : "a draft, which the site does not have, expected a link to a published note";
}

/** The site has not the file that the link leads to, or none of those that it may mean. */
function isUnpublished(resolution: LeadingLink["resolution"], vault: VaultIndex): boolean {
  return resolution.kind === "resolved"
    ? vault.isUnpublished(resolution.path)
    : vault.areUnpublished(resolution.candidates);
}
