import { allTagsOf } from "../journal/properties.ts";
import type { Link, LinkageGroup, LinkageItem, Note } from "../note/note.ts";
import { linkRow, type Place } from "./note-rows.ts";
import { branch, leaf, rowsOf, type TreeNode, type TreeRows } from "./tree-node.ts";

/** The note's tags as written, numbers included, from frontmatter and body; each once, letter case aside. */
export function tagNames(note: Note): readonly string[] {
  const all = allTagsOf(note);
  const byKey = new Map<string, string>();
  for (const tag of all) if (!byKey.has(tag.toLowerCase())) byKey.set(tag.toLowerCase(), tag);
  return [...byKey.values()];
}

/** What the note's linkage blocks say, list by list. */
export function linkageGroups(note: Note): readonly LinkageGroup[] {
  return note.linkageBlocks.flatMap(({ groups }) => groups);
}

/** The lists of the note's linkage blocks as rows, with their items below. */
export function linkageRows(note: Note, place: Place): TreeRows {
  const nameOf = ({ label }: LinkageGroup): string => (label === "" ? "related" : label);
  return rowsOf(linkageGroups(note), nameOf, (group, key) =>
    branch("group", key, nameOf(group), group.items.length, () => itemRows(group, note, place)),
  );
}

function itemRows({ items }: LinkageGroup, note: Note, place: Place): TreeRows {
  const tags = new Set(tagNames(note).map((tag) => tag.toLowerCase()));
  const links = new Map(note.links.map((link) => [link.from, link]));
  const keyOf = ({ kind, text }: LinkageItem): string => `${kind} ${text}`;
  return rowsOf(items, keyOf, (item, key) => itemRow(item, key, tags, links, note, place));
}

function itemRow(
  { kind, text, textRange }: LinkageItem,
  key: string,
  tags: ReadonlySet<string>,
  links: ReadonlyMap<number, Link>,
  note: Note,
  place: Place,
): TreeNode {
  if (kind === "tag")
    return leaf("tag", key, `#${text}`, { marks: tags.has(text.toLowerCase()) ? [] : ["unknown tag"] });
  const link = links.get(textRange.from);
  if (!link) return leaf("text", key, text);
  return linkRow({ link, links: [link], resolution: place.vault.resolve(link, note.path) }, key, place, []);
}
