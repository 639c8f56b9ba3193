import { fc, test } from "@fast-check/jest";
import stringWidth from "fast-string-width";
import { widthOf } from "../../src/report/wrap.ts";

const unit = fc.constantFrom("a", " ", "~", "\t", "\u007f", "\u001b[1m", "é", "e\u0301", "漢", "😀");

test.prop([fc.string({ unit, maxLength: 12 })])("plain texts are as wide as any other way tells", (text) => {
  expect(widthOf(text)).toBe(stringWidth(text));
});
