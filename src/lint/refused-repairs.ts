import { publicationKeys } from "../journal/properties.ts";
import { editedProperty } from "../note/edited-property.ts";
import { parseFrontmatter } from "../note/frontmatter.ts";
import type { Frontmatter, Link, Note } from "../note/note.ts";
import type { Fix } from "../rules/rule.ts";
import { applyEdits } from "../text/edits.ts";
import { quote } from "../text/quote.ts";
import type { TextRange } from "../text/range.ts";
import { withoutExtension } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { linkAt } from "./link-at.ts";

/**
 * Why a repair is not to be made, whoever has chosen it: it would change what says whether the note is published, link a published note to one that is not, link a
 * note to itself, or let notes embed one another without end. Null if nothing of that speaks against it.
 * @param range of the problem
 */
export function whyRefused(
  fix: Fix,
  range: TextRange,
  note: Note,
  text: string,
  vault: VaultIndex,
): string | null {
  if (changesPublication(fix, note, text))
    return 'It would change "draft" or "publish", which only the author does';
  const { leadsTo } = fix;
  if (leadsTo === undefined) return null;
  const target = quote(withoutExtension(leadsTo));
  if (vault.isPublished(note) && vault.isUnpublished(leadsTo))
    return `${target} is not published, expected a published note to link to published notes`;
  if (leadsTo === note.path) return "It would link the note to itself, expected a link to another note";
  if (isEmbed(linkAt(note, range)) && embeds(leadsTo, note.path, vault))
    return `${target} embeds this note, expected no note to embed itself by way of others`;
  return null;
}

/** Where there is frontmatter to read. What a repair lets be read for the first time is not changed by it. */
function changesPublication({ edits }: Fix, { frontmatter }: Note, text: string): boolean {
  const isRead = frontmatter.state === "read" || frontmatter.state === "none";
  if (!isRead || edits.every(({ from }) => from > frontmatter.to)) return false;
  const edited = editedProperty(frontmatter, text, edits);
  if (edited !== null && !publicationKeys.includes(edited.key.toLowerCase())) return false;
  return saidIn(frontmatter) !== saidIn(parseFrontmatter(applyEdits(text, edits)));
}

/** All that a frontmatter says of whether the note is published. */
function saidIn({ properties }: Frontmatter): string {
  const said = properties.filter(({ key }) => publicationKeys.includes(key.toLowerCase()));
  return JSON.stringify(said.map(({ key, value }) => [key, value]));
}

function isEmbed(link: Link | null): boolean {
  return link?.kind === "embed";
}

/** Whether one note embeds another, by way of whatever others. */
function embeds(path: string, sought: string, vault: VaultIndex): boolean {
  const seen = new Set([path]);
  // A set is walked through to its end even where that grows on the way.
  for (const from of seen) {
    if (from === sought) return true;
    for (const link of vault.note(from)?.links ?? []) {
      const target = isEmbed(link) ? vault.resolve(link, from) : null;
      if (target !== null && target.kind !== "unresolved") seen.add(target.path);
    }
  }
  return false;
}
