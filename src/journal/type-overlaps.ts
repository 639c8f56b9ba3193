import { quote } from "../text/quote.ts";
import type { TextRange } from "../text/range.ts";
import { placeAt, type ConfigEntry, type ConfigNode } from "./config-node.ts";
import type { ConfigMistake } from "./config-source.ts";

/**
 * Signs of a note type that are another's too, where the later of the two stands, and properties that a type names twice.
 * A note that has the sign counts as one of the type that comes first, so that the later one may as well not have it. What the
 * built-in types share with the config's own is no mistake: the author's own is meant.
 */
export function overlapsOf(root: ConfigNode): readonly ConfigMistake[] {
  const { node, path } = placeAt(root, ["types"]);
  if (path.length === 0 || node.kind !== "map") return [];
  const types = [...node.entries];
  return [
    ...signs.flatMap(({ list, noun, keyOf }) => sharedSigns(types, list, noun, keyOf)),
    ...types.flatMap(([, { value }]) => repeatedProperties(value)),
  ];
}

const signs = [
  { list: "classes", noun: "class", keyOf: (name: string) => name },
  { list: "tags", noun: "tag", keyOf: (tag: string) => tag.replace(/^#/, "").toLowerCase() },
  { list: "folders", noun: "folder", keyOf: (path: string) => path.replace(/^\/+|\/+$/g, "") },
] as const;

function sharedSigns(
  types: readonly (readonly [code: string, entry: ConfigEntry])[],
  list: string,
  noun: string,
  keyOf: (sign: string) => string,
): readonly ConfigMistake[] {
  const owners = new Map<string, string>();
  return types.flatMap(([code, { value }]) =>
    textsAt(value, list).flatMap(({ text, from, to }) => {
      const owner = owners.get(keyOf(text)) ?? code;
      owners.set(keyOf(text), owner);
      if (owner === code) return [];
      const message = `${quote(text)} is a ${noun} of ${owner} already, expected it in one note type`;
      return [{ from, to, message, severity: "warning" } as const];
    }),
  );
}

function repeatedProperties(type: ConfigNode): readonly ConfigMistake[] {
  const { node, path } = placeAt(type, ["properties"]);
  if (path.length === 0 || node.kind !== "map") return [];
  const first = new Map<string, string>();
  return [...node.entries].flatMap(([name, { keyRange }]) => {
    const before = first.get(name.toLowerCase());
    first.set(name.toLowerCase(), before ?? name);
    if (before === undefined) return [];
    const message = `${quote(name)} is there already as ${quote(before)}, expected the property once`;
    return [{ ...keyRange, message, severity: "warning" } as const];
  });
}

/** The texts of a list of a map, or the lone one, with their places. */
function textsAt(map: ConfigNode, key: string): readonly (TextRange & { readonly text: string })[] {
  const { node, path } = placeAt(map, [key]);
  if (path.length === 0) return [];
  return (node.kind === "list" ? node.items : [node]).flatMap((item) =>
    item.kind === "scalar" && typeof item.value === "string"
      ? { text: item.value, from: item.from, to: item.to }
      : [],
  );
}
