import type { Steps } from "../text/steps.ts";
import { copiedIndex } from "../vault/copied-index.ts";
import { type Fixing, type PlannedFix, planFix } from "./fix-note.ts";
import { JointChanges } from "./joint-changes.ts";
import type { NoteFix, Problem } from "./note-fix.ts";

/** What fixing many notes does to the vault. Nothing has been written. */
export interface BatchFix {
  /** The notes that repairs were chosen for, in the order in which they were asked for: changed, left as they were, or both refused and done in part. */
  readonly fixes: readonly NoteFix[];
  /** Notes that could not be read: nothing is known of them. */
  readonly unread: readonly string[];
  /** Problems of other notes that were not there before, by path and in text order: links to what is a draft now, or ids that can be read now. */
  readonly elsewhere: readonly Problem[];
}

/** One step of a batch. After each, a host may let others have their turn, show how far it is, or give up. */
export type BatchStep =
  /** The text of this note is wanted: to be handed to `next`, without byte order mark, or null if it cannot be read. */
  | { readonly kind: "read"; readonly path: string; readonly progress: BatchProgress }
  /** Nothing is wanted. */
  | { readonly kind: "work"; readonly progress: BatchProgress };

/** How far a batch is. */
export interface BatchProgress {
  /** `prepare`: the index is copied. `fix`: each note by itself. `check`: all together. */
  readonly phase: "prepare" | "fix" | "check";
  readonly done: number;
  /** How much there is to be done in this phase; 0 if that is not known. */
  readonly total: number;
}

/** A batch under way. */
export type BatchSteps = Generator<BatchStep, BatchFix, string | null | undefined>;

/**
 * Fix many notes of the vault, in steps, whose result is the same in whatever order the notes are given: each note is fixed
 * as if it were the only one, in the vault as it was at the start. Then all changes are looked at together. A note is left as
 * it was where what speaks for its repairs holds no longer, or what speaks against them holds only now: a target that is no
 * longer the only one or has become a draft, two notes that take one note id or embed one another. That is done anew without
 * such notes until all that are left go together.
 *
 * The index given is never changed: it is copied as it is at the first step. What changes in the vault from then on is for
 * the host to see: it writes a note only where that still says `before`. In memory are, besides the copy, the texts of the
 * notes that repairs were chosen for, before and after.
 *
 * What comes into reach by the changes of other notes, such as a link that is sure only now, is for another batch.
 * @throws RangeError if the index has no note of a path that could be read
 */
export function* fixBatch(paths: Iterable<string>, { vault, linter, choose }: Fixing): BatchSteps {
  const all = [...new Set(paths)];
  const copy = yield* working(copiedIndex(vault), "prepare");
  const { plans, unread } = yield* planAll(all, { vault: copy, linter, choose });
  const changes = new JointChanges({ vault: copy, linter });
  for (const [done, total] of changes.settle(plans))
    yield { kind: "work", progress: { phase: "check", done, total } };
  const elsewhere = yield* working(changes.elsewhere(), "check");
  return { fixes: plans.map((plan) => changes.resultOf(plan)), unread, elsewhere };
}

/** Do all steps at once, with the texts that `read` gives. */
export function finishBatch(steps: BatchSteps, read: (path: string) => string | null): BatchFix {
  let step = steps.next();
  while (step.done !== true)
    step = step.value.kind === "read" ? steps.next(read(step.value.path)) : steps.next();
  return step.value;
}

/** Steps of which nobody knows how many there are. */
function* working<T>(steps: Steps<T>, phase: BatchProgress["phase"]): Generator<BatchStep, T, unknown> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    yield { kind: "work", progress: { phase, done: 0, total: 0 } };
  }
}

/** Each note by itself. */
function* planAll(
  paths: readonly string[],
  fixing: Fixing,
): Generator<
  BatchStep,
  { readonly plans: readonly PlannedFix[]; readonly unread: readonly string[] },
  string | null | undefined
> {
  const plans: PlannedFix[] = [];
  const unread: string[] = [];
  for (const [done, path] of paths.entries()) {
    const progress: BatchProgress = { phase: "fix", done, total: paths.length };
    const text = yield { kind: "read", path, progress };
    if (typeof text !== "string") unread.push(path);
    else {
      const plan = planFix(path, text, fixing);
      if (plan.fix.done.length > 0 || plan.fix.refused.length > 0) plans.push(plan);
    }
  }
  return { plans, unread };
}
