import type { Link } from "../note/note.ts";
import { quote } from "../text/quote.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { publishedFinder } from "./checked-links.ts";
import { defineRule } from "./define-rule.ts";
import { linksByTarget } from "./links-by-target.ts";
import { noOptions } from "./no-options.ts";
import { formOnBoth } from "./repairs/form-on-both.ts";
import { relink } from "./repairs/relink.ts";
import type { RuleFinding } from "./rule.ts";

interface SiteLink {
  readonly link: Link;
  /** The file that the link leads to in Obsidian; null for an address. */
  readonly path: string | null;
}

/**
 * Who reads gets where who writes does (obsidian.md G). Silent without `site: quartz` in the config: Publish resolves links as the app does.
 * Of links that lead to a file on the site alone rule unresolved-link tells.
 */
export const siteLink = defineRule({
  id: "site-link",
  summary:
    "A link that leads to a file in Obsidian does so on the site, and an address in HTML leads to a page.",
  severity: "info",
  options: noOptions,
  check(note, vault): readonly RuleFinding<SiteLink>[] {
    const { site } = vault;
    if (site === null) return [];
    const found: RuleFinding<SiteLink>[] = [];
    const isShown = publishedFinder(note);
    for (const { link, resolution } of linksByTarget(note, vault).leading) {
      const { linkpath, from, to } = link;
      if (linkpath === "" || !isShown(link) || site.resolve(linkpath) !== null) continue;
      const message = `${quote(linkpath)} leads to no page of the site, expected a link that does so there, too`;
      found.push({ range: { from, to }, message, target: linkpath, fact: { link, path: resolution.path } });
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
    const goal = path === null ? pageMeant(link, note.path, vault) : linkMeant(path, note.path, vault);
    const edits = goal && relink({ note, text }, link, goal.form, "kept");
    if (goal && edits) yield { title: `Link to ${quote(goal.form)}`, edits, leadsTo: goal.path };
  },
});

/** A file, and the form in which a link leads to it. */
interface Goal {
  readonly path: string;
  readonly form: string;
}

function linkMeant(path: string, from: string, vault: VaultIndex): Goal | null {
  const form = formOnBoth(path, from, vault);
  return form === null ? null : { path, form };
}

/** The one file to which an address would lead, were it a link of the app, where letter case does not count. */
function pageMeant(link: Link, from: string, vault: VaultIndex): Goal | null {
  const target = vault.resolve(link, from);
  if (vault.site === null || target.kind !== "resolved") return null;
  const form = vault.site.addressLike(link.linkpath, target.path);
  return vault.site.hasAddress(form, from) ? { path: target.path, form } : null;
}
