import { property, publicationOf, textOf } from "../journal/properties.ts";
import type { Note } from "../note/note.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { backlinkPaths, backlinkRows } from "./backlink-rows.ts";
import { journalRows } from "./journal-rows.ts";
import { linkageGroups, linkageRows } from "./linkage-rows.ts";
import { linkKey, linkRow, marksOf, noteRow, type Place } from "./note-rows.ts";
import { tagNames } from "./note-tags.ts";
import { ownLinks, targetOf, type OwnLink } from "./own-links.ts";
import { tagRows } from "./tag-rows.ts";
import { branch, rowsOf, TreeRows, type TreeNode } from "./tree-node.ts";
import { type GroupName, type TreeOptions, usualOptions } from "./tree-options.ts";
import { orderedBy } from "./tree-order.ts";
import { unresolvedRows } from "./unresolved-rows.ts";

/**
 * How a note hangs together: what its linkage block says, its tags with their notes, see also, links, backlinks, what is
 * unresolved and its neighbours in the journal, in this order, empty groups left out. Every note in it opens into groups
 * of its own or, in a plain tree, its own links; but for one that is already on the way from the root. Nothing below a row
 * is computed before it is asked for. The tree is of the vault as it was when it was asked for: after a change, ask again.
 * @throws RangeError if there is no note at `path`
 */
export function linkageTree(path: string, vault: VaultIndex, options: Partial<TreeOptions> = {}): TreeNode {
  const note = vault.note(path);
  if (note === null) throw new RangeError(`No note at ${path}`);
  const root: Place = { vault, options: { ...usualOptions, ...options }, way: [], below: rowsBelow };
  const marks = rootMarks(note, root);
  return {
    ...noteRow(note, path, root),
    marks,
    opens: true,
    children: () => groupsOf(note, { ...root, way: [path] }),
  };
}

function rootMarks(note: Note, { vault, options: { problems } }: Place): readonly string[] {
  const id = textOf(property(note, "note_id"));
  const count = problems === null || problems === 0 ? [] : [String(problems)];
  return [
    ...(id === null ? [] : [id]),
    publicationOf(note, vault.conventions.site),
    ...count.map((number) => `${number} ${number === "1" ? "problem" : "problems"}`),
  ];
}

function rowsBelow(note: Note, place: Place): TreeRows {
  if (!place.options.plain) return groupsOf(note, place);
  return linkRows(ownLinks(note, place.vault).all, place);
}

/** The groups of a note that have rows and are shown. What is in them is counted here, and made when they are expanded. */
function groupsOf(note: Note, place: Place): TreeRows {
  const { vault, options } = place;
  const own = ownLinks(note, vault);
  const backlinks = backlinkPaths(note, vault);
  const tags = tagNames(note);
  const journal = journalRows(note, place);
  const groups: Readonly<Record<GroupName, readonly [count: number, rows: () => TreeRows]>> = {
    linkage: [linkageGroups(note).length, () => linkageRows(note, place)],
    tags: [tags.length, () => tagRows(tags, place)],
    "see also": [own.seeAlso.length, () => linkRows(own.seeAlso, place)],
    links: [own.links.length, () => linkRows(own.links, place)],
    backlinks: [backlinks.length, () => backlinkRows(backlinks, note, place)],
    unresolved: [own.unresolved.length, () => unresolvedRows(own.unresolved, note, place)],
    journal: [journal.length, () => journal],
  };
  const shown = options.groups.filter((name) => groups[name][0] > 0);
  return new TreeRows(shown, (_, index) => {
    const name = shown[index] ?? "links";
    return branch("group", name, name, ...groups[name]);
  });
}

function linkRows(links: readonly OwnLink[], place: Place): TreeRows {
  const { vault, options } = place;
  return rowsOf(orderedBy(links, targetOf, options.order, vault), linkKey, (own, key) =>
    linkRow(own, key, place, marksOf(own.links)),
  );
}
