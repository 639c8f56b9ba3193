import { fc, test } from "@fast-check/jest";
import stringWidth from "fast-string-width";
import { widthOf, wrap } from "../../src/report/wrap.ts";

const unit = fc.constantFrom("a", " ", "~", "\t", "\u007f", "\u001b[1m", "é", "e\u0301", "漢", "😀");

test.prop([fc.string({ unit, maxLength: 12 })])("plain texts are as wide as any other way tells", (text) => {
  expect(widthOf(text)).toBe(stringWidth(text));
});

test.prop([
  fc.string({ unit: fc.constantFrom("a", "bc", " ", "漢"), maxLength: 20 }),
  fc.integer({ min: 1, max: 8 }),
])("lines have the words of the text, and no blanks where they are broken", (text, width) => {
  const lines = wrap(text, width);
  expect(lines.join(" ").match(/\S+/g)).toEqual(text.match(/\S+/g));
  for (const line of lines.slice(0, -1)) expect(line).toBe(line.trimEnd());
  for (const line of lines) if (line.trim().includes(" ")) expect(widthOf(line)).toBeLessThanOrEqual(width);
});
