import { parseDate } from "../../journal/calendar.ts";
import { parseNoteId } from "../../journal/note-id.ts";
import { property, textOf } from "../../journal/properties.ts";
import type { Note } from "../../note/note.ts";

/**
 * The ISO dates that a text which is none may mean: `2023/7/18`, `20230718`, `18.07.2023`, `2023-07-18 9:30`. With slashes
 * the day or the month may come first, so that there may be two; the day's first. Empty if it is no date of a real day.
 */
export function dateReadings(text: string): readonly string[] {
  const [all = "", hour, rest = ""] = /(?:[T ]+(\d{1,2})(:\d\d(?::\d\d)?))?\s*$/.exec(text) ?? [];
  const time = hour === undefined ? "" : `T${hour.padStart(2, "0")}${rest}`;
  const days = daysIn(text.slice(0, text.length - all.length).trim());
  return [...new Set(days.map((day) => day + time))].filter((date) => parseDate(date) !== null);
}

/** The day that the note's id names, or null. */
export function dayOfNoteId(note: Note): string | null {
  return parseNoteId(textOf(property(note, "note_id")) ?? "")?.date ?? null;
}

function daysIn(text: string): readonly string[] {
  const [, year = "", , month = "", day = ""] =
    /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? /^(\d{4})()(\d\d)(\d\d)$/.exec(text) ?? [];
  if (year !== "") return [iso(year, month, day)];
  const [, first = "", sign, second = "", last = ""] =
    /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  if (last === "") return [];
  return sign === "." ? [iso(last, second, first)] : [iso(last, second, first), iso(last, first, second)];
}

function iso(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
