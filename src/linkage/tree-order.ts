import type { Note } from "../note/note.ts";
import { createdOf, sortedByWeight } from "../vault/by-weight.ts";
import { fileName, nameKey } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { isOutgoing } from "./own-links.ts";
import { nameOf } from "./row-name.ts";
import type { TreeOrder } from "./tree-options.ts";

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
  const weighed =
    (weigh: (note: Note | null, path: string) => string) =>
    (thing: Thing): string => {
      const path = pathOf(thing);
      return weigh(vault.note(path), path);
    };
  switch (order) {
    case "text":
      return things;
    case "name":
      return sortedByWeight(things, weighed(nameKeyOf), "smallest", byName.compare);
    case "date":
      return sortedByWeight(things, weighed(createdOf), "greatest");
    case "links":
      return sortedByWeight(things, (thing) => linksOf(vault.note(pathOf(thing))), "greatest");
  }
}

/** Names as the reader's language sorts them, and numbers in them by what they count: "Week 9" before "Week 10". */
const byName = new Intl.Collator(undefined, { numeric: true });

function nameKeyOf(note: Note | null, path: string): string {
  return nameKey(note ? nameOf(note) : fileName(path));
}

/** Files have no links, as they have no date. */
function linksOf(note: Note | null): number {
  return note?.links.filter(isOutgoing).length ?? 0;
}
