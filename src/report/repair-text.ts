import type { LeftNote } from "./batch-report.ts";
import { quote } from "../text/quote.ts";
import { countOf } from "./count.ts";
import { minuteOf } from "./minute.ts";
import type { Move } from "../vault/moved-files.ts";
import { printable } from "./printable.ts";

/** What was found of a batch that was interrupted, and what was done about it. */
export interface RepairReport {
  readonly command: string;
  readonly when: Date;
  /** Paths of the notes that were half written and have their old text again. */
  readonly putBack: readonly string[];
  /** What the batch was to move, and whether it has been; then all of it has been done, else none. Left out for one that moves nothing. */
  readonly move?: Move & { readonly isThrough: boolean };
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
  const { command, when, written, left, lost, isRepaired } = report;
  const parts = [
    report.move ? moveWords(report.move, report.putBack) : tornWords(report.putBack),
    ...(written > 0 ? [`${wasOrWere(written)} written before, see "linkage undo"`] : []),
    ...left.map(({ path, message }) => `${path} was left: ${message}`),
    ...(lost === 0 ? [] : [`the journal is damaged and knows no more of ${lostNotes(lost)}`]),
    ...(isRepaired ? [] : ["until that is repaired, nothing can be written"]),
  ];
  return printable(`"${command}" of ${minuteOf(when)} was interrupted: ${parts.join("; ")}`);
}

function tornWords(putBack: readonly string[]): string {
  return putBack.length === 0
    ? "no note was half written"
    : `${wasOrWere(putBack.length)} half written and got the old text back (${putBack.join(", ")})`;
}

function moveWords(
  { from, to, isThrough }: NonNullable<RepairReport["move"]>,
  putBack: readonly string[],
): string {
  if (isThrough) return `all was done, and ${quote(from)} is ${quote(to)} now`;
  const got = putBack.length === 1 ? "1 note got its" : `${countOf(putBack.length, "note")} got their`;
  const texts = putBack.length === 0 ? "" : `, and ${got} links back`;
  return `${quote(from)} stayed where it was${texts}`;
}

/** How many notes a damaged journal has lost, in words. */
export function lostNotes(lost: number | null): string {
  return lost === null ? "how many notes there were" : countOf(lost, "note");
}

function wasOrWere(count: number): string {
  return `${countOf(count, "note")} ${count === 1 ? "was" : "were"}`;
}
