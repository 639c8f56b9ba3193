import type { Link } from "../note/note.ts";
import { quote } from "../text/quote.ts";
import { fileName, isLinkable, withoutExtension } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { publishedFinder, splitLinks } from "./checked-links.ts";
import { noOptions } from "./no-options.ts";
import { type LinkContext, relink } from "./repairs/relink.ts";
import { defineRule } from "./define-rule.ts";
import type { Fix, RuleFinding } from "./rule.ts";

interface SiteLink {
  readonly link: Link;
  /** The file that the link leads to, in Obsidian or on the site. */
  readonly path: string | null;
}

/** A link leads to the same for those who write and those who read (obsidian.md G). Silent without `site: quartz` in the config: Publish resolves links as the app does. */
export const siteLink = defineRule({
  id: "site-link",
  summary: "A link that leads to a file in Obsidian does so on the site, and the other way round.",
  severity: "info",
  options: noOptions,
  check(note, vault): readonly RuleFinding<SiteLink>[] {
    const { site } = vault;
    if (site === null) return [];
    const found: RuleFinding<SiteLink>[] = [];
    const isShown = publishedFinder(note);
    for (const link of splitLinks(note).checked) {
      const { linkpath, from, to } = link;
      if (linkpath === "" || !isShown(link)) continue;
      const resolution = vault.resolve(link, note.path);
      const here = resolution.kind === "unresolved" ? null : resolution.path;
      const there = site.resolve(linkpath);
      if ((here === null) === (there === null)) continue;
      const message =
        there === null
          ? `${quote(linkpath)} leads to no page of the site, expected a link that does so there, too`
          : `${quote(linkpath)} leads to ${quote(withoutExtension(there))} on the site alone, expected a link that does so in Obsidian, too`;
      found.push({ range: { from, to }, message, target: linkpath, fact: { link, path: here ?? there } });
    }
    for (const link of note.links) {
      const { kind, linkpath, from, to } = link;
      if (kind !== "href" || linkpath === "" || site.hasAddress(linkpath, note.path)) continue;
      const message = `The site has nothing at ${quote(linkpath)}, expected the address of a page or file`;
      found.push({ range: { from, to }, message, target: linkpath, fact: { link, path: null } });
    }
    return found;
  },
  *suggest({ link, path }, { note, vault, text }) {
    const fix = path === null ? null : linkOnBoth(link, path, vault, { note, text });
    if (fix) yield fix;
  },
});

/** The link to `path` in the shortest form that leads there in Obsidian and on the site. */
function linkOnBoth(link: Link, path: string, vault: VaultIndex, context: LinkContext): Fix | null {
  const whole = withoutExtension(path);
  const form = [fileName(whole), whole].find((linkpath) => {
    const here = vault.resolve({ linkpath }, context.note.path);
    return (
      isLinkable(linkpath) &&
      here.kind === "resolved" &&
      here.path === path &&
      vault.site?.resolve(linkpath) === path
    );
  });
  const edits = form === undefined ? null : relink(context, link, form, "kept");
  return form === undefined || edits === null
    ? null
    : { title: `Link to ${quote(form)}`, edits, leadsTo: path };
}
