/** A date as the journal writes it: `2023-07-18`, or with a time, `2023-07-18T10:00`. */
export interface JournalDate {
  /** `2023-07-18`; sorts as text. */
  readonly day: string;
  /** What follows the `T`, as written, or null. */
  readonly time: string | null;
}

/** Why a text is no date: it is written otherwise (`form`), or there is no such day or time (`day`). */
export type DateFault = "form" | "day";

/** The ISO date or date-time in `text`, or null. Seconds, their fraction and an offset may be left out. */
export function parseDate(text: string): JournalDate | null {
  const date = read(text);
  return typeof date === "string" ? null : date;
}

/** Why `parseDate` finds no date in `text`; null if it finds one. */
export function dateFault(text: string): DateFault | null {
  const date = read(text);
  return typeof date === "string" ? date : null;
}

/**
 * Which of two dates comes first: negative if `a` does, 0 if neither. A time counts only where both dates have one, an
 * offset from UTC only where both times have one.
 */
export function compareDates(a: JournalDate, b: JournalDate): number {
  if (a.time === null || b.time === null) return compare(a.day, b.day);
  if (offset.test(a.time) && offset.test(b.time)) return instantOf(a) - instantOf(b);
  return compare(a.day, b.day) || compare(a.time.replace(offset, ""), b.time.replace(offset, ""));
}

/** Whether the calendar has this day. `month` and `day` count from 1. */
export function isDay(year: number, month: number, day: number): boolean {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && isLeap ? 29 : monthLengths[month - 1];
  return length !== undefined && day >= 1 && day <= length;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const form = /^(\d{4})-(\d\d)-(\d\d)(?:T((\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-](\d\d):?(\d\d))?))?$/;

function read(text: string): JournalDate | DateFault {
  const match = form.exec(text);
  if (match === null) return "form";
  const [, year, month, day, time, hour, minute, second, offsetHour, offsetMinute] = match;
  if (!isDay(Number(year), Number(month), Number(day))) return "day";
  if (!isTime(hour, minute, second) || !isTime(offsetHour, offsetMinute, undefined)) return "day";
  return { day: text.slice(0, "2023-07-18".length), time: time ?? null };
}

const offset = /(?:Z|[+-]\d\d:?\d\d)$/;

/** In milliseconds. `Date` knows offsets with a colon only. */
function instantOf({ day, time }: JournalDate): number {
  return Date.parse(`${day}T${time?.replace(/(\d\d):?(\d\d)$/, "$1:$2") ?? ""}`);
}

/** By characters: a time with seconds comes behind the same without. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function isTime(hour: string | undefined, minute: string | undefined, second: string | undefined): boolean {
  return Number(hour ?? 0) < 24 && Number(minute ?? 0) < 60 && Number(second ?? 0) < 60;
}
