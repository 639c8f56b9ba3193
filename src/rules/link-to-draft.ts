import { isDraft } from "../journal/properties.ts";
import type { Link } from "../note/note.ts";
import { withoutExtension } from "../vault/names.ts";
import type { Resolution } from "../vault/vault-index.ts";
import { publishedLinks } from "./checked-links.ts";
import { noOptions } from "./no-options.ts";
import { quote } from "../text/quote.ts";
import { unlink } from "./repairs/relink.ts";
import { defineRule, type RuleFinding } from "./rule.ts";

/** A published note does not link to a draft: its readers would get a page that is not there (obsidian.md G). */
export const linkToDraft = defineRule({
  id: "link-to-draft",
  summary: "A published note does not link to a draft, which the site does not have.",
  severity: "error",
  options: noOptions,
  *check(note, vault): Generator<RuleFinding<Link>> {
    if (isDraft(note)) return;
    const drafts = new Map<string, boolean>();
    const leadsToDraft = (path: string): boolean => {
      const known = drafts.get(path) ?? vault.isDraft(path);
      drafts.set(path, known);
      return known;
    };
    for (const link of publishedLinks(note)) {
      const resolution = vault.resolve(link, note.path);
      if (resolution.kind === "unresolved" || !targetsOf(resolution).every(leadsToDraft)) continue;
      const target = withoutExtension(resolution.path);
      const message = `${quote(target)} is a draft, which the site does not have, expected a link to a published note`;
      const related = [{ path: resolution.path, from: 0, to: 0, message: "The draft" }];
      yield { range: { from: link.from, to: link.to }, message, target, related, fact: link };
    }
  },
  *suggest(link) {
    // What an embed or image shows cannot be said in its place.
    const edit = link.kind === "embed" || link.kind === "image" ? null : unlink(link);
    if (edit) yield { title: "Unlink", edits: [edit] };
  },
});

/** The file that the link leads to, or all that it may mean. */
function targetsOf(resolution: Exclude<Resolution, { kind: "unresolved" }>): readonly string[] {
  return resolution.kind === "resolved" ? [resolution.path] : resolution.candidates;
}
