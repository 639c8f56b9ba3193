import type { LinkageItem, Note } from "../../note/note.ts";
import type { TextEdit } from "../../text/range.ts";

/** The items of all linkage blocks that show this tag, letter case aside (obsidian.md E2). */
export function linkageItemsOf({ linkageBlocks }: Note, tag: string): readonly LinkageItem[] {
  const lower = tag.toLowerCase();
  return linkageBlocks
    .flatMap(({ groups }) => groups.flatMap(({ items }) => items))
    .filter(({ kind, text }) => kind === "tag" && text.toLowerCase() === lower);
}

/** Take an item out of a linkage block, with its line if it has one of its own. */
export function removeLinkageItem(text: string, { from, to }: LinkageItem): TextEdit {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const end = text.indexOf("\n", to);
  const isAlone = end >= 0 && text.slice(start, from).trim() === "" && text.slice(to, end).trim() === "";
  return isAlone ? { from: start, to: end + 1, insert: "" } : { from, to, insert: "" };
}
