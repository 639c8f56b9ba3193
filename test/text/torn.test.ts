import { fc, test as law } from "@fast-check/jest";
import { isTorn } from "../../src/text/torn.ts";

const bytesOf = (text: string): Uint8Array => Buffer.from(text, "latin1");

test.each([
  ["the old text", "old words", "new words!", "old words", true],
  ["the new text", "old words", "new words!", "new words!", true],
  ["a new start, and the old rest", "old words", "new word", "new words", true],
  ["an old start, and the new rest", "old words", "NEW WORDS", "oldWORDS", false],
  ["new stretches here and there", "aaaa bbbb cccc", "AAAA BBBB CCCC", "AAAA bbbb CCCC", true],
  ["room at the end that is not filled yet", "old", "old and new", "old\0\0\0\0\0\0\0\0", true],
  ["room in the middle", "old", "old and new", "old\0\0\0\0 new", true],
  ["NUL where the old text had words", "old words", "new words", "old\0words", false],
  ["what was cut to its new length before it was written", "old words", "new", "old", true],
  ["another word", "old words", "new words", "odd words", false],
  ["another word behind both", "old", "new", "old!", false],
  ["less than either", "old words", "new words", "old word", false],
  ["nothing, of a note that was empty", "", "new", "", true],
])("torn: %s", (_, old, next, found, expected) => {
  expect(isTorn(bytesOf(found), bytesOf(old), bytesOf(next))).toBe(expected);
});

const bytes = fc.uint8Array({ maxLength: 12 });

law.prop([bytes, bytes, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), fc.nat(12)])(
  "whatever part of a write has reached the disk is known",
  (old, next, written, length) => {
    const least = Math.min(old.length, next.length);
    const found = Uint8Array.from(
      { length: Math.max(least, Math.min(length, Math.max(old.length, next.length))) },
      (_, at) => (written[at] === true ? (next[at] ?? old[at]) : (old[at] ?? 0)) ?? 0,
    );
    expect(isTorn(found, old, next)).toBe(true);
  },
);
