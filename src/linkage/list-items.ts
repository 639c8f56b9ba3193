import type { LinkageGroup, LinkageItem } from "../note/note.ts";
import { matchEnd } from "../text/sticky.ts";
import type { TextEdit } from "../text/range.ts";

/**
 * Add items to a list of a linkage block whose tags are all closed, each as far from the one before as those that are there:
 * on lines of their own, or in one line; a comment behind the last item stays with it. Where the last one shows several tags
 * in one list item, tags go in there. `inside` are the texts between `<li>` and `</li>`. Null: there is no place.
 */
export function addItems(text: string, group: LinkageGroup, inside: readonly string[]): TextEdit | null {
  const last = group.items.at(-1);
  if (last === undefined) return fillList(text, group, inside);
  const inLine = inside.every((item) => item.startsWith("#")) ? separatorAfter(text, group, last) : null;
  if (inLine !== null) {
    const at = last.textRange.to;
    return { from: at, to: at, insert: inside.map((item) => inLine + item).join("") };
  }
  const end = listItemEnd(text, last);
  if (end === null) return null;
  const gap = gapBetween(text, group.items.at(-2), last);
  const at = behindComments(text, end);
  return { from: at, to: at, insert: written(inside, gap) };
}

/** List items with the gap in front of each. */
export function written(inside: readonly string[], gap: string): string {
  return inside.map((item) => `${gap}<li>${item}</li>`).join("");
}

/** The line break and indentation in front of what begins its line, quote marks included; else nothing. */
export function gapBefore(text: string, at: number): string {
  return /(?:\r\n|\n|\r)[ \t>]*$/.exec(text.slice(Math.max(0, at - 200), at))?.[0] ?? "";
}

/** Where the comments end that stand behind `at` on its line; `at` if there are none. */
export function behindComments(text: string, at: number): number {
  return matchEnd(comments, text, at);
}

const comments = /(?:[ \t]*<!--(?:[^-]|-(?!->))*-->)*/y;

/** The items of a list that is empty. */
function fillList(text: string, { from }: LinkageGroup, inside: readonly string[]): TextEdit | null {
  const at = matchEnd(/<[uo]l(?:\s[^<>]*)?>/iy, text, from);
  if (at < 0) return null;
  const gap = gapBefore(text, from);
  const isClosedOnLine = matchEnd(/[ \t]*<\//y, text, at) >= 0;
  const close = isClosedOnLine ? gap : "";
  return { from: at, to: at, insert: written(inside, gap === "" ? "" : `${gap}  `) + close };
}

/** What separates the tags of the list item that `item` is the last tag of; null if another tag would be out of place there. */
function separatorAfter(text: string, { items }: LinkageGroup, item: LinkageItem): string | null {
  const { from, to } = item.textRange;
  if (item.kind !== "tag" || matchEnd(/[\s.!?]*(?:<\/[^<>]*>\s*)*<\/li/iy, text, to) < 0) return null;
  const before = items.at(-2);
  const isPart = text.charAt(item.from) !== "<";
  const between = isPart && before ? text.slice(before.textRange.to, from) : "";
  if (/^[ \t,;]+$/.test(between)) return between;
  // A label stands in front of the only tag: "tags: #a".
  const isLabelled = !isPart && /^<li[^<>]*>(?:\s|<[^<>]*>)*[^\s<]/i.test(text.slice(item.from, from));
  return isPart || isLabelled ? ", " : null;
}

/** Where the `</li>` ends that an item stands in; null if it ends elsewhere. */
function listItemEnd(text: string, { from, to }: LinkageItem): number | null {
  if (text.charAt(from) === "<") return to;
  // One of several tags and links in a list item.
  const end = /<\/?li\b[^<>]*>/i.exec(text.slice(to));
  return end?.[0].startsWith("</") === true ? to + end.index + end[0].length : null;
}

function gapBetween(text: string, before: LinkageItem | undefined, last: LinkageItem): string {
  const between = before ? text.slice(before.to, last.from) : null;
  if (between !== null && /^(?:[ \t]*|(?:\r\n|\n|\r)[ \t>]*)$/.test(between)) return between;
  const start = text.charAt(last.from) === "<" ? last.from : text.lastIndexOf("<li", last.from);
  return gapBefore(text, start);
}
