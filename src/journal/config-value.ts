import type { KeyPath } from "./config-change.ts";
import { placeAt, valueOf } from "./config-node.ts";
import { readSource } from "./config-source.ts";

/** What the text of a config says at a path, as plain data and as it is written; undefined where it says nothing. */
export function saidAt(text: string, path: KeyPath): unknown {
  const { root } = readSource(text);
  if (root === null) return undefined;
  const place = placeAt(root, path);
  return place.path.length === path.length ? valueOf(place.node) : undefined;
}
