import { property, textOf } from "../journal/properties.ts";
import type { Note } from "../note/note.ts";

/** What a note's property `created` says, or empty. Days compare as text. */
export function createdOf(note: Note | null): string {
  return note ? (textOf(property(note, "created")) ?? "") : "";
}

/** Things by weight, the greatest first, or the smallest; those of one weight stay as they are. */
export function sortedByWeight<Thing, Weight extends string | number>(
  things: readonly Thing[],
  weigh: (thing: Thing) => Weight,
  first: "greatest" | "smallest",
  compare: (a: Weight, b: Weight) => number = (a, b) => (a < b ? -1 : a > b ? 1 : 0),
): readonly Thing[] {
  // Of 20,000 notes many have one date: sorting the dates alone takes a tenth of the time.
  const byWeight = new Map<Weight, Thing[]>();
  for (const thing of things) {
    const weight = weigh(thing);
    const same = byWeight.get(weight);
    if (same) same.push(thing);
    else byWeight.set(weight, [thing]);
  }
  const sign = first === "smallest" ? 1 : -1;
  const inOrder = [...byWeight].sort(([a], [b]) => sign * compare(a, b));
  return inOrder.flatMap(([, same]) => same);
}
