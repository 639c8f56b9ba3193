import { fc, test } from "@fast-check/jest";
import { anyCharacter } from "./any-character.ts";

test("it gives what fast-check's own unit gives", () => {
  const sample = (unit: "binary" | fc.Arbitrary<string>): string[] =>
    fc.sample(fc.string({ unit, maxLength: 60 }), { seed: 1, numRuns: 500 });
  expect(sample(anyCharacter)).toEqual(sample("binary"));
});

test.prop([anyCharacter])("what it gave it can shrink", (character) => {
  expect(anyCharacter.canShrinkWithoutContext(character)).toBe(true);
});

test.each([[""], ["ab"], ["\ud800"], [7]])("it never gives %p", (value) => {
  expect(anyCharacter.canShrinkWithoutContext(value)).toBe(false);
});
