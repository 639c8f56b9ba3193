import type { LeftNote } from "./batch-report.ts";
import { countOf } from "./count.ts";
import { minuteOf } from "./minute.ts";
import { printable } from "./printable.ts";

/** What was found of a batch that was interrupted, and what was done about it. */
export interface RepairReport {
  readonly command: string;
  readonly when: Date;
  /** Paths of the notes that were half written and have their old text again. */
  readonly putBack: readonly string[];
  /** How many notes have their new text. */
  readonly written: number;
  /** The notes that are neither, or cannot be looked at. */
  readonly left: readonly LeftNote[];
  /** How many notes the journal has lost; null if it has lost that, too. */
  readonly lost: number | null;
  /** Whether all is well now: if not, the next run tries again, and nothing is written until then. */
  readonly isRepaired: boolean;
}

/** What is told of a repair, in one line: whatever is done to notes unasked must be named. */
export function repairLine(report: RepairReport): string {
  const { command, when, putBack, written, left, lost, isRepaired } = report;
  const parts = [
    putBack.length === 0
      ? "no note was half written"
      : `${wasOrWere(putBack.length)} half written and got the old text back (${putBack.join(", ")})`,
    ...(written > 0 ? [`${wasOrWere(written)} written before, see "linkage undo"`] : []),
    ...left.map(({ path, message }) => `${path} was left: ${message}`),
    ...(lost === 0 ? [] : [`the journal is damaged and knows no more of ${lostNotes(lost)}`]),
    ...(isRepaired ? [] : ["until that is repaired, nothing can be written"]),
  ];
  return printable(`"${command}" of ${minuteOf(when)} was interrupted: ${parts.join("; ")}`);
}

/** How many notes a damaged journal has lost, in words. */
export function lostNotes(lost: number | null): string {
  return lost === null ? "how many notes there were" : countOf(lost, "note");
}

function wasOrWere(count: number): string {
  return `${countOf(count, "note")} ${count === 1 ? "was" : "were"}`;
}
