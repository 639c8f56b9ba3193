import { textOfCodes } from "../../src/text/text-of-codes.ts";

test.each([0, 1, 8192, 8193, 1_000_000])("%d codes are a text of as many", (count) => {
  const codes = Array.from({ length: count }, (_, at) => at % 0xd800);
  const text = textOfCodes(codes);
  expect(text).toHaveLength(count);
  expect(codes.every((code, at) => text.charCodeAt(at) === code)).toBe(true);
});
