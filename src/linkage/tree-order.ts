import { titleOf } from "../journal/properties.ts";
import type { Note } from "../note/note.ts";
import { createdOf, sortedByWeight } from "../vault/by-weight.ts";
import { fileName, nameKey, withoutExtension } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { isOutgoing } from "./own-links.ts";
import type { TreeOrder } from "./tree-options.ts";

/** What a note is called in the tree: its title, or its file's name. */
export function nameOf(note: Note): string {
  return titleOf(note) ?? withoutExtension(fileName(note.path));
}

/** The paths in another order; those that nothing tells apart stay as they are. */
export function ordered(paths: readonly string[], order: TreeOrder, vault: VaultIndex): readonly string[] {
  return orderedBy(paths, (path) => path, order, vault);
}

/** Things with paths in another order; those that nothing tells apart stay as they are. A path may be that of no note. */
export function orderedBy<Thing>(
  things: readonly Thing[],
  pathOf: (thing: Thing) => string,
  order: TreeOrder,
  vault: VaultIndex,
): readonly Thing[] {
  if (order === "text") return things;
  const weigh = weights[order];
  const weighThing = (thing: Thing): string | number => {
    const path = pathOf(thing);
    return weigh(vault.note(path), path);
  };
  return sortedByWeight(things, weighThing, order === "name" ? "smallest" : "greatest");
}

/** By what notes are put in order. Files have no date and no links. */
const weights: Readonly<
  Record<Exclude<TreeOrder, "text">, (note: Note | null, path: string) => string | number>
> = {
  name: (note, path) => nameKey(note ? nameOf(note) : fileName(path)),
  date: createdOf,
  links: (note) => note?.links.filter(isOutgoing).length ?? 0,
};
