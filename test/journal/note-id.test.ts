import fc from "fast-check";
import { formatNoteId, nextNoteId, noteIdFault, parseNoteId } from "../../src/journal/note-id.ts";

test.each([
  ["230718TJ16", { date: "2023-07-18", code: "TJ", sequence: 16 }],
  ["000101A00", { date: "2000-01-01", code: "A", sequence: 0 }],
  ["991231ABCD999", { date: "2099-12-31", code: "ABCD", sequence: 999 }],
  ["240229MR007", { date: "2024-02-29", code: "MR", sequence: 7 }],
  ["000229MR07", { date: "2000-02-29", code: "MR", sequence: 7 }],
])("%s is a note id", (text, parts) => {
  expect(parseNoteId(text)).toEqual({ text, ...parts });
  expect(noteIdFault(text)).toBeNull();
});

test.each([
  ["", "form"],
  ["230718tj16", "form"],
  ["230718TJ1", "form"],
  ["230718TJ1234", "form"],
  ["230718ABCDE16", "form"],
  ["23071816", "form"],
  ["20230718TJ16", "form"],
  [" 230718TJ16", "form"],
  ["230718TJ16\n", "form"],
  ["230718ÄÖ16", "form"],
  ["٢٣٠٧١٨TJ16", "form"],
  ["230732TJ16", "date"],
  ["230700TJ16", "date"],
  ["231301TJ16", "date"],
  ["230001TJ16", "date"],
  ["230229TJ16", "date"],
  ["000000TJ16", "date"],
])("%j is no note id: %s", (text, fault) => {
  expect(parseNoteId(text)).toBeNull();
  expect(noteIdFault(text)).toBe(fault);
});

test.each([
  ["2023-07-18", "TJ", 7, 2, "230718TJ07"],
  ["2023-07-18", "TJ", 7, 3, "230718TJ007"],
  ["2023-07-18", "TJ", 123, 2, "230718TJ123"],
] as const)("format %s %s %i with %i digits", (date, code, sequence, digits, text) => {
  expect(formatNoteId(date, code, sequence, digits)).toBe(text);
});

test.each([
  ["1999-07-18", "TJ", 1],
  ["2023-02-30", "TJ", 1],
  ["23-07-18", "TJ", 1],
  ["2023-07-18", "tj", 1],
  ["2023-07-18", "", 1],
  ["2023-07-18", "TJ", 1000],
  ["2023-07-18", "TJ", -1],
  ["2023-07-18", "TJ", 1.5],
])("no note id has %s, %j, %d", (date, code, sequence) => {
  expect(() => formatNoteId(date, code, sequence)).toThrow(RangeError);
});

test.each([
  ["none yet", [], "230718TJ01"],
  ["a gap", ["230718TJ01", "230718TJ07", "230718TJ03"], "230718TJ08"],
  [
    "other days, types and texts",
    ["230719TJ09", "230718MR09", "230718T09", "230718TJX09", "x", "230718TJ1"],
    "230718TJ01",
  ],
  ["three digits", ["230718TJ001"], "230718TJ002"],
  ["both", ["230718TJ05", "230718TJ004"], "230718TJ006"],
  ["no two digits left", ["230718TJ99"], "230718TJ100"],
  ["none left", ["230718TJ999"], null],
])("the next note id, %s", (_, existing, next) => {
  expect(nextNoteId("2023-07-18", "TJ", existing)).toBe(next);
});

test("others that come first take the next ids", () => {
  const next = (ahead: number) => nextNoteId("2023-07-18", "TJ", ["230718TJ98"], ahead);
  expect([0, 1, 2, 901].map(next)).toEqual(["230718TJ99", "230718TJ100", "230718TJ101", null]);
});

const days = fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
const codes = fc.stringMatching(/^[A-Z]{1,4}$/);

test("what is formatted parses to the same", () => {
  fc.assert(
    fc.property(days, codes, fc.nat(999), (day, code, sequence) => {
      const date = day.toISOString().slice(0, 10);
      expect(parseNoteId(formatNoteId(date, code, sequence))).toMatchObject({ date, code, sequence });
    }),
  );
});
