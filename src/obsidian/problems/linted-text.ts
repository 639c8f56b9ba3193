import type { Diagnostic } from "../../lint/diagnostic.ts";
import type { Note } from "../../note/note.ts";
import { plainNote } from "../../note/packed/plain-note.ts";
import { parseNote } from "../../note/parse-note.ts";
import type { ProblemsSource } from "./problems-source.ts";

/**
 * A problem that was listed, in its note's text of now: its ranges and repairs are of `text`. If that is not what was
 * linted (it was edited, or an editor shows LF for the file's CRLF), it is linted first, and the problem is looked up again.
 * Null: the problem is no longer there.
 */
export function problemInText(listed: Diagnostic, text: string, source: ProblemsSource): Diagnostic | null {
  const { path } = listed;
  const before = source.diagnostics(path);
  if (!isOf(text, source.index.note(path))) source.setText(path, text);
  if (!isOf(text, source.index.note(path))) return null;
  return counterpart(listed, before, source.diagnostics(path));
}

/** Whether a note's facts are of this text. Text without facts in it may differ: no range is of that. */
function isOf(text: string, note: Note | null): boolean {
  if (note?.length !== text.length) return false;
  return JSON.stringify(parseNote(note.path, text)) === JSON.stringify(plainNote(note));
}

/** Which of the new diagnostics a listed one has become: as many of the same before it, else the nearest of the same. */
function counterpart(
  listed: Diagnostic,
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): Diagnostic | null {
  if (after.includes(listed)) return listed;
  const isSame = ({ rule, message }: Diagnostic): boolean =>
    rule === listed.rule && message === listed.message;
  const candidates = after.filter(isSame);
  const old = before.filter(isSame);
  if (old.includes(listed) && old.length === candidates.length)
    return candidates[old.indexOf(listed)] ?? null;
  const distance = ({ range }: Diagnostic): number => Math.abs(range.from - listed.range.from);
  const [first = null, ...rest] = candidates;
  return rest.reduce((best, each) => (best && distance(each) >= distance(best) ? best : each), first);
}
