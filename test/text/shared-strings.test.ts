import { SharedStrings } from "../../src/text/shared-strings.ts";

test("equal strings, however many others there are", () => {
  const strings = new SharedStrings();
  const all = Array.from({ length: 50_000 }, (_, at) => `Text ${String(at % 30_000)}`);
  expect(all.map((text) => strings.of(text))).toEqual(all);
});
