import type { ConfigValue } from "../journal/config-change.ts";
import { blockEntry, type ConfigStyle } from "../journal/config-style.ts";
import { yamlScalar } from "../note/yaml-scalar.ts";
import { printable } from "./printable.ts";
import { wrap } from "./wrap.ts";

/** Columns that a line has, comment and all; a longer one has its comment above it. */
const WIDTH = 100;

/** How a config is written where nothing is there yet. */
const style: ConfigStyle = { eol: "\n", indent: "  ", listIndent: null };

/** A comment in lines of its own. */
export function commentLines(indent: string, text: string): readonly string[] {
  return wrap(printable(text), WIDTH - indent.length - 2).map((line) => `${indent}# ${line}`);
}

/** A key with its value, and a comment behind it or, where that grows too long, above it. */
export function entryLines(
  indent: string,
  key: string,
  value: ConfigValue,
  comment: string | null = null,
): readonly string[] {
  const lines = blockEntry(key, value, indent, style).split(style.eol);
  if (comment === null) return lines;
  const [only = ""] = lines;
  const said = `${only} # ${printable(comment)}`;
  if (lines.length === 1 && said.length <= WIDTH) return [said];
  return [...commentLines(indent, comment), ...lines];
}

/** An item of a list in lines, with a comment behind it. */
export function itemLine(indent: string, item: string, comment: string): string {
  return `${indent}- ${yamlScalar(item)} # ${printable(comment)}`;
}

/** Lines that say nothing until their `#` is taken away. Comments among them stay as they are. */
export function commentedOut(lines: readonly string[]): readonly string[] {
  const indent = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return lines.map((line) =>
    line.trimStart().startsWith("#") ? line : `${line.slice(0, indent)}# ${line.slice(indent)}`,
  );
}
