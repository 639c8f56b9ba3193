import { fc, test } from "@fast-check/jest";
import { distance } from "fastest-levenshtein";
import { walkNear } from "../../src/vault/edit-walk.ts";
import { TextOrder } from "../../src/vault/text-order.ts";

const unit = fc.constantFrom("a", "b", "c");

/** Texts of one length, of which many begin alike, and a key that is nearly as long. */
const asked = fc.nat(12).chain((length) =>
  fc.record({
    texts: fc.array(fc.string({ unit, minLength: length, maxLength: length }), { maxLength: 40 }),
    limit: fc.integer({ min: 1, max: 3 }),
    key: fc.string({ unit, minLength: Math.max(0, length - 1), maxLength: length + 1 }),
  }),
);

test.prop([asked], { numRuns: 1500 })(
  "a walk gives the texts within the limit, each once, in their order",
  ({ texts, limit, key }) => {
    const sorted = [...new Set(texts)].sort();
    const near = sorted.filter((text) => distance(text, key) <= limit);
    expect([...walkNear(new TextOrder(new Set(texts)), key, limit)]).toEqual(near);
  },
);
