import type { OrderedPaths } from "../vault/ordered-paths.ts";
import { fileRows, type Place } from "./note-rows.ts";
import { branch, rowsOf, type TreeRows } from "./tree-node.ts";
import { ordered } from "./tree-order.ts";

/**
 * The note's tags, each with how many notes have it, as the app's own list of tags counts them: the note itself is one of
 * them. Below it stand all of those notes, the newest first unless said otherwise.
 */
export function tagRows(tags: readonly string[], place: Place): TreeRows {
  const keyOf = (tag: string): string => `#${tag}`;
  return rowsOf(tags, keyOf, (tag, key) => {
    const count = place.vault.countTagged(tag);
    return branch("tag", key, `#${tag}`, count, () => fileRows(notesTagged(tag, place), place));
  });
}

function notesTagged(tag: string, { vault, options }: Place): OrderedPaths {
  const { order } = options;
  const isNewestFirst = order === "text" || order === "date";
  return isNewestFirst ? vault.newestTagged(tag) : ordered([...vault.notesTagged(tag)], order, vault);
}
