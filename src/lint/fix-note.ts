import { applyEdits } from "../text/edits.ts";
import { composeEdits } from "../text/compose-edits.ts";
import type { TextEdit } from "../text/range.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { fixFor, type Diagnostic } from "./diagnostic.ts";
import { type ChosenRepair, type ChosenRepairs, chooseRepairs, isSame } from "./chosen-repairs.ts";
import { whyRepairsAreWrong } from "./judged-repairs.ts";
import { type LintedNote, type Linting, lintText } from "./linted-note.ts";
import { newDiagnostics } from "./new-problems.ts";
import { type NoteFix, problemOf, type RefusedRepair, type Repair } from "./note-fix.ts";
import { whyRefused } from "./refused-repairs.ts";
import type { ChooseRepair } from "./repair-choice.ts";

/** How often a note is repaired and linted again before it must have settled. */
const MOST_PASSES = 10;

/** What notes are fixed with. */
export interface Fixing extends Linting {
  readonly choose: ChooseRepair;
}

/** A note's fix, and how it came about: the repairs of each pass. */
export interface PlannedFix {
  readonly fix: NoteFix;
  readonly passes: readonly (readonly ChosenRepair[])[];
}

/**
 * Fix one note of the vault: make the repairs that are chosen, all together where no two meet, lint what comes of them, and
 * go on until nothing is chosen any more. Nothing is written, and the index is as before when this returns; in between it
 * holds the note as it would be.
 *
 * A repair is refused that would change `draft`, link a published note to a draft or a note to itself, or let notes embed one
 * another. The note is left as it was (`obstacle`) if its links would lead elsewhere than meant, if a rule would report more
 * than before about what was readable and resolved before (design.md, law 4), or if it does not settle in 10 passes.
 *
 * The linter should run all rules that are on, whichever are to be fixed: what `choose` leaves out is still held against
 * the new text.
 * @param text of the note now, without byte order mark; need not be that of the index
 * @throws RangeError if the vault has no such note
 */
export function fixNote(path: string, text: string, fixing: Fixing): NoteFix {
  return planFix(path, text, fixing).fix;
}

/** As `fixNote`, with the repairs of each pass, for `replayFix`. */
export function planFix(path: string, text: string, fixing: Fixing): PlannedFix {
  return keepingNote(path, fixing, () => plan(lintText(path, text, fixing), fixing));
}

/**
 * The same fix among other notes than it was planned for: whether its sure repairs are still sure, and nothing speaks against
 * any of them. Gives what it uncovers and leaves there.
 */
export function replayFix({ fix, passes }: PlannedFix, linting: Linting): NoteFix {
  return keepingNote(fix.path, linting, () => {
    const first = lintText(fix.path, fix.before, linting);
    let now = first;
    const made: (readonly ChosenRepair[])[] = [];
    for (const planned of passes) {
      const pass = replayedRepairs(planned, now, linting.vault);
      const next = lintText(fix.path, applyEdits(now.text, editsOf(planned)), linting);
      const reason = typeof pass === "string" ? pass : whyRepairsAreWrong(now, next, pass, linting.vault);
      if (typeof pass === "string" || reason !== null)
        return leftAsItWas(first, fix.done, fix.refused, reason ?? notSure);
      made.push(pass);
      now = next;
    }
    return { ...fix, ...problemsAfter(first, now, made, fix.edits) };
  });
}

/** A fix of which nothing is made after all, for a reason of the host or the batch. */
export function leaveNote(
  { path, before, done, refused }: NoteFix,
  linting: Linting,
  reason: string,
): NoteFix {
  return keepingNote(path, linting, () =>
    leftAsItWas(lintText(path, before, linting), done, refused, reason),
  );
}

const notSure = "Another note of the same batch is changed so that a repair of this one is no longer sure";

function keepingNote<T>(path: string, { vault }: Linting, act: () => T): T {
  const note = vault.note(path);
  if (note === null) throw new RangeError(`There is no note ${JSON.stringify(path)} in the index`);
  try {
    return act();
  } finally {
    vault.setNote(note);
  }
}

function plan(first: LintedNote, { choose, ...linting }: Fixing): PlannedFix {
  const passes: (readonly ChosenRepair[])[] = [];
  let now = first;
  let edits: readonly TextEdit[] = [];
  for (;;) {
    const chosen = chooseRepairs(now, linting.vault, choose, first.text, edits);
    if (chosen.repairs.length === 0) return { fix: done(first, now, passes, edits, chosen), passes };
    const repairs = [...passes.flat(), ...chosen.repairs].map(({ shown }) => shown);
    if (passes.length === MOST_PASSES)
      return { fix: leftAsItWas(first, repairs, chosen.refused, notSettled), passes: [] };
    const pass = tryTogether(now, chosen.repairs, linting);
    if (typeof pass === "string")
      return { fix: leftAsItWas(first, repairs, chosen.refused, pass), passes: [] };
    edits = composeEdits(first.text, edits, editsOf(pass.repairs));
    passes.push(pass.repairs);
    now = pass.after;
  }
}

const notSettled = `The repairs do not come to an end in ${String(MOST_PASSES)} passes`;

/** Repairs that do not go together may do so one after the other: then the first is made alone. Else the reason why not. */
function tryTogether(
  before: LintedNote,
  repairs: readonly ChosenRepair[],
  linting: Linting,
): { readonly repairs: readonly ChosenRepair[]; readonly after: LintedNote } | string {
  const after = lintText(before.note.path, applyEdits(before.text, editsOf(repairs)), linting);
  const reason = whyRepairsAreWrong(before, after, repairs, linting.vault);
  if (reason === null) return { repairs, after };
  return repairs.length === 1 ? reason : tryTogether(before, repairs.slice(0, 1), linting);
}

function editsOf(repairs: readonly ChosenRepair[]): readonly TextEdit[] {
  return repairs.flatMap(({ fix }) => fix.edits);
}

function done(
  first: LintedNote,
  now: LintedNote,
  passes: readonly (readonly ChosenRepair[])[],
  edits: readonly TextEdit[],
  { refused }: ChosenRepairs,
): NoteFix {
  return {
    path: first.note.path,
    before: first.text,
    after: now.text,
    edits,
    done: passes.flat().map(({ shown }) => shown),
    refused,
    ...problemsAfter(first, now, passes, edits),
    obstacle: null,
  };
}

function problemsAfter(
  first: LintedNote,
  now: LintedNote,
  passes: readonly (readonly ChosenRepair[])[],
  edits: readonly TextEdit[],
): Pick<NoteFix, "uncovered" | "left"> {
  const repaired: ReadonlySet<Diagnostic | null> = new Set(passes.flat().map(({ diagnostic }) => diagnostic));
  const old = first.diagnostics.filter((diagnostic) => !repaired.has(diagnostic));
  const uncovered = new Set(newDiagnostics(old, now.diagnostics, edits));
  return {
    uncovered: [...uncovered].map((diagnostic) => problemOf(diagnostic)),
    left: now.diagnostics.filter((each) => !uncovered.has(each)).map((each) => problemOf(each)),
  };
}

function leftAsItWas(
  { text, note, diagnostics }: LintedNote,
  repairs: readonly Repair[],
  refused: readonly RefusedRepair[],
  reason: string,
): NoteFix {
  return {
    path: note.path,
    before: text,
    after: text,
    edits: [],
    done: [],
    refused: [...refused, ...repairs.map((repair) => ({ ...repair, reason }))],
    uncovered: [],
    left: diagnostics.map((diagnostic) => problemOf(diagnostic)),
    obstacle: reason,
  };
}

/** The repairs of a pass with the problems as they are now; else why one of them is not to be made. */
function replayedRepairs(
  repairs: readonly ChosenRepair[],
  { text, note, diagnostics }: LintedNote,
  vault: VaultIndex,
): readonly ChosenRepair[] | string {
  const found: ChosenRepair[] = [];
  // Of several of one rule at one place, the first.
  const byPlace = new Map([...diagnostics].reverse().map((each) => [placeOf(each), each]));
  for (const repair of repairs) {
    const { range } = repair;
    const diagnostic = byPlace.get(placeOf(repair)) ?? null;
    const reason = whyRefused(repair.fix, range, note, text, vault);
    if (reason !== null) return reason;
    if (repair.isSure && !isSame(diagnostic && fixFor(diagnostic, text), repair.fix)) return notSure;
    found.push({ ...repair, diagnostic });
  }
  return found;
}

function placeOf({ rule, range: { from, to } }: Pick<ChosenRepair, "rule" | "range">): string {
  return `${rule} ${String(from)}-${String(to)}`;
}
