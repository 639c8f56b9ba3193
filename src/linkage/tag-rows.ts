import type { Note } from "../note/note.ts";
import { fileRows, type Place } from "./note-rows.ts";
import { branch, rowsOf, type TreeRows } from "./tree-node.ts";
import { ordered } from "./tree-order.ts";

/** The note's tags, each with how many other notes have it; below it those notes, the newest first unless said otherwise. */
export function tagRows(tags: readonly string[], note: Note, place: Place): TreeRows {
  const keyOf = (tag: string): string => `#${tag}`;
  return rowsOf(tags, keyOf, (tag, key) => {
    // The note itself has it.
    const others = place.vault.countTagged(tag) - 1;
    return branch("tag", key, `#${tag}`, others, () => fileRows(othersTagged(tag, note, place), place));
  });
}

function othersTagged(tag: string, { path }: Note, { vault, options }: Place): readonly string[] {
  const { order } = options;
  const isNewestFirst = order === "text" || order === "date";
  const all = isNewestFirst ? vault.newestTagged(tag) : ordered(vault.notesTagged(tag), order, vault);
  return all.filter((other) => other !== path);
}
