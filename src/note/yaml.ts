import { detached } from "../text/detached.ts";
import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode } from "yaml";
import type { TextRange } from "../text/range.ts";
import type { Property, PropertyItem, PropertyValue, YamlFault } from "./note.ts";
import { asWritten } from "./as-written.ts";
import { parseYaml } from "./yaml-document.ts";
import { writtenRange } from "./yaml-ranges.ts";
import { type Anchors, keyOf, noAnchors, valueOf } from "./yaml-values.ts";

/** What the YAML of a frontmatter says, and what is wrong with it. Ranges are of the whole text. */
interface YamlReading {
  /** `unreadable`: it does not parse or is no map. Then there are no properties, and at least one fault. */
  readonly state: "unreadable" | "read";
  readonly properties: readonly Property[];
  readonly faults: readonly YamlFault[];
}

/**
 * Read the frontmatter YAML in `from`…`to` of a text with the `yaml` package: YAML 1.2 core, repeated keys
 * allowed (obsidian.md F2). Never throws. Hostile YAML, by nesting or by aliases, is a fault.
 */
export function readYaml(text: string, from: number, to: number): YamlReading {
  const source = detached(text.slice(from, to));
  const { contents, faults } = parseYaml(source);
  if (faults.length > 0) return unreadable(faults, from);
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return { state: "read", properties: [], faults: [] };
  }
  if (!isMap(contents)) {
    return unreadable([{ kind: "not-a-map", detail: "", ...writtenRange(contents, source) }], from);
  }
  const anchors = noAnchors();
  const properties = contents.items.map((pair) => propertyOf(pair, source, from, anchors));
  return anchors.faults.length > 0
    ? unreadable(anchors.faults, from)
    : { state: "read", properties, faults: repeatedKeys(properties) };
}

function unreadable(faults: readonly YamlFault[], by: number): YamlReading {
  return {
    state: "unreadable",
    properties: [],
    faults: faults.map((fault) => ({ ...fault, ...shifted(fault, by) })),
  };
}

function shifted({ from, to }: TextRange, by: number): TextRange {
  return { from: from + by, to: to + by };
}

/** Letter case does not tell properties apart (obsidian.md F5). */
function repeatedKeys(properties: readonly Property[]): readonly YamlFault[] {
  const seen = new Set<string>();
  const faults: YamlFault[] = [];
  for (const { key, keyRange } of properties) {
    const name = key.toLowerCase();
    if (seen.has(name)) faults.push({ kind: "repeated-key", detail: key, ...keyRange });
    seen.add(name);
  }
  return faults;
}

function propertyOf(
  { key: keyNode, value: node }: Pair<ParsedNode, ParsedNode | null>,
  source: string,
  by: number,
  anchors: Anchors,
): Property {
  const key = keyOf(keyNode, source, anchors);
  const keyRange = shifted(writtenRange(keyNode, source), by);
  const value = valueOf(node, source, anchors);
  const valueRange = node ? shifted(writtenRange(node, source), by) : { from: keyRange.to, to: keyRange.to };
  const list = isAlias(node) ? anchors.byAlias.get(node)?.node : node;
  const items = isList(value) && isSeq(list) ? itemsOf(value, list.items, source, by) : null;
  return { key, keyRange, value, valueRange, items, ...writtenIn(node) };
}

function isList(value: PropertyValue): value is readonly PropertyValue[] {
  return Array.isArray(value);
}

function itemsOf(
  values: readonly PropertyValue[],
  nodes: readonly ParsedNode[],
  source: string,
  by: number,
): readonly PropertyItem[] {
  return nodes.map((node, index) => ({
    value: values[index] ?? null,
    ...shifted(writtenRange(node, source), by),
    ...writtenIn(node),
  }));
}

function writtenIn(node: ParsedNode | null): Pick<PropertyItem, "written"> {
  return isScalar(node) && typeof node.value === "number" ? asWritten(node.value, node.source) : {};
}
