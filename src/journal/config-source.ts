import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { yamlDetail } from "../note/yaml-document.ts";
import { yamlWords } from "../note/yaml-words.ts";
import type { TextRange } from "../text/range.ts";
import type { ConfigEntry, ConfigNode, ConfigScalar } from "./config-node.ts";
import { quote } from "../text/quote.ts";

/** A mistake in the config, at its place in the config's text. */
export interface ConfigMistake extends TextRange {
  /** One sentence without full stop: what is, then what was expected (style.md). */
  readonly message: string;
  /** How much it matters; where it is not said, something in the config does not hold. */
  readonly severity?: "warning";
}

/** What the text of a config holds. `root` is null where it cannot be read or holds nothing but comments. */
export interface ConfigSource {
  readonly root: ConfigNode | null;
  readonly mistakes: readonly ConfigMistake[];
}

/**
 * Read a config's YAML. Nothing is known here of what belongs into it.
 * Of several documents the first is read. Of syntax errors only the first is told, since the others are mostly its echoes. Of a repeated key the first holds.
 * Nothing is read of a config of more than 20,000 values, or one whose aliases stand for more than 1,000: aliases of
 * aliases grow without bound.
 */
export function readSource(text: string): ConfigSource {
  const document = parseDocument(text, options);
  const second = document.errors.find(({ code }) => code === secondDocument);
  const error = document.errors.find(({ code }) => code !== secondDocument);
  if (error !== undefined) return { root: null, mistakes: [syntaxMistake(error, text)] };
  const mistakes = second === undefined ? [] : [secondMistake(second, text)];
  const reader: Reader = { text, mistakes, anchors: new Map(), values: 0, aliased: 0, tooMuch: null };
  const root = readNode(reader, document.contents, 0)?.node ?? null;
  if (reader.tooMuch !== null) return { root: null, mistakes: [reader.tooMuch] };
  const isEmpty = root?.kind === "scalar" && root.value === null;
  return { root: isEmpty ? null : root, mistakes: reader.mistakes };
}

/** What is used of the package's errors. */
interface ParseError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [from: number, to: number];
}

const secondDocument = "MULTIPLE_DOCS";

/** The part below a line of three hyphens or dots, of which nothing is read. */
function secondMistake({ pos }: ParseError, text: string): ConfigMistake {
  const to = text.slice(0, pos[1]).trimEnd().length;
  const from = Math.min(pos[0], to);
  return {
    from,
    to,
    message: "A second YAML document starts here, of which nothing is read, expected one document",
  };
}

function syntaxMistake({ code, message, pos: [from, to] }: ParseError, text: string): ConfigMistake {
  return {
    from: Math.min(from, text.length),
    to: Math.min(to, text.length),
    message: `The YAML does not parse: ${tooDeep[code] ?? yamlWords(yamlDetail(message))}`,
  };
}

/** YAML 1.2, whatever a directive says, without the types that YAML 1.1 adds (`!!timestamp`, `!!set` and the like). */
const options = {
  schema: "core",
  uniqueKeys: false,
  prettyErrors: false,
  resolveKnownTags: false,
  logLevel: "error",
} as const;

const tooDeep: Readonly<Record<string, string>> = { RESOURCE_EXHAUSTION: "it is nested too deeply" };

const mostValues = 20_000;
const mostAliased = 1000;

/** The state of one reading. */
interface Reader {
  readonly text: string;
  readonly mistakes: ConfigMistake[];
  readonly anchors: Map<string, Sized>;
  /** How many values have been read so far. */
  values: number;
  /** How many values aliases have stood for so far. */
  aliased: number;
  tooMuch: ConfigMistake | null;
}

/** A value and how many values it is made of, those that its aliases stand for included. */
interface Sized {
  readonly node: ConfigNode;
  readonly size: number;
}

/** Read one node of the YAML, or null if it is an alias that stands for nothing. `at` is where an absent one would be. */
function readNode(reader: Reader, node: unknown, at: number): Sized | null {
  const range = rangeOf(reader, node, at);
  if (isAlias(node)) return readAlias(reader, node.source, range);
  if (++reader.values > mostValues) {
    reader.tooMuch ??= {
      ...range,
      message: `The config has more than ${String(mostValues)} values, expected fewer`,
    };
    return null;
  }
  const read = readOwn(reader, node, range);
  if ((isCollection(node) || isScalar(node)) && node.anchor !== undefined)
    reader.anchors.set(node.anchor, read);
  return read;
}

function readAlias(reader: Reader, name: string, range: TextRange): Sized | null {
  const meant = reader.anchors.get(name);
  if (meant === undefined) {
    reader.mistakes.push({
      ...range,
      message: `${quote(`*${name}`)} reads as a YAML alias, expected quotes around it`,
    });
    return null;
  }
  reader.aliased += meant.size;
  if (reader.aliased <= mostAliased) return { node: { ...meant.node, ...range }, size: meant.size };
  const message = `With ${quote(`*${name}`)} aliases stand for more than ${String(mostAliased)} values, expected the values themselves`;
  reader.tooMuch ??= { ...range, message };
  return null;
}

function readOwn(reader: Reader, node: unknown, range: TextRange): Sized {
  if (isMap(node)) return readMap(reader, node, range);
  if (isSeq(node)) return readList(reader, node, range);
  return {
    node: { kind: "scalar", value: scalarValue(node), ...range },
    size: 1,
  };
}

function readList(reader: Reader, list: YAMLSeq, range: TextRange): Sized {
  const items = list.items.flatMap((item) => readNode(reader, item, range.to) ?? []);
  return { node: { kind: "list", items: items.map(({ node }) => node), ...range }, size: sizeOf(items) };
}

function readMap(reader: Reader, map: YAMLMap, range: TextRange): Sized {
  const entries = new Map<string, ConfigEntry>();
  const values: Sized[] = [];
  for (const pair of map.items) {
    const keyRange = rangeOf(reader, pair.key, range.from);
    const name = scalarValue(pair.key);
    const key = name === null ? null : String(name);
    const value = readNode(reader, pair.value, keyRange.to);
    const message = keyMistake(key, entries);
    if (message !== null) reader.mistakes.push({ ...keyRange, message });
    if (message !== null || key === null || value === null) continue;
    values.push(value);
    entries.set(key, { keyRange, value: value.node });
  }
  return { node: { kind: "map", entries, ...range }, size: sizeOf(values) };
}

function keyMistake(key: string | null, before: ReadonlyMap<string, ConfigEntry>): string | null {
  if (key === null) return "A key is no text, expected a name";
  // As a property of plain data it would be the prototype.
  if (key === "__proto__") return `Unknown key "${key}"`;
  return before.has(key) ? `The key ${quote(key)} stands twice, expected it once` : null;
}

/** A value of a kind that only a `%YAML 1.1` directive brings in stays as written. */
function scalarValue(node: unknown): ConfigScalar["value"] {
  if (!isScalar(node)) return null;
  const { value, source } = node;
  const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isPlain || value === null ? value : (source ?? null);
}

function sizeOf(parts: readonly Sized[]): number {
  return parts.reduce((sum, { size }) => sum + size, 1);
}

function rangeOf({ text }: Reader, node: unknown, at: number): TextRange {
  const from = isNode(node) ? (node.range?.[0] ?? at) : at;
  const to = endOf(node) ?? at;
  return { from, to: from + text.slice(from, to).trimEnd().length };
}

/** Where a node ends. The parser's own end of a block lies behind the comments that follow it. */
function endOf(node: unknown): number | null {
  const last = isCollection(node) && node.flow !== true ? node.items.at(-1) : undefined;
  const end = isPair(last) ? (endOf(last.value) ?? endOf(last.key)) : last === undefined ? null : endOf(last);
  return end ?? (isNode(node) ? (node.range?.[1] ?? null) : null);
}
