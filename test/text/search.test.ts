import { fc, test } from "@fast-check/jest";
import { firstFailing, firstNotBefore } from "../../src/text/search.ts";

test.prop([
  fc.array(fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 4 }), { maxLength: 40 }),
  fc.nat(40),
  fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 4 }),
])("the first text for which a test fails is that which a look at each finds", (texts, from, bound) => {
  const sorted = [...texts].sort();
  const start = Math.min(from, sorted.length);
  const expected = sorted.findIndex((text, at) => at >= start && text >= bound);
  expect(firstFailing(sorted, (text) => text < bound, start)).toBe(expected < 0 ? sorted.length : expected);
});

test.prop([fc.array(fc.nat(20), { maxLength: 40 }), fc.nat(20)])(
  "the first number that is not below another is that which a look at each finds",
  (numbers, bound) => {
    const sorted = numbers.toSorted((a, b) => a - b);
    const expected = sorted.filter((number) => number < bound).length;
    expect(firstNotBefore(sorted, (number) => number < bound)).toBe(expected);
  },
);
