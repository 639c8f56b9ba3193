import { keepingLast } from "../text/keeping-last.ts";
import { isDay } from "./calendar.ts";

/** A note id taken apart: `230718TJ16` is the 16th tech-journal note of 2023-07-18. */
export interface NoteId {
  /** As written. */
  readonly text: string;
  /** `2023-07-18`; the two digits of the year mean 2000–2099. */
  readonly date: string;
  /** The note type's capitals: `TJ`. */
  readonly code: string;
  readonly sequence: number;
}

/** Why a text is no note id: it is written otherwise (`form`), or there is no such day (`date`). */
export type NoteIdFault = "form" | "date";

/** How many digits a sequence is written with. */
export type SequenceDigits = 2 | 3;

/** A note type's code: one to four capitals. */
export const codeForm = /^[A-Z]{1,4}$/;

/** The note id that `text` is, blanks and all, or null: `YYMMDD`, one to four capitals, two or three digits. */
export function parseNoteId(text: string): NoteId | null {
  const id = read(text);
  return typeof id === "string" ? null : id;
}

/** Why `parseNoteId` finds no note id in `text`; null if it finds one. */
export function noteIdFault(text: string): NoteIdFault | null {
  const id = read(text);
  return typeof id === "string" ? id : null;
}

/**
 * The note id of a day, type and sequence. A sequence that needs more digits than `digits` gets them.
 * @throws RangeError if there is no such note id: a date that is not in 2000–2099, another code, a sequence not in 0–999.
 */
export function formatNoteId(
  date: string,
  code: string,
  sequence: number,
  digits: SequenceDigits = 2,
): string {
  const text = date.slice(2).replaceAll("-", "") + code + String(sequence).padStart(digits, "0");
  const id = parseNoteId(text);
  if (id?.date !== date || id.code !== code || id.sequence !== sequence) {
    throw new RangeError(`No note id has date ${date}, code ${code} and sequence ${String(sequence)}`);
  }
  return text;
}

/**
 * The next free note id of a day and type: the highest of `existing` and one, since gaps are normal. It has as many digits
 * as that day and type has used, two if there is none yet. Null if 999 is taken. Texts that are no note ids do not count.
 * @param ahead how many others want one too and come first: 1 gives the second next, and so on
 * @throws RangeError as `formatNoteId`.
 */
export function nextNoteId(date: string, code: string, existing: Iterable<string>, ahead = 0): string | null {
  const start = formatNoteId(date, code, 0).slice(0, -2);
  let highest = 0;
  let digits: SequenceDigits = 2;
  for (const text of existing) {
    const id = text.startsWith(start) ? parseNoteId(text) : null;
    if (id?.code !== code) continue;
    highest = Math.max(highest, id.sequence);
    if (text.length - start.length > digits) digits = 3;
  }
  const next = highest + 1 + ahead;
  return next > 999 ? null : formatNoteId(date, code, next, digits);
}

/** Which of two note ids comes first: the earlier day; on one day the smaller sequence, however many digits it has. */
export function compareNoteIds(a: NoteId, b: NoteId): number {
  return a.date < b.date ? -1 : Number(a.date > b.date) || a.sequence - b.sequence;
}

const form = /^(\d\d)(\d\d)(\d\d)([A-Z]{1,4})(\d{2,3})$/;

/** Several rules read the id of one note in turn. */
const read = keepingLast((text: string): NoteId | NoteIdFault => {
  const match = form.exec(text);
  if (match === null) return "form";
  const [, year = "", month = "", day = "", code = "", sequence] = match;
  if (!isDay(2000 + Number(year), Number(month), Number(day))) return "date";
  return { text, date: `20${year}-${month}-${day}`, code, sequence: Number(sequence) };
});
