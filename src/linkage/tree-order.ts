import type { Note } from "../note/note.ts";
import { lazily } from "../text/lazily.ts";
import { newestFirst } from "../vault/created.ts";
import { fileName, nameKey } from "../vault/names.ts";
import { OrderedPaths } from "../vault/ordered-paths.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { isOutgoing } from "./own-links.ts";
import { nameOf } from "./row-name.ts";
import type { TreeOrder } from "./tree-options.ts";

/**
 * Paths in another order, each once; those that nothing tells apart in alphabetical order, all of them where the order is
 * that of the text. There may be thousands: no more is put in order than somebody looks at.
 */
export function ordered(paths: readonly string[], order: TreeOrder, vault: VaultIndex): OrderedPaths {
  return inOrder(order, vault, (weigh, compare) => OrderedPaths.by(paths, weigh, compare));
}

/** Things with paths in another order; those that nothing tells apart stay as they are. A path may be that of no note. */
export function orderedBy<Thing>(
  things: readonly Thing[],
  pathOf: (thing: Thing) => string,
  order: TreeOrder,
  vault: VaultIndex,
): readonly Thing[] {
  return inOrder(order, vault, (weigh, compare) => {
    const weighed = things.map((thing) => ({ thing, weight: weigh(pathOf(thing)) }));
    return weighed.sort((a, b) => compare(a.weight, b.weight)).map(({ thing }) => thing);
  });
}

/** Puts something in order by the weights of paths, which `compare` compares. */
type Sort<Result> = <Weight>(
  weigh: (path: string) => Weight,
  compare: (a: Weight, b: Weight) => number,
) => Result;

function inOrder<Result>(order: TreeOrder, vault: VaultIndex, sort: Sort<Result>): Result {
  switch (order) {
    case "text":
      return sort(
        () => 0,
        () => 0,
      );
    case "name":
      return sort((path) => nameKeyOf(vault.note(path), path), byName().compare);
    case "date":
      return sort((path) => vault.createdOn(path), newestFirst);
    case "links":
      return sort(
        (path) => linksOf(vault.note(path)),
        (a, b) => b - a,
      );
  }
}

/** Names as the reader's language sorts them, and numbers in them by what they count: "Week 9" before "Week 10". */
const byName = lazily(() => new Intl.Collator(undefined, { numeric: true }));

function nameKeyOf(note: Note | null, path: string): string {
  return nameKey(note ? nameOf(note) : fileName(path));
}

/** Files have no links, as they have no date. */
function linksOf(note: Note | null): number {
  return note?.links.filter(isOutgoing).length ?? 0;
}
