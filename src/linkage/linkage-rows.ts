import type { Link, LinkageGroup, LinkageItem, Note } from "../note/note.ts";
import { linkRow, type Place } from "./note-rows.ts";
import { unknownTags } from "./note-tags.ts";
import { unknownTagMark } from "./problem-mark.ts";
import { branch, leaf, rowsOf, type TreeNode, type TreeRows } from "./tree-node.ts";

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
  const unknown = new Set(unknownTags(note).map(({ item }) => item));
  const links = new Map(note.links.map((link) => [link.from, link]));
  const keyOf = ({ kind, text }: LinkageItem): string => `${kind} ${text}`;
  return rowsOf(items, keyOf, (item, key) => itemRow(item, key, unknown.has(item), links, note, place));
}

function itemRow(
  { kind, text, textRange }: LinkageItem,
  key: string,
  isUnknown: boolean,
  links: ReadonlyMap<number, Link>,
  note: Note,
  place: Place,
): TreeNode {
  if (kind === "tag") return leaf("tag", key, `#${text}`, { marks: isUnknown ? [unknownTagMark] : [] });
  const link = links.get(textRange.from);
  if (!link) return leaf("text", key, text);
  return linkRow({ link, links: [link], resolution: place.vault.resolve(link, note.path) }, key, place, []);
}
