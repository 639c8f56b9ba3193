import { scalarLike } from "../note/yaml-scalar.ts";
import type { TextEdit, TextRange } from "../text/range.ts";
import type { ConfigValue } from "./config-change.ts";
import type { ConfigEntry, ConfigList, ConfigMap } from "./config-node.ts";
import { blockEntry, flowEntry, isBlock, type ConfigStyle } from "./config-style.ts";
import { behindBlanks, indentOf, lineEnd, lineStart } from "./config-lines.ts";

/** Edits of a config's text, or null where its form gives no place for what is wanted. */
export type Splices = readonly TextEdit[] | null;

/** Add a key with its value to the end of a map, in its style. */
export function insertEntry(
  text: string,
  map: ConfigMap,
  key: string,
  value: ConfigValue,
  style: ConfigStyle,
): Splices {
  const last = lastOf([...map.entries.values()].map(entryRange));
  if (!isBlock(text, map)) {
    const padded = last === null ? ` ${flowEntry(key, value)} ` : flowEntry(key, value);
    return insertBetweenBrackets(text, map, last, padded, style);
  }
  const [first] = map.entries.values();
  const indent = first ? indentOf(text, first.keyRange.from) : null;
  if (last === null || indent === null) return null;
  return [insertLines(text, last.to, blockEntry(key, value, indent, style), style)];
}

/** Make a map of what stands behind a key, where nothing does: with one entry, in lines below the key. */
export function insertBelow(
  text: string,
  keyRange: TextRange,
  key: string,
  value: ConfigValue,
  style: ConfigStyle,
): Splices {
  const indent = indentOf(text, keyRange.from);
  if (indent === null || text.charAt(keyRange.to) !== ":") return null;
  return [insertLines(text, keyRange.to, blockEntry(key, value, indent + style.indent, style), style)];
}

/** The first entry of a config that says nothing yet, behind all that is written. */
export function insertFirst(text: string, key: string, value: ConfigValue, style: ConfigStyle): Splices {
  const entry = blockEntry(key, value, "", style);
  const isOnOwnLine = text === "" || text.endsWith("\n");
  const insert = isOnOwnLine ? entry + style.eol : style.eol + entry;
  return [{ from: text.length, to: text.length, insert }];
}

/** Add a text to the end of a list, in its style and in the quotes of the item before it. */
export function insertItem(text: string, list: ConfigList, item: string, style: ConfigStyle): Splices {
  const last = lastOf(list.items);
  const yaml = scalarLike(last === null ? "" : text.slice(last.from, last.to), item);
  if (!isBlock(text, list)) return insertBetweenBrackets(text, list, last, yaml, style);
  if (last === null) return null;
  const dash = text.slice(lineStart(text, last.from), last.from);
  return /^ *-\s*$/.test(dash) ? [insertLines(text, last.to, `${dash.trimEnd()} ${yaml}`, style)] : null;
}

/** An entry from its key to the end of its value. */
export function entryRange({ keyRange, value }: ConfigEntry): TextRange {
  return { from: keyRange.from, to: Math.max(keyRange.to, value.to) };
}

/** Lines below the one that holds `offset`. Whether the text ends in a line break stays as it is. */
function insertLines(text: string, offset: number, lines: string, { eol }: ConfigStyle): TextEdit {
  const at = lineEnd(text, offset);
  return { from: at, to: at, insert: eol + lines };
}

/** Behind the last of the elements between brackets: on a line of its own if that one is. */
function insertBetweenBrackets(
  text: string,
  brackets: TextRange,
  last: TextRange | null,
  insert: string,
  { eol }: ConfigStyle,
): Splices {
  if (last === null) {
    const from = brackets.from + 1;
    const isBlank = text.slice(from, brackets.to - 1).trim() === "";
    return [{ from, to: isBlank ? brackets.to - 1 : from, insert }];
  }
  const indent = indentOf(text, last.from);
  const next = behindBlanks(text, last.to);
  const hasComma = text.charAt(next) === ",";
  const end = lineEnd(text, hasComma ? next : last.to);
  if (indent === null || behindBlanks(text, hasComma ? next + 1 : last.to) < end)
    return [{ from: last.to, to: last.to, insert: `, ${insert}` }];
  const comma = hasComma ? [] : [{ from: last.to, to: last.to, insert: "," }];
  return [...comma, { from: end, to: end, insert: `${eol}${indent}${insert}${hasComma ? "," : ""}` }];
}

function lastOf<T extends TextRange>(elements: readonly T[]): T | null {
  return elements.at(-1) ?? null;
}
