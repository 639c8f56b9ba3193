import type { TextRange } from "../text/range.ts";

/** One value of the config as written. The range covers it, without the comments after it. */
export type ConfigNode = ConfigScalar | ConfigList | ConfigMap;

/** A single value. Where nothing is written it is null and the range empty. */
export interface ConfigScalar extends TextRange {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
}

/** A list of values. */
export interface ConfigList extends TextRange {
  readonly kind: "list";
  readonly items: readonly ConfigNode[];
}

/** A map, by key, in text order. */
export interface ConfigMap extends TextRange {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, ConfigEntry>;
}

/** What stands behind a key of a map. */
export interface ConfigEntry {
  readonly keyRange: TextRange;
  readonly value: ConfigNode;
}

/** Keys and item numbers that lead from a config to a part of it. */
export type ConfigPath = readonly PropertyKey[];

/** A part of the config and where it stands. */
export interface ConfigPlace {
  readonly path: ConfigPath;
  readonly node: ConfigNode;
  /** The key that the part stands behind; null for a list's item and for the whole config. */
  readonly keyRange: TextRange | null;
}

/** The value as plain data. */
export function valueOf(node: ConfigNode): unknown {
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "list":
      return node.items.map(valueOf);
    case "map":
      return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, valueOf(value)]));
  }
}

/** The part at the end of `path`, or as far as there is one. */
export function placeAt(root: ConfigNode, path: ConfigPath): ConfigPlace {
  let place: ConfigPlace = { path: [], node: root, keyRange: null };
  for (const step of path) {
    const next = stepInto(place.node, step);
    if (next === null) break;
    place = { ...next, path: [...place.path, step] };
  }
  return place;
}

/** The config without the parts at the ends of `paths`; null if nothing is left. */
export function without(node: ConfigNode, paths: readonly ConfigPath[]): ConfigNode | null {
  if (paths.some((path) => path.length === 0)) return null;
  if (paths.length === 0 || node.kind === "scalar") return node;
  const below = byFirstStep(paths);
  if (node.kind === "list") {
    return { ...node, items: node.items.flatMap((item, at) => without(item, below.get(at) ?? []) ?? []) };
  }
  const entries = new Map<string, ConfigEntry>();
  for (const [key, entry] of node.entries) {
    const value = without(entry.value, below.get(key) ?? []);
    if (value !== null) entries.set(key, { ...entry, value });
  }
  return { ...node, entries };
}

function stepInto(node: ConfigNode, step: PropertyKey): Omit<ConfigPlace, "path"> | null {
  if (node.kind === "list" && typeof step === "number") {
    const item = node.items[step];
    return item === undefined ? null : { node: item, keyRange: null };
  }
  if (node.kind !== "map") return null;
  const entry = node.entries.get(String(step));
  return entry === undefined ? null : { node: entry.value, keyRange: entry.keyRange };
}

function byFirstStep(paths: readonly ConfigPath[]): ReadonlyMap<PropertyKey, readonly ConfigPath[]> {
  const groups = new Map<PropertyKey, ConfigPath[]>();
  for (const [first, ...rest] of paths) {
    if (first === undefined) continue;
    const group = groups.get(first);
    if (group === undefined) groups.set(first, [rest]);
    else group.push(rest);
  }
  return groups;
}
