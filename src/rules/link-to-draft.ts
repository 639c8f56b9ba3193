import { publicationOf } from "../journal/properties.ts";
import type { Link } from "../note/note.ts";
import { withoutExtension } from "../vault/names.ts";
import type { Resolution } from "../vault/resolve-link.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { publishedLinks } from "./checked-links.ts";
import { noOptions } from "./no-options.ts";
import { quote } from "../text/quote.ts";
import { unlink } from "./repairs/relink.ts";
import { defineRule, type RuleFinding } from "./rule.ts";

/** A published note does not link to a draft: its readers would get a page that is not there (obsidian.md G). */
export const linkToDraft = defineRule({
  id: "link-to-draft",
  summary: "A published note does not link to a draft or another note that the site does not have.",
  severity: "error",
  options: noOptions,
  *check(note, vault): Generator<RuleFinding<Link>> {
    if (!vault.isPublished(note)) return;
    const isUnpublished = (path: string): boolean => vault.isUnpublished(path);
    for (const link of publishedLinks(note)) {
      const resolution = vault.resolve(link, note.path);
      if (resolution.kind === "unresolved" || !targetsOf(resolution).every(isUnpublished)) continue;
      const { path } = resolution;
      const target = withoutExtension(path);
      const message = `${quote(target)} is ${stateOf(path, vault)}`;
      const related = [{ path, from: 0, to: 0, message: "The note that the site does not have" }];
      yield { range: { from: link.from, to: link.to }, message, target, related, fact: link };
    }
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

/** The file that the link leads to, or all that it may mean. */
function targetsOf(resolution: Exclude<Resolution, { kind: "unresolved" }>): readonly string[] {
  return resolution.kind === "resolved" ? [resolution.path] : resolution.candidates;
}
