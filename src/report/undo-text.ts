import type { BatchReport, LeftNote } from "./batch-report.ts";
import { quote } from "../text/quote.ts";
import type { Move } from "../vault/moved-files.ts";
import { countOf } from "./count.ts";
import { minuteOf } from "./minute.ts";
import { printable } from "./printable.ts";
import { lostNotes } from "./repair-text.ts";
import { widthOf } from "./wrap.ts";

/** What came of undoing a batch. `written` are the notes that have their old text again. */
export interface UndoReport extends BatchReport {
  /** What has been moved back. */
  readonly move?: Move | null;
  /** What has not, since notes that link to it were left. */
  readonly kept?: string;
  /** How it was to be moved back, and why that cannot be done. */
  readonly stuck?: Move & Pick<LeftNote, "message">;
  /** The batch that was undone. */
  readonly command: string;
  readonly when: Date;
  /** How many of its notes a damaged journal has lost; null if it has lost that, too. */
  readonly lost: number | null;
}

/** A batch as it is listed. */
export interface ListedBatch {
  readonly number: number;
  readonly command: string;
  readonly when: Date;
  readonly notes: number;
  /** What it moved; null if nothing. */
  readonly move: Move | null;
  readonly isUndone: boolean;
}

/** What is told of an undo, line by line. */
export function* undoLines(
  { command, when, move, kept, stuck, written, left, lost }: UndoReport,
  place: Place,
): Generator<string> {
  const batch = `"${command}" of ${minuteOf(when)}`;
  const count = `${countOf(written.length, "note")} ${written.length === 1 ? "has its" : "have their"} old text again`;
  if (written.length > 0) yield printable(`Undid ${batch}: ${count}`);
  // A file to which no link leads is moved without any note being written.
  else yield printable(move ? `Undid ${batch}` : `Undid nothing of ${batch}`);
  if (move) yield printable(`${quote(move.from)} is ${quote(move.to)} again`);
  if (stuck) yield printable(`${quote(stuck.from)} cannot be ${quote(stuck.to)} again: ${stuck.message}`);
  yield* leftLines(left, place);
  if (kept !== undefined)
    yield printable(
      `${quote(kept)} stays where it is; "linkage rename" moves it with the links of all notes`,
    );
  if (lost !== 0) yield `The journal is damaged and knows no more of ${lostNotes(lost)}`;
}

/** A vault-relative path as the reader can open it. */
type Place = (path: string) => string;

/** The notes that a batch has left as they are, and why, line by line: those of one reason together. */
export function* leftLines(left: readonly LeftNote[], place: Place): Generator<string> {
  for (const message of new Set(left.map((note) => note.message))) {
    const paths = left.filter((note) => note.message === message).map(({ path }) => path);
    yield printable(`Left ${countOf(paths.length, "note")}: ${message}`);
    for (const path of paths) yield `  ${printable(place(path))}`;
  }
}

/** The batches that are kept, the last one first, a line each. */
export function* batchLines(batches: readonly ListedBatch[]): Generator<string> {
  const width = Math.max(0, ...batches.map(({ command }) => widthOf(printable(command))));
  for (const { command, when, notes, move, isUndone } of batches) {
    const shown = printable(command);
    const padding = " ".repeat(width - widthOf(shown));
    yield `${minuteOf(when)}  ${shown}${padding}  ${whatOf(notes, move)}${isUndone ? ", undone" : ""}`;
  }
}

function whatOf(notes: number, move: Move | null): string {
  const count = countOf(notes, "note");
  if (move === null) return count;
  const moved = `${quote(move.from)} to ${quote(move.to)}`;
  return printable(notes === 0 ? moved : `${moved}, ${count} with links`);
}
