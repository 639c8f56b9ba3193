import type { TextEdit, TextRange } from "../text/range.ts";
import type { YamlComment } from "./config-comments.ts";
import { entryRange, type Splices } from "./config-inserts.ts";
import { behindBlanks, indentOf, lineEnd, lineStart } from "./config-lines.ts";
import type { ConfigList, ConfigMap } from "./config-node.ts";
import { isBlock } from "./config-style.ts";

/** Take a key with its value out of a map, and the comments behind them; those on lines of their own stay. */
export function removeEntry(
  text: string,
  map: ConfigMap,
  key: string,
  comments: readonly YamlComment[],
): Splices {
  const entries = [...map.entries];
  const index = entries.findIndex(([each]) => each === key);
  const ranges = entries.map(([, entry]) => entryRange(entry));
  return isBlock(text, map)
    ? removeBlockElement(text, ranges[index], /^ *$/, comments)
    : removeBetweenBrackets(text, map, ranges, index, comments);
}

/** Take an item out of a list that has others, and the comment behind it; those on lines of their own stay. */
export function removeItem(
  text: string,
  list: ConfigList,
  index: number,
  comments: readonly YamlComment[],
): Splices {
  return isBlock(text, list)
    ? removeBlockElement(text, list.items[index], /^ *-\s*$/, comments)
    : removeBetweenBrackets(text, list, list.items, index, comments);
}

function removeBlockElement(
  text: string,
  element: TextRange | undefined,
  before: RegExp,
  comments: readonly YamlComment[],
): Splices {
  if (!element || !before.test(text.slice(lineStart(text, element.from), element.from))) return null;
  return [removeLines(text, element, comments)];
}

function removeBetweenBrackets(
  text: string,
  brackets: TextRange,
  elements: readonly TextRange[],
  index: number,
  comments: readonly YamlComment[],
): Splices {
  const element = elements[index];
  if (!element) return null;
  const before = elements[index - 1];
  const after = elements[index + 1];
  if (!before && !after) return [removeOnly(text, brackets, element)];
  const comma = commaBehind(text, element.to);
  const end = comma ?? element.to;
  if (indentOf(text, element.from) !== null && behindBlanks(text, end) >= lineEnd(text, end)) {
    const own = removeLines(text, { from: element.from, to: end }, comments);
    const needless = before && comma === null ? commaBehind(text, before.to) : null;
    return needless === null ? [own] : [{ from: needless - 1, to: needless, insert: "" }, own];
  }
  if (after && isGap(text, element.to, after.from))
    return [{ from: element.from, to: after.from, insert: "" }];
  if (before && isGap(text, before.to, element.from))
    return [{ from: before.to, to: element.to, insert: "" }];
  return [{ from: element.from, to: end, insert: "" }];
}

/** The blanks that a map has between its braces go too. */
function removeOnly(text: string, { from, to }: TextRange, element: TextRange): TextEdit {
  const inner = { from: from + 1, to: to - 1 };
  const isAlone =
    text.slice(inner.from, element.from).trim() + text.slice(element.to, inner.to).trim() === "";
  return { ...(isAlone ? inner : element), insert: "" };
}

/** Only blanks and commas stand between two elements. */
function isGap(text: string, from: number, to: number): boolean {
  return /^[\s,]*$/.test(text.slice(from, to));
}

/** The offset behind the comma that follows; null if none does. */
function commaBehind(text: string, offset: number): number | null {
  const next = behindBlanks(text, offset);
  return text.charAt(next) === "," ? next + 1 : null;
}

/**
 * The lines that a range touches, and the comments behind what stands in them, which speak of it. Comments on lines of their
 * own stay, no further in than what goes. Whether the text ends in a line break stays as it is.
 */
function removeLines(text: string, range: TextRange, comments: readonly YamlComment[]): TextEdit {
  const from = lineStart(text, range.from);
  const margin = /^ */.exec(text.slice(from, range.from))?.[0].length ?? 0;
  const end = behindDeeperComments(text, lineEnd(text, range.to), margin, comments);
  const kept = comments.flatMap((comment) => {
    const indent = comment.from >= from && comment.from < end ? indentOf(text, comment.from) : null;
    return indent === null ? [] : indent.slice(0, margin) + comment.text.trimEnd();
  });
  const next = text.indexOf("\n", end) + 1;
  const eol = next > 0 ? text.slice(end, next) : breakBefore(text, from);
  if (kept.length > 0) return { from, to: end, insert: kept.join(eol === "" ? "\n" : eol) };
  return next > 0 ? { from, to: next, insert: "" } : { from: from - eol.length, to: end, insert: "" };
}

/** From the end of a line, the end of the comments in the lines below it that are further in than `margin`. */
function behindDeeperComments(
  text: string,
  end: number,
  margin: number,
  comments: readonly YamlComment[],
): number {
  let last = end;
  for (const { from } of comments) {
    const isBelow = from > last && lineStart(text, from) === text.indexOf("\n", last) + 1;
    if (isBelow && (indentOf(text, from)?.length ?? 0) > margin) last = lineEnd(text, from);
  }
  return last;
}

/** The line break in front of the line that starts at `offset`; empty for the first. */
function breakBefore(text: string, offset: number): string {
  if (offset === 0) return "";
  return text.charAt(offset - 2) === "\r" ? "\r\n" : "\n";
}
