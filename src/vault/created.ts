import { property, textOf } from "../journal/properties.ts";
import type { Note } from "../note/note.ts";

/** What a note's property `created` says, or empty. Days compare as text. */
export function createdOf(note: Note | null): string {
  return note ? (textOf(property(note, "created")) ?? "") : "";
}

/** Orders days as text, the newest first. */
export function newestFirst(a: string, b: string): number {
  return a < b ? 1 : a > b ? -1 : 0;
}
