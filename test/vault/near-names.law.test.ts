import { fc, test } from "@fast-check/jest";
import { distance } from "fastest-levenshtein";
import { areNear, EditNeighbours } from "../../src/vault/edit-neighbours.ts";
import { similarityKey } from "../../src/vault/near-names.ts";

/** Keys over few letters, so that many are near one another. */
const key = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 30 });
const edited = fc
  .tuple(key, fc.nat(30), fc.constantFrom("", "x", "ab"))
  .map(([text, at, insert]) => text.slice(0, at) + insert + text.slice(at + 1));

test.prop([fc.array(key, { maxLength: 30 }), fc.array(key, { maxLength: 10 }), fc.oneof(key, edited)], {
  numRuns: 2000,
})("the nearest keys are those that a look at every key finds", (added, removed, asked) => {
  const neighbours = new EditNeighbours();
  for (const each of new Set(added)) neighbours.add(each);
  for (const each of new Set(removed)) neighbours.remove(each);
  const left = [...new Set(added)].filter(
    (each) => !removed.includes(each) && each !== asked && areNear(each, asked),
  );
  const best = Math.min(...left.map((each) => distance(each, asked)));
  const expected = left.filter((each) => distance(each, asked) === best).sort();
  const found = neighbours.nearest(asked);
  expect(found ? [...found.keys].sort() : []).toEqual(expected);
});

test.prop([fc.string({ unit: "binary" })])(
  "a similarity key holds no blanks, no capitals, and is its own key",
  (name) => {
    const found = similarityKey(name);
    expect(similarityKey(found)).toBe(found);
    expect(found).not.toMatch(/[\sA-Z]/);
  },
);

test.each([
  ["Linear-Regression", "linearregression"],
  ["C++", "c++"],
  ["R&D @ home #1", "r&d@home#1"],
  ["“Quoted” — and… dashed", "quotedanddashed"],
  ["Cafe\u0301", "caf\u00E9"],
  ["電子・ペーパー", "電子ペーパー"],
])("%s", (name, expected) => {
  expect(similarityKey(name)).toBe(expected);
});
