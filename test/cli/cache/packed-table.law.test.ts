import { fc, test } from "@fast-check/jest";
import { hashOf, PackedTable, packTable } from "../../../src/cli/cache/packed-table.mts";

/** Keys whose characters take one byte or two, halves of characters, and two that have the same hash. */
const key = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom("a", "ü", "語", "\ud800", "\0") }),
  fc.constantFrom("", "costarring", "liquid"),
);

const rows = fc
  .dictionary(key, fc.array(fc.nat(999), { minLength: 1, maxLength: 4 }), { noNullPrototype: true })
  .map((all) => new Map(Object.entries(all)));

/** Pieces of a file lie anywhere in it. */
function shifted(bytes: Buffer, by: number): Buffer {
  return Buffer.concat([Buffer.alloc(by), bytes]).subarray(by);
}

test.prop([rows, fc.nat(3), key])("keys and numbers are read as they were packed", (rows, by, other) => {
  const table = new PackedTable(shifted(packTable(rows), by));
  const placeOf = (key: string): number => table.find(key, hashOf(key));
  expect(table.size).toBe(rows.size);
  for (const [key, numbers] of rows) {
    expect(table.keyAt(placeOf(key))).toBe(key);
    expect([...table.numbersAt(placeOf(key))]).toEqual(numbers);
    expect([...table.ofLength(key.length)]).toContain(placeOf(key));
  }
  for (const place of table.ofLength(2)) expect(table.keyAt(place)).toHaveLength(2);
  if (!rows.has(other)) expect(placeOf(other)).toBe(-1);
});
