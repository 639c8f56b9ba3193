import { fc, test } from "@fast-check/jest";
import { OrderedPaths } from "../../src/vault/ordered-paths.ts";

const weighed = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 2999 }), fc.integer({ min: 0, max: 40 })), {
  selector: ([path]) => path,
  maxLength: 1500,
  size: "max",
});

/** Random, ascending and descending: what is in order already must not be told from what is not. */
const shapes = fc.constantFrom("random", "ascending", "descending");

const asked = fc.array(fc.tuple(fc.constantFrom("at", "indexOf"), fc.nat(2000)), { maxLength: 12 });

test.prop([weighed, shapes, asked])(
  "paths in order, wherever one looks first, are those that are sorted at once",
  (pairs, shape, looks) => {
    const given = new Map(pairs.map(([path, weight]) => [`${String(path)}.md`, weight]));
    const weigh = (path: string): number => given.get(path) ?? -1;
    const sorted = [...given.keys()].sort((a, b) => weigh(a) - weigh(b) || (a < b ? -1 : 1));
    const paths = { random: [...given.keys()], ascending: sorted, descending: sorted.toReversed() }[shape];
    const ordered = OrderedPaths.by(paths, weigh, (a, b) => a - b);
    expect(ordered.length).toBe(sorted.length);
    for (const [question, number] of looks) {
      if (question === "at") expect(ordered.at(number)).toBe(sorted[number]);
      const path = sorted[number] ?? "none";
      if (question === "indexOf") expect(ordered.indexOf(path)).toBe(sorted.indexOf(path));
    }
    expect([...ordered]).toEqual(sorted);
  },
);
