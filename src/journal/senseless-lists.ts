import { quote } from "../text/quote.ts";
import { plainItem } from "./config-meaning.ts";
import type { ConfigList, ConfigNode, ConfigScalar } from "./config-node.ts";
import type { ConfigMistake } from "./config-source.ts";

/**
 * What the lists of a config without mistakes say in vain: an item that stands in its list before, told at each later place
 * (of very many at the first), and a property's list of no values. All of it holds, so these are warnings.
 */
export function senselessLists(root: ConfigNode): readonly ConfigMistake[] {
  return [...mistakesIn(root, [])];
}

/** A stranger's config may repeat thousands. */
const MOST_REPEATS = 100;

function* mistakesIn(node: ConfigNode, path: readonly string[]): Generator<ConfigMistake> {
  if (node.kind === "map")
    for (const [key, { value }] of node.entries) yield* mistakesIn(value, [...path, key]);
  if (node.kind !== "list") return;
  if (node.items.length === 0 && isValues(path)) yield noValues(node, path);
  yield* repeatsIn(node, path);
  for (const item of node.items) yield* mistakesIn(item, path);
}

/** Behind a property of a note type, or behind `values` there. */
function isValues([first, , third, ...rest]: readonly string[]): boolean {
  const isIn = first === "types" && third === "properties";
  return isIn && (rest.length === 1 || (rest.length === 2 && rest[1] === "values"));
}

function noValues({ from, to }: ConfigList, path: readonly string[]): ConfigMistake {
  const message = `${quote(path.at(-1) ?? "")} lists no value, expected at least one, or no list`;
  return { from, to, message, severity: "warning" };
}

function repeatsIn({ items }: ConfigList, path: readonly string[]): readonly ConfigMistake[] {
  const first = new Map<string, ConfigScalar>();
  const repeats: ConfigMistake[] = [];
  for (const item of items) {
    if (item.kind !== "scalar" || repeats.length === MOST_REPEATS) continue;
    const key = keyOf(item.value, path);
    const before = first.get(key);
    if (before) repeats.push(repeated(item, before));
    else first.set(key, item);
  }
  return repeats;
}

/** By what items are the same: tags and properties are so in any letter case (obsidian.md F5), the number 1 is not the text "1". */
function keyOf(value: ConfigScalar["value"], path: readonly string[]): string {
  if (typeof value !== "string") return JSON.stringify(value);
  const [first, , list] = path;
  const plain = plainItem(path, value);
  const isName = first === "types" && (list === "tags" || list === "required");
  return JSON.stringify(isName ? plain.toLowerCase() : plain);
}

function repeated({ value, from, to }: ConfigScalar, before: ConfigScalar): ConfigMistake {
  const as = value === before.value ? "" : ` as ${quote(String(before.value))}`;
  const message = `${quote(String(value))} is in the list already${as}, expected it once`;
  return { from, to, message, severity: "warning" };
}
