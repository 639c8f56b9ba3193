import { nearest } from "../journal/nearest.ts";
import type { Heading, Link, Note } from "../note/note.ts";
import { keepingLast } from "../text/keeping-last.ts";
import type { TextRange } from "../text/range.ts";
import { withoutExtension } from "../vault/names.ts";
import { headingKey } from "../vault/subpath.ts";
import { linksByTarget } from "./links-by-target.ts";
import { noOptions } from "./no-options.ts";
import { quote } from "../text/quote.ts";
import { resubpath } from "./repairs/relink.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";

interface MissingAnchor {
  readonly link: Link;
  readonly target: Note;
}

/** A link to a heading or block finds it in the note. */
export const unresolvedSubpath = defineRule({
  id: "unresolved-subpath",
  summary: "A link to a heading or block finds it in the note it leads to.",
  severity: "warning",
  options: noOptions,
  check(note, vault): readonly RuleFinding<MissingAnchor>[] {
    const found: RuleFinding<MissingAnchor>[] = [];
    let addresses: SiteAddresses | null = null;
    for (const { link, resolution } of linksByTarget(note, vault).leading) {
      const last = link.subpath === "" ? "" : lastPart(link);
      if (last === "" || resolution.kind !== "resolved") continue;
      const target = vault.note(resolution.path);
      if (target === null || vault.resolveSubpath(target, link.subpath) !== null) continue;
      if ((addresses ??= new SiteAddresses()).has(link, target)) continue;
      const where = target.path === note.path ? "This note" : quote(withoutExtension(target.path));
      const what = last.startsWith("^") ? `block ${quote(last)}` : `heading ${quote(link.subpath.slice(1))}`;
      const { from, to } = link;
      found.push({
        range: { from, to },
        message: `${where} has no ${what}`,
        target: link.linkpath + link.subpath,
        fact: { link, target },
      });
    }
    return found;
  },
  *suggest({ link, target }, { note, vault, text }) {
    const last = lastPart(link);
    if (last.startsWith("^")) return;
    const all = headingNames(target);
    // A heading that holds the link changes with it.
    const own = target.path === note.path ? all.headings.find((heading) => holds(heading, link)) : undefined;
    const names = own === undefined ? all.byKey : namesOf(all.headings.filter((heading) => heading !== own));
    const name = names.get(nearestKey([link.subpath, last].map(headingKey), [...names.keys()]) ?? "");
    if (name === undefined || vault.resolveSubpath(target, `#${name}`) === null) return;
    const edit = resubpath({ note, text }, link, name);
    if (edit) yield { title: `Link to heading ${quote(name)}`, edits: [edit] };
  },
});

/** The headings of a note, and their names as they may stand in a link, by what they are compared by; of equal ones the first. */
interface HeadingNames {
  readonly headings: readonly Heading[];
  readonly byKey: ReadonlyMap<string, string>;
}

/** Kept, since many links may lead to a note of many headings. */
const headingNames = keepingLast(({ headings }: Note): HeadingNames => ({
  headings,
  byKey: namesOf(headings),
}));

function namesOf(headings: readonly Heading[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { text } of headings) {
    const name = linkableHeading(text);
    const key = headingKey(name);
    if (key !== "" && !names.has(key)) names.set(key, name);
  }
  return names;
}

function holds(outer: TextRange, inner: TextRange): boolean {
  return outer.from <= inner.from && outer.to >= inner.to;
}

/** The addresses that the headings of some notes have on the site, each note's worked out once. */
class SiteAddresses {
  private readonly byNote = new Map<Note, ReadonlySet<string>>();

  /**
   * The link names a heading by its address on the site, as Markdown links do: `[sources](#my-sources)`. Obsidian does not
   * jump there, but a writer who publishes means it.
   */
  has({ kind, subpath }: Link, target: Note): boolean {
    if (kind !== "markdown" && kind !== "reference") return false;
    let addresses = this.byNote.get(target);
    if (addresses === undefined) {
      addresses = new Set(target.headings.map(({ text }) => addressOf(text)));
      this.byNote.set(target, addresses);
    }
    return addresses.has(addressOf(subpath));
  }
}

function addressOf(heading: string): string {
  return headingKey(heading).replaceAll(" ", "-");
}

/** The heading or block that the subpath names in the end, without `#`; empty if it names none. */
function lastPart({ subpath }: Link): string {
  return (
    subpath
      .split("#")
      .findLast((part) => part.trim() !== "")
      ?.trim() ?? ""
  );
}

/** A heading as it may stand in a link: what would end the link is a blank. */
function linkableHeading(text: string): string {
  return text
    .replace(/[[\]|#^\\]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function nearestKey([whole = "", last = ""]: readonly string[], keys: readonly string[]): string | null {
  if (last === "") return null;
  return nearest(whole, keys) ?? nearest(last, keys) ?? keys.find((key) => key.startsWith(last)) ?? null;
}
