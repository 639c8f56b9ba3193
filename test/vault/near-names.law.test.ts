import { fc, test } from "@fast-check/jest";
import { distance } from "fastest-levenshtein";
import { areNear, EditNeighbours } from "../../src/vault/edit-neighbours.ts";
import { NearNames, similarityKey } from "../../src/vault/near-names.ts";
import { anyCharacter } from "../any-character.ts";

/** Keys over few letters, so that many are near one another. */
const key = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 30 });
const edited = fc
  .tuple(key, fc.nat(30), fc.constantFrom("", "x", "ab"))
  .map(([text, at, insert]) => text.slice(0, at) + insert + text.slice(at + 1));

test.prop(
  [fc.array(key, { maxLength: 30 }), fc.array(key, { maxLength: 10 }), fc.oneof(key, edited), fc.boolean()],
  { numRuns: 1000 },
)("the nearest keys are those that a look at every key finds", (added, removed, asked, askedBefore) => {
  const neighbours = new EditNeighbours();
  for (const each of new Set(added)) neighbours.add(each);
  // Keys are cut into pieces when somebody asks, before others go or after.
  if (askedBefore) neighbours.nearest(asked);
  for (const each of new Set(removed)) neighbours.remove(each);
  const left = [...new Set(added)].filter(
    (each) => !removed.includes(each) && each !== asked && areNear(each, asked),
  );
  const best = Math.min(...left.map((each) => distance(each, asked)));
  const expected = left.filter((each) => distance(each, asked) === best).sort();
  const found = neighbours.nearest(asked);
  expect(found ? [...found.keys].sort() : []).toEqual(expected);
});

/** Long keys too, of which one is often the beginning of another. */
const name = fc.oneof(
  key,
  edited,
  fc.tuple(fc.constantFrom("a".repeat(23), "ab".repeat(12)), key).map((parts) => parts.join("")),
);

test.prop([fc.array(name, { maxLength: 30 }), fc.array(name, { maxLength: 10 }), name], { numRuns: 1000 })(
  "the names like one are those that a look at every name finds",
  (added, removed, asked) => {
    const names = new NearNames();
    for (const each of added) names.add(each, `${each}.md`);
    for (const each of removed) names.remove(each, `${each}.md`);
    const expected = new Set(
      added.filter((each) => !removed.includes(each) && (areNear(each, asked) || isOtherCutOff(each, asked))),
    );
    expect([...names.like(asked)].sort()).toEqual([...expected].map((each) => `${each}.md`).sort());
  },
);

function isOtherCutOff(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 24 && (a.startsWith(b) || b.startsWith(a));
}

test("of very many keys that begin alike the nearest are found, too", () => {
  const neighbours = new EditNeighbours();
  const day = (at: number): string => `weekly-meeting-${String(1000 + at)}`;
  for (let at = 0; at < 3000; at++) neighbours.add(day(at));
  expect(neighbours.nearest("weekly-meeting-2024x")).toEqual({ keys: [day(1024)], distance: 1 });
  expect(neighbours.nearest("wekly-meetin-2024")).toEqual({ keys: [day(1024)], distance: 2 });
  expect(neighbours.nearest(day(1024))?.keys.length).toBe(9 + 9 + 9 + 2);
  expect(neighbours.nearest("weekly meeting x")).toBeNull();
});

// Took half a minute: all numbers a few digits away were compared, for each target anew.
test("of very many keys that begin and end alike the nearest is found, and a target misspelt behind the number costs little", () => {
  const neighbours = new EditNeighbours();
  const names = Array.from({ length: 16_000 }, (_, at) => `somelongnameofanote${String(10_000 + at)}and`);
  for (const name of names) neighbours.add(`${name}more`);
  const found = names.map((name) => neighbours.nearest(`${name}mroe`)?.keys);
  expect(found).toEqual(names.map((name) => [`${name}more`]));
});

test.prop([fc.string({ unit: anyCharacter })])(
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
