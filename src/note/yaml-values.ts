import { type Alias, isAlias, isMap, isSeq, type ParsedNode, type Scalar } from "yaml";
import type { PropertyValue, YamlFault } from "./note.ts";
import { writtenRange } from "./yaml-ranges.ts";

/** What is known of a document's anchors while its values are read from first to last. */
export interface Anchors {
  /** The last anchor of each name. */
  readonly byName: Map<string, Anchor>;
  /** What each alias stands for. */
  readonly byAlias: Map<Alias, Anchor>;
  /** Aliases without a value, ranges in the source. The values are worth nothing if there is one. */
  readonly faults: YamlFault[];
}

/** A node with an anchor, and the value it has. */
interface Anchor {
  readonly node: ParsedNode;
  value: PropertyValue;
  /** The node is still being read: an alias would lead into itself. */
  open: boolean;
  /** How often the value stands in the document, without counting repetitions of what it stands in. */
  uses: number;
  /** How often the most repeated value inside the node stands there; null until an alias wants to know. */
  weight: number | null;
}

/** The anchors of a document of which nothing has been read. */
export function noAnchors(): Anchors {
  return { byName: new Map(), byAlias: new Map(), faults: [] };
}

/**
 * The value of a node, equal to what `toJS` of the `yaml` package gives. To be called once for each node, in
 * document order. Unlike there, time is linear, an alias inside its own anchor is a fault, and a list or map
 * as a key is its source text.
 * @param source the text that the document was parsed from
 */
export function valueOf(node: ParsedNode | null, source: string, anchors: Anchors): PropertyValue {
  if (node === null) return null;
  if (isAlias(node)) return aliasValue(node, anchors);
  if (node.anchor === undefined) return contentOf(node, source, anchors);
  const anchor: Anchor = { node, value: null, open: true, uses: 1, weight: null };
  anchors.byName.set(node.anchor, anchor);
  anchor.value = contentOf(node, source, anchors);
  anchor.open = false;
  return anchor.value;
}

/** A map's key as a property's name: empty for null, numbers and booleans as JavaScript writes them. */
export function keyOf(node: ParsedNode, source: string, anchors: Anchors): string {
  const key = valueOf(node, source, anchors);
  if (key === null) return "";
  if (typeof key !== "object") return String(key);
  const { from, to } = writtenRange(node, source);
  return source.slice(from, to);
}

function contentOf(node: Exclude<ParsedNode, Alias.Parsed>, source: string, anchors: Anchors): PropertyValue {
  if (isSeq(node)) return node.items.map((item) => valueOf(item, source, anchors));
  if (!isMap(node)) return scalarValue(node);
  return Object.fromEntries(
    node.items.map(({ key, value }) => [keyOf(key, source, anchors), valueOf(value, source, anchors)]),
  );
}

/** The core schema, without the types of YAML 1.1, gives nothing but these types. */
function scalarValue({ value, source }: Scalar.Parsed): PropertyValue {
  switch (typeof value) {
    case "string":
    case "number":
    case "boolean":
      return value;
    default:
      return value === null ? null : source;
  }
}

function aliasValue(node: Alias.Parsed, anchors: Anchors): PropertyValue {
  const anchor = anchors.byName.get(node.source);
  if (anchor === undefined)
    return fault(`No anchor "&${node.source}" stands before "*${node.source}"`, node, anchors);
  if (anchor.open) return fault(`"*${node.source}" stands inside its own anchor`, node, anchors);
  anchors.byAlias.set(node, anchor);
  anchor.uses++;
  anchor.weight ??= weightOf(anchor.node, anchors);
  if (anchor.uses * anchor.weight <= mostRepetitions) return anchor.value;
  // Once said is enough: what repeats this value again weighs nothing.
  anchor.weight = 0;
  return fault(`Aliases repeat a value more than ${String(mostRepetitions)} times`, node, anchors);
}

/** As in the `yaml` package: more are taken for an attack. */
const mostRepetitions = 100;

function fault(detail: string, { range: [from, to] }: Alias.Parsed, { faults }: Anchors): null {
  faults.push({ kind: "syntax", detail, from, to });
  return null;
}

function weightOf(node: ParsedNode | null, anchors: Anchors): number {
  if (isAlias(node)) {
    const anchor = anchors.byAlias.get(node);
    return anchor ? anchor.uses * (anchor.weight ?? 0) : 0;
  }
  if (isSeq(node)) return largest(node.items, (item) => weightOf(item, anchors));
  if (isMap(node)) {
    return largest(node.items, ({ key, value }) =>
      Math.max(weightOf(key, anchors), weightOf(value, anchors)),
    );
  }
  return 1;
}

function largest<Item>(items: readonly Item[], measure: (item: Item) => number): number {
  return items.reduce((most, item) => Math.max(most, measure(item)), 0);
}
