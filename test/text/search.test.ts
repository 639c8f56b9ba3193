import { fc, test } from "@fast-check/jest";
import { firstFailing } from "../../src/text/search.ts";

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
