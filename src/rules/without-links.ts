import { property } from "../journal/properties.ts";
import type { Link, Note } from "../note/note.ts";
import type { TextRange } from "../text/range.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { linksByTarget } from "./links-by-target.ts";
import { noOptions } from "./no-options.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";

/**
 * A note hangs together with another. Links and addresses in raw HTML count: the app does not show them, but the author has made them.
 */
export const withoutLinks = defineRule({
  id: "without-links",
  summary: "A note links to another, or another links to it.",
  severity: "info",
  options: noOptions,
  check(note, vault): readonly RuleFinding<null>[] {
    if (leadsElsewhere(note, vault) || vault.isUsed(note.path)) return [];
    const message = "No note links to this one and it links to none, expected a link to or from another";
    return [{ range: nameRange(note), message, fact: null }];
  },
});

function leadsElsewhere(note: Note, vault: VaultIndex): boolean {
  const { leading, plain } = linksByTarget(note, vault);
  if (leading.some(({ resolution }) => resolution.path !== note.path)) return true;
  const isElsewhere = (link: Link): boolean => {
    const resolution = vault.resolve(link, note.path);
    return resolution.kind !== "unresolved" && resolution.path !== note.path;
  };
  return (
    plain.some(isElsewhere) ||
    note.links.some((link) => link.kind === "href" && vault.isAddress(link, note.path))
  );
}

/** What the note is called by: its title, else its first heading, else the beginning of its text. */
function nameRange(note: Note): TextRange {
  return property(note, "title")?.valueRange ?? note.headings[0] ?? { from: 0, to: 0 };
}
