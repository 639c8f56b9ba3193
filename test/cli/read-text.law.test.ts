import { isUtf8 } from "node:buffer";
import { fc, test } from "@fast-check/jest";
import { textOfBytes } from "../../src/cli/read-text.mts";
import { notUtf8, withNul } from "../../src/lint/host-problem.ts";

/** Whole characters, and bytes that are the middle, the beginning or the end of one, or of none. */
const pieces = fc.constantFrom(
  ...["a", "\0", "é", "…", "𝄞", "\ufffd", "\ufeff"].map((text) => Buffer.from(text)),
  ...[[0x80], [0xc3], [0xe2, 0x80], [0xed, 0xa0, 0x80], [0xf0, 0x9d], [0xc0, 0xaf], [0xff]].map((bytes) =>
    Buffer.from(bytes),
  ),
);

test.prop([fc.array(pieces, { maxLength: 8 }), fc.array(pieces, { maxLength: 2 })])(
  "a text is what a decoder that takes nothing but UTF-8 makes of the first bytes, and has no NUL",
  (parts, rest) => {
    const bytes = Buffer.concat(parts);
    const expected = isUtf8(bytes) ? new TextDecoder("utf-8", { fatal: true }).decode(bytes) : null;
    const read = textOfBytes(Buffer.concat([bytes, ...rest]), bytes.length);
    if (expected === null) expect(read).toEqual({ trouble: notUtf8 });
    else if (expected.includes("\0")) expect(read).toEqual({ trouble: withNul });
    else expect(read).toEqual({ text: expected });
  },
);
