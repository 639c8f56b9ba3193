import { fc, test } from "@fast-check/jest";
import { packLines, unpackLines } from "../../../src/cli/cache/line-lengths.mts";
import { lineStarts } from "../../../src/text/lines.ts";

const line = fc.oneof(
  fc.constantFrom("", "\n", "\r\n", "\r", "a line\n"),
  fc.nat({ max: 70_000 }).map((length) => `${"x".repeat(length)}\n`),
  fc.constant("a line\n".repeat(9000)),
);

test.prop([fc.array(line, { maxLength: 8 })])(
  "lines are packed into characters of one byte, and unpacked",
  (lines) => {
    const starts = lineStarts(lines.join(""));
    const kept = Buffer.from(packLines(starts), "latin1");
    expect(unpackLines(kept.toString("latin1"))).toEqual(starts);
  },
);

test("most lines take a character each", () => {
  expect(packLines(lineStarts("one\n\nthree\nfour"))).toHaveLength(3);
});
