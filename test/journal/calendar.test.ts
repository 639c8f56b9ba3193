import fc from "fast-check";
import { compareDates, dateFault, isDay, parseDate } from "../../src/journal/calendar.ts";

test.each([
  ["2023-07-18", "2023-07-18", null],
  ["2023-07-18T10:00", "2023-07-18", "10:00"],
  ["2023-07-18T10:00:59", "2023-07-18", "10:00:59"],
  ["2023-07-18T10:00:00.123Z", "2023-07-18", "10:00:00.123Z"],
  ["2023-07-18T23:59+05:30", "2023-07-18", "23:59+05:30"],
  ["0000-02-29", "0000-02-29", null],
])("%s is a date", (text, day, time) => {
  expect(parseDate(text)).toEqual({ day, time });
  expect(dateFault(text)).toBeNull();
});

test.each([
  ["", "form"],
  ["today", "form"],
  ["18.07.2023", "form"],
  ["2023-7-18", "form"],
  ["2023-07-18 10:00", "form"],
  ["2023-07-18T10", "form"],
  ["2023-07-18T", "form"],
  ["2023-07-18\n", "form"],
  ["[[2023-07-18]]", "form"],
  ["2023-02-29", "day"],
  ["1900-02-29", "day"],
  ["2023-13-01", "day"],
  ["2023-00-01", "day"],
  ["2023-07-00", "day"],
  ["2023-07-18T24:00", "day"],
  ["2023-07-18T10:60", "day"],
  ["2023-07-18T10:00:60", "day"],
  ["2023-07-18T10:00+24:00", "day"],
])("%j is no date: %s", (text, fault) => {
  expect(parseDate(text)).toBeNull();
  expect(dateFault(text)).toBe(fault);
});

test("the calendar is that of Date", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 9999 }), fc.nat(13), fc.nat(32), (year, month, day) => {
      const date = new Date(Date.UTC(year, month - 1, day));
      const isSame =
        date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
      expect(isDay(year, month, day)).toBe(isSame);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ["2023-07-18", "2023-07-19", -1],
  ["2023-07-18", "2023-07-18T10:00", 0],
  ["2023-07-18T09:59", "2023-07-18T10:00", -1],
  ["2023-07-18T10:00", "2023-07-18T10:00:01", -1],
  ["2023-07-18T20:00Z", "2023-07-19T01:00+09:00", 1],
  ["2023-07-18T20:00:00.5Z", "2023-07-18T15:00:00.500-0500", 0],
  ["2023-07-18T20:00Z", "2023-07-18T19:00", 1],
  ["2023-07-18T10:00Z", "2023-07-18T10:00", 0],
])("%s and %s: %d", (a, b, expected) => {
  const [dateA, dateB] = [parseDate(a), parseDate(b)];
  if (!dateA || !dateB) throw new RangeError(`${a} or ${b} is no date`);
  expect(Math.sign(compareDates(dateA, dateB))).toBe(expected);
  expect(Math.sign(compareDates(dateB, dateA))).toBe(0 - expected);
});
