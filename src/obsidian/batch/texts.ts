import type { BatchReport, Trouble } from "../../report/batch-report.ts";
import { countOf } from "../../report/count.ts";
import { minuteOf } from "../../report/minute.ts";
import { lostNotes } from "../../report/repair-text.ts";
import type { UndoReport } from "../../report/undo-text.ts";
import { reasonOf } from "../read-note.ts";

/** Why a note was not written, as far as Linkage itself knows. */
export const troubles = {
  changed: { why: "changed", message: "It has changed meanwhile" },
  vanished: { why: "vanished", message: "It is no longer there" },
  unsaved: {
    why: "changed",
    message: "Its tabs show different texts, or one that is not saved yet, expected the same in all",
  },
  otherwise: { why: "changed", message: "The editor has written something else, see its own undo" },
  tooLarge: { why: "not-text", message: "It would have more than 2 MB, expected less" },
  halfCharacter: {
    why: "not-text",
    message: "The new text holds half a character, which no file can, expected whole ones",
  },
  stopped: { why: "stopped", message: "You cancelled before its turn" },
} as const satisfies Readonly<Record<string, Trouble>>;

/** What is said of batches, in sentence case. */
export const batchTexts = {
  busy: "Another batch is being written, expected that to be over",
  tooMuch: "So many changes do not fit into the journal of what can be undone, expected fewer notes at once",
  notJournaled: (error: unknown): string =>
    `What can be undone could not be put down, so nothing was written: ${reasonOf(error)}`,
  undoing: "Undoing the last batch",
  notUndone: (reason: string): string => `The last batch was not undone: ${reason}`,
  nothingToUndo: "There is nothing to undo in this vault",
  noJournal: "What can be undone could not be read: the app has no database, or it does not open",
  undid: ({ command, when, written, lost }: UndoReport): string =>
    [
      written.length === 0
        ? `Undid nothing of "${command}" of ${minuteOf(when)}`
        : `Undid "${command}" of ${minuteOf(when)}: ${countOf(written.length, "note")} ${written.length === 1 ? "has its" : "have their"} old text again`,
      ...(lost === 0 ? [] : [`the journal is damaged and knows no more of ${lostNotes(lost)}`]),
    ].join("; "),
  left: (count: number, why: string): string => `Left ${countOf(count, "note")}: ${why}`,
  someLeft: ({ left }: BatchReport): string => `${countOf(left.length, "note")} could not be undone`,
} as const;
