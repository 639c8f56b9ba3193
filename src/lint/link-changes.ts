import type { Link, Note } from "../note/note.ts";
import { quote } from "../text/quote.ts";
import type { TextRange } from "../text/range.ts";
import type { RangeMap } from "../text/range-map.ts";
import { withoutExtension } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import type { ChosenRepair } from "./chosen-repairs.ts";

/**
 * Why the links of a note do not lead where they should after repairs, or null if they all do. Those that no repair has
 * touched say what they said; those that were to lead to a file do so, and to it alone; the others lead where they led or are
 * gone; and no published note leads to one that is not published and that it did not lead to before.
 * @param ranges where ranges lie after the edits of all the repairs
 */
export function whyLinksAreWrong(
  before: Note,
  after: Note,
  repairs: readonly ChosenRepair[],
  ranges: RangeMap,
  vault: VaultIndex,
): string | null {
  const now = new Map(after.links.map((link) => [placeOf(link), link]));
  const aims = new Map(repairs.map(({ range, fix }) => [placeOf(range), fix.leadsTo]));
  for (const link of before.links) {
    // The target of a reference stands elsewhere.
    const isTouched = ranges.isTouched(link) || ranges.isTouched(link.linkpathRange);
    const next = now.get(placeOf(isTouched ? ranges.moved(link) : ranges.shifted(link)));
    const aim = aims.get(placeOf(link));
    if (
      aim === undefined
        ? !leadsAsBefore(link, next, isTouched, before.path, vault)
        : !leadsTo(next, aim, after.path, vault)
    )
      return next
        ? `The link to ${quote(link.linkpath)} would lead elsewhere than meant`
        : `${quote(link.linkpath)} would be a link no longer`;
  }
  return newDraft(before, after, vault);
}

function placeOf({ from, to }: TextRange): string {
  return `${String(from)}-${String(to)}`;
}

/** A link that a repair has touched without an aim may be gone, as one that is plain text now, or have another subpath. */
function leadsAsBefore(
  link: Link,
  next: Link | undefined,
  isTouched: boolean,
  path: string,
  vault: VaultIndex,
): boolean {
  if (!isTouched) return next?.linkpath === link.linkpath && next.subpath === link.subpath;
  const old = vault.resolve(link, path);
  const now = next && vault.resolve(next, path);
  return (
    now === undefined || old.kind === "unresolved" || (now.kind !== "unresolved" && now.path === old.path)
  );
}

function leadsTo(link: Link | undefined, aim: string, path: string, vault: VaultIndex): boolean {
  const target = link && vault.resolve(link, path);
  return target?.kind === "resolved" && target.path === aim;
}

/** A note that is not published and that the note links to now and did not before, in words; null for a note that is none of the site. */
function newDraft(before: Note, after: Note, vault: VaultIndex): string | null {
  if (!vault.isPublished(after)) return null;
  const old = unpublishedIn(before, vault);
  const added = [...unpublishedIn(after, vault)].find((path) => !old.has(path));
  return added === undefined
    ? null
    : `${quote(withoutExtension(added))} is not published, expected a published note to link to published notes`;
}

function unpublishedIn({ links, path }: Note, vault: VaultIndex): ReadonlySet<string> {
  const targets = links.map((link) => vault.resolve(link, path));
  return new Set(
    targets.flatMap((target) =>
      target.kind === "resolved" && vault.isUnpublished(target.path) ? [target.path] : [],
    ),
  );
}
