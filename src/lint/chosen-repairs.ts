import type { Fix } from "../rules/rule.ts";
import type { TextEdit, TextRange } from "../text/range.ts";
import { invertedEdits, RangeMap } from "../text/range-map.ts";
import { lastNotAbove } from "../text/search.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { fixFor, type Diagnostic } from "./diagnostic.ts";
import type { LintedNote } from "./linted-note.ts";
import { problemKey, type ChooseRepair } from "./repair-choice.ts";
import { problemOf, type RefusedRepair, type Repair } from "./note-fix.ts";
import { whyRefused } from "./refused-repairs.ts";

/** A repair that was chosen, in one pass. */
export interface ChosenRepair {
  readonly rule: string;
  readonly message: string;
  /** Of its problem, in the text of the pass. */
  readonly range: TextRange;
  /** Its problem; null where there is none any more. */
  readonly diagnostic: Diagnostic | null;
  readonly fix: Fix;
  /** It is the sure repair of its rule, so that nothing but the facts speaks for it. */
  readonly isSure: boolean;
  readonly shown: Repair;
}

/** The repairs of one pass. */
export interface ChosenRepairs {
  /** In text order. No two of them meet; of those that do, the first is here and the others wait for the next pass. */
  readonly repairs: readonly ChosenRepair[];
  readonly refused: readonly RefusedRepair[];
}

/**
 * The repairs that are chosen for the problems of a note, and can be made together.
 * @param first the text that the note had at first
 * @param edits from there to the text that it has now
 */
export function chooseRepairs(
  { text, note, diagnostics }: LintedNote,
  vault: VaultIndex,
  choose: ChooseRepair,
  first: string,
  edits: readonly TextEdit[],
): ChosenRepairs {
  const back = new RangeMap(invertedEdits(first, edits));
  const taken = new TakenPlaces();
  const repairs: ChosenRepair[] = [];
  const refused: RefusedRepair[] = [];
  for (const diagnostic of diagnostics) {
    const origin = back.shifted(diagnostic.range);
    const fix = choose(diagnostic, { text, note, vault, origin });
    if (fix === null || fix.edits.length === 0) continue;
    const shown = shownRepair(diagnostic, fix, origin);
    const reason = whyRefused(fix, diagnostic.range, note, text, vault);
    if (reason !== null) refused.push({ ...shown, reason });
    else if (taken.take(fix.edits))
      repairs.push({ ...namesOf(diagnostic), fix, shown, isSure: isSame(fixFor(diagnostic, text), fix) });
  }
  return { repairs, refused };
}

/** Whether two repairs are the same edits. */
export function isSame(one: Fix | null, other: Fix): boolean {
  return one !== null && JSON.stringify(one.edits) === JSON.stringify(other.edits);
}

function namesOf(diagnostic: Diagnostic): Pick<ChosenRepair, "rule" | "message" | "range" | "diagnostic"> {
  const { rule, message, range } = diagnostic;
  return { rule, message, range, diagnostic };
}

function shownRepair(diagnostic: Diagnostic, { title }: Fix, origin: TextRange): Repair {
  return { problem: problemOf(diagnostic, origin), key: problemKey(diagnostic, origin), title };
}

/** Places of a text that edits have taken, in text order. */
class TakenPlaces {
  private readonly edits: TextEdit[] = [];
  private readonly starts: number[] = [];

  /** Take the places of these edits, unless one of them is taken. */
  take(edits: readonly TextEdit[]): boolean {
    if (edits.some((edit) => this.meets(edit))) return false;
    for (const edit of edits) {
      const at = lastNotAbove(this.starts, edit.from) + 1;
      this.edits.splice(at, 0, edit);
      this.starts.splice(at, 0, edit.from);
    }
    return true;
  }

  private meets(edit: TextEdit): boolean {
    // Of those that start before it none but the last reach so far; several may start at one place.
    let at = lastNotAbove(this.starts, edit.from - 1);
    for (let other = this.edits[Math.max(0, at)]; other && other.from <= edit.to; other = this.edits[++at])
      if (doMeet(other, edit)) return true;
    return false;
  }
}

/** Two edits overlap, or where one inserts, the other begins or ends: their order would say which comes first. */
function doMeet(one: TextEdit, other: TextEdit): boolean {
  const isInsertion = one.from === one.to || other.from === other.to;
  return isInsertion
    ? one.from <= other.to && one.to >= other.from
    : one.from < other.to && one.to > other.from;
}
