import { fc } from "@fast-check/jest";

/** Halves of surrogate pairs, which are no characters: their first, and how many there are. */
const surrogates = { from: 0xd800, count: 0x800 };

/**
 * Any character of Unicode, as a unit of `fc.string`. It gives what fast-check's own unit `binary` gives from the same seed; that one
 * lists each of its 1,112,064 characters in each file that makes a string of them, for most of a second.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .nat({ max: 0x10ffff - surrogates.count })
  .map(characterAt, placeOf);

function characterAt(place: number): string {
  return String.fromCodePoint(place < surrogates.from ? place : place + surrogates.count);
}

/** @throws RangeError for what is not one character: so fast-check asks whether it may shrink a value. */
function placeOf(value: unknown): number {
  const code = typeof value === "string" ? value.codePointAt(0) : undefined;
  const place = code === undefined || code < surrogates.from ? code : code - surrogates.count;
  if (place === undefined || place < 0 || characterAt(place) !== value) {
    throw new RangeError(`${String(value)} is not one character`);
  }
  return place;
}
