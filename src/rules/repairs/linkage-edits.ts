import type { LinkageItem, Note } from "../../note/note.ts";
import type { TextEdit, TextRange } from "../../text/range.ts";
import { matchEnd } from "../../text/sticky.ts";

/** The items of all linkage blocks that show this tag, letter case aside (obsidian.md E2). */
export function linkageItemsOf({ linkageBlocks }: Note, tag: string): readonly LinkageItem[] {
  const lower = tag.toLowerCase();
  return linkageBlocks
    .flatMap(({ groups }) => groups.flatMap(({ items }) => items))
    .filter(({ kind, text }) => kind === "tag" && text.toLowerCase() === lower);
}

/**
 * Take an item out of a linkage block, with its line if it has one of its own. Of several in one list item, what separates
 * it from the next goes with it, or what separates the last from the one before.
 */
export function removeLinkageItem(text: string, item: LinkageItem): TextEdit {
  return text.charAt(item.from) === "<" ? removeWhole(text, item) : removePart(text, item);
}

function removeWhole(text: string, { from, to }: TextRange): TextEdit {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const end = text.indexOf("\n", to);
  const isAlone = end >= 0 && text.slice(start, from).trim() === "" && text.slice(to, end).trim() === "";
  return isAlone ? { from: start, to: end + 1, insert: "" } : { from, to, insert: "" };
}

function removePart(text: string, { from, to }: TextRange): TextEdit {
  const behind = matchEnd(separators, text, to);
  if (/[#[]/.test(text.charAt(behind))) return { from, to: behind, insert: "" };
  let start = from;
  while (/[\s,;]/.test(text.charAt(start - 1))) start--;
  return { from: start, to, insert: "" };
}

const separators = /[\s,;]*/y;
