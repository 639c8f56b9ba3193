import type { LinkageBlock, LinkageGroup } from "../note/note.ts";
import { lineBreakOf } from "../text/lines.ts";
import type { TextEdit, TextRange } from "../text/range.ts";
import { matchEnd } from "../text/sticky.ts";
import { listLines, type WrittenGroup } from "./linkage-html.ts";
import { behindComments, gapBefore, written } from "./list-items.ts";

/**
 * Add a list with a label to a linkage block whose tags are all closed, written as one that is there: `first` before the
 * first of those that stand in no other list, `last` behind the last. Null: there is no such list, or it is unlike others.
 */
export function addGroup(
  text: string,
  groups: readonly LinkageGroup[],
  { label, items }: WrittenGroup,
  place: "first" | "last",
): TextEdit | null {
  const outer = groups.filter(
    (group) => group.label !== "" && !groups.some((other) => other !== group && holds(other, group)),
  );
  const model = place === "first" ? outer[0] : outer.at(-1);
  const around = model && listItemAround(text, model);
  if (!model || !around) return null;
  const added = likeModel(text, model, around, label, items);
  const gap = gapBefore(text, around.from);
  // Between a comment and what it is about nothing is put.
  if (place === "first" && isFirstInList(text, around.from))
    return { from: around.from, to: around.from, insert: added + gap };
  const at = behindComments(text, around.to);
  return { from: at, to: at, insert: gap + added };
}

/** Add all of this to a block without any item: to the list that it has, or in a new one. Null: it has several lists. */
export function addFirstList(
  text: string,
  { from, to, markup }: LinkageBlock,
  groups: readonly WrittenGroup[],
): TextEdit | null {
  const inside = text.slice(from, to);
  const lineStart = lineBreakOf(text) + gapBefore(text, from).replace(/^[\r\n]+/, "");
  const lines = listLines(groups, markup).map((line) => lineStart + line);
  const [list, ...more] = inside.matchAll(/<[uo]l(?:\s[^<>]*)?>/gi);
  if (list) {
    const at = from + list.index + list[0].length;
    const end = matchEnd(restOfList, text, at);
    if (end < 0 || more.length > 0) return null;
    const closing = /[\r\n]/.test(text.slice(at, end)) ? "" : `${lineStart}  `;
    return { from: at, to: at, insert: lines.slice(1, -1).join("") + closing };
  }
  const close = from + inside.search(/<\/div\s*>$/i);
  if (close < from) return null;
  const gap = gapBefore(text, close);
  const at = close - gap.length;
  return { from: at, to: at, insert: lines.join("") + (gap === "" ? lineStart : "") };
}

const restOfList = /[\s>]*(?=<\/[uo]l>)/iy;

function holds(outer: TextRange, { from, to }: TextRange): boolean {
  return outer.from <= from && outer.to >= to;
}

/** The list item that a list with a label stands in, if nothing but blanks and comments stands behind the list. */
function listItemAround(text: string, { from, to }: LinkageGroup): TextRange | null {
  const end = matchEnd(restOfItem, text, to);
  const start = Math.max(text.lastIndexOf("<li", from), text.lastIndexOf("<LI", from));
  return end < 0 || start < 0 ? null : { from: start, to: end };
}

const restOfItem = /(?:\s|<!--(?:[^-]|-(?!->))*-->)*<\/li\s*>/iy;

/** Whether only blanks and quote marks stand between the tag of a list and `at`. */
function isFirstInList(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 500), at).replace(/[\s>]+$/, "");
  return /<[uo]l(?:\s[^<>]*)?$/i.test(before);
}

/** A list item with a list in it, with line breaks and blanks where the model has them. */
function likeModel(
  text: string,
  { items: [first], ...model }: LinkageGroup,
  around: TextRange,
  label: string,
  items: readonly string[],
): string {
  const open = gapBefore(text, model.from);
  const inner = first ? gapBefore(text, first.from) : open === "" ? "" : `${open}  `;
  const closeList = gapBefore(text, model.to - "</ul>".length);
  const closeItem = gapBefore(text, around.to - "</li>".length);
  return `<li>${label}${open}<ul>${written(items, inner)}${closeList}</ul>${closeItem}</li>`;
}
