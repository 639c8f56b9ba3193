import { yamlScalar } from "../note/yaml-scalar.ts";
import { lineBreakOf } from "../text/lines.ts";
import type { ConfigValue } from "./config-change.ts";
import type { ConfigNode } from "./config-node.ts";
import type { PropertyChoice } from "./property-kinds.ts";

/** How the author of a config writes it: what is new is written the same way. */
export interface ConfigStyle {
  readonly eol: "\n" | "\r\n";
  /** What a map's keys stand further in than the key above them. */
  readonly indent: string;
  /** What a list's items stand further in than the key above them; null: lists stand in brackets. */
  readonly listIndent: string | null;
}

/** The style of a config, told by the first map in it and by the first list. */
export function styleOf(text: string, root: ConfigNode | null): ConfigStyle {
  const entries = root === null ? [] : [...entriesOf(root)];
  const map = entries.find(([, node]) => node.kind === "map" && isBlock(text, node));
  const list = entries.find(([, node]) => node.kind === "list" && node.items.length > 0);
  return {
    eol: lineBreakOf(text),
    indent: (map && further(text, ...map)) ?? "  ",
    listIndent: list && isBlock(text, list[1]) ? further(text, ...list) : null,
  };
}

/** The node is a map or list of lines, not one between brackets. */
export function isBlock(text: string, node: ConfigNode): boolean {
  return node.kind !== "scalar" && !"[{".includes(text.charAt(node.from));
}

/** A key with its value, in lines that start with `indent`, without a line break at the end. */
export function blockEntry(key: string, value: ConfigValue, indent: string, style: ConfigStyle): string {
  const name = indent + yamlScalar(key);
  if (isList(value) && value.length > 0 && style.listIndent !== null) {
    const dash = `${indent}${style.listIndent}- `;
    return [`${name}:`, ...value.map((item) => dash + flowValue(item))].join(style.eol);
  }
  const entries = isMap(value) ? Object.entries(value) : [];
  if (entries.length === 0) return `${name}: ${flowValue(value)}`;
  const below = entries.map(([each, part]) => blockEntry(each, part, indent + style.indent, style));
  return [`${name}:`, ...below].join(style.eol);
}

/** A key with its value, to stand between braces. */
export function flowEntry(key: string, value: ConfigValue): string {
  return `${yamlScalar(key)}: ${flowValue(value)}`;
}

/** A value on one line. */
export function flowValue(value: ConfigValue): string {
  if (typeof value === "string") return yamlScalar(value);
  if (typeof value !== "object") return String(value);
  if (isList(value)) return `[${value.map(flowValue).join(", ")}]`;
  const entries = Object.entries(value).map(([key, part]) => flowEntry(key, part));
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function isList(value: ConfigValue): value is readonly PropertyChoice[] {
  return Array.isArray(value);
}

function isMap(value: ConfigValue): value is Readonly<Record<string, ConfigValue>> {
  return typeof value === "object" && !isList(value);
}

/** All values behind a key, at any depth, with where the key starts. */
function* entriesOf(node: ConfigNode): Generator<readonly [keyFrom: number, node: ConfigNode]> {
  if (node.kind !== "map") return;
  for (const { keyRange, value } of node.entries.values()) {
    yield [keyRange.from, value];
    yield* entriesOf(value);
  }
}

/** The blanks by which the line of `node` starts further in than that of its key. */
function further(text: string, keyFrom: number, node: ConfigNode): string {
  return " ".repeat(Math.max(0, indentAt(text, node.from) - indentAt(text, keyFrom)));
}

function indentAt(text: string, offset: number): number {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return text.slice(start).search(/[^ ]|$/);
}
