import type { LinkageFault, LinkageGroup, LinkageItem, Note } from "../note/note.ts";
import { parseNote } from "../note/parse-note.ts";
import { applyEdits } from "../text/edits.ts";
import type { TextEdit } from "../text/range.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { addItems } from "./list-items.ts";
import { addFirstList, addGroup } from "./new-group.ts";
import { type Linkage, unshownOf } from "./unshown.ts";

/**
 * What comes of asking for a linkage block that shows all. The block is left alone where its HTML has a `fault`, where no
 * list in it can be told to be the one (`no-place`), and where it would not say all of the old and the new (`unclear`).
 */
export type BlockUpdate =
  | { readonly kind: "complete" }
  | { readonly kind: "update"; readonly edits: readonly TextEdit[]; readonly added: Linkage }
  | { readonly kind: "fault"; readonly fault: LinkageFault }
  | { readonly kind: "no-place" }
  | { readonly kind: "unclear" };

/**
 * The edits that add to a note's linkage blocks the tags and links that they do not show. All that is there stays as it is:
 * items, groups, their order, comments, blanks and line ends.
 * @param text the text that `note` was read from, with at least one linkage block
 */
export function blockUpdate(note: Note, text: string, vault: VaultIndex): BlockUpdate {
  const added = unshownOf(note, vault);
  if (added.tags.length + added.links.length === 0) return { kind: "complete" };
  const [fault] = note.linkageBlocks.flatMap(({ faults }) => faults);
  if (fault) return { kind: "fault", fault };
  const edits = additions(note, text, added);
  if (edits === null) return { kind: "no-place" };
  return isSound(note, text, edits, vault) ? { kind: "update", edits, added } : { kind: "unclear" };
}

function additions(note: Note, text: string, { tags, links }: Linkage): readonly TextEdit[] | null {
  const [block] = note.linkageBlocks;
  const groups = note.linkageBlocks.flatMap((each) => each.groups);
  const tagItems = tags.map((tag) => `#${tag}`);
  const linkItems = links.map((link) => `[[${link}]]`);
  if (groups.length === 0) {
    const all = [
      { label: "tags", items: tagItems },
      { label: "related", items: linkItems },
    ].filter(({ items }) => items.length > 0);
    const edit = block ? addFirstList(text, block, all) : null;
    return edit && [edit];
  }
  const tagGroup = groupOfTags(groups);
  const linkGroup = groupOfLinks(groups, tagGroup);
  if (tagGroup !== null && tagGroup === linkGroup) {
    const edit = addItems(text, tagGroup, [...tagItems, ...linkItems]);
    return edit && [edit];
  }
  const edits: TextEdit[] = [];
  const asked = [
    { label: "tags", items: tagItems, group: tagGroup, place: "first" },
    { label: "related", items: linkItems, group: linkGroup, place: "last" },
  ] as const;
  for (const { label, items, group, place } of asked) {
    if (items.length === 0) continue;
    const edit = group ? addItems(text, group, items) : addGroup(text, groups, { label, items }, place);
    if (!edit) return null;
    edits.push(edit);
  }
  return edits;
}

/** The list that shows tags, or is there for them; else the one list without a label; null if tags need a new one. */
function groupOfTags(groups: readonly LinkageGroup[]): LinkageGroup | null {
  return groups.find(has("tag")) ?? groups.find(isEmptyFor(["tags", "tag"])) ?? looseList(groups);
}

/** The same for links: of several lists with links the one that is for related notes, else the last. */
function groupOfLinks(groups: readonly LinkageGroup[], tagGroup: LinkageGroup | null): LinkageGroup | null {
  const others = groups.filter((group) => group !== tagGroup);
  const found =
    others.find((group) => has("link")(group) && isCalled(["related"], group)) ??
    others.find(isEmptyFor(["related", "links", "see also"])) ??
    others.findLast(has("link"));
  return found ?? (tagGroup && has("link")(tagGroup) ? tagGroup : looseList(groups));
}

/** The last list, if none has a label: tags and links stand in it together. */
function looseList(groups: readonly LinkageGroup[]): LinkageGroup | null {
  return groups.every(({ label }) => label === "") ? (groups.at(-1) ?? null) : null;
}

function has(kind: LinkageItem["kind"]): (group: LinkageGroup) => boolean {
  return ({ items }) => items.some((item) => item.kind === kind);
}

function isEmptyFor(labels: readonly string[]): (group: LinkageGroup) => boolean {
  return (group) => group.items.length === 0 && isCalled(labels, group);
}

function isCalled(labels: readonly string[], { label }: LinkageGroup): boolean {
  return labels.includes(label.toLowerCase().replace(/\s*:$/, ""));
}

/** Whether, with the edits, the note says all that it said, the blocks have no fault, and nothing is left to show. */
function isSound(note: Note, text: string, edits: readonly TextEdit[], vault: VaultIndex): boolean {
  const after = parseNote(note.path, applyEdits(text, edits));
  const isWhole =
    after.linkageBlocks.length === note.linkageBlocks.length &&
    after.linkageBlocks.every(({ faults }) => faults.length === 0);
  if (!isWhole || !isSubsequence(itemsOf(note), itemsOf(after))) return false;
  const left = unshownOf(after, vault);
  return left.tags.length + left.links.length === 0;
}

function itemsOf({ linkageBlocks }: Note): readonly string[] {
  return linkageBlocks.flatMap(({ groups }) =>
    groups.flatMap(({ label, items }) => items.map(({ kind, text }) => `${label}\n${kind}\n${text}`)),
  );
}

function isSubsequence(some: readonly string[], all: readonly string[]): boolean {
  let found = 0;
  for (const each of all) if (each === some[found]) found++;
  return found === some.length;
}
