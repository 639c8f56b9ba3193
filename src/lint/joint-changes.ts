import type { Note } from "../note/note.ts";
import { parseNote } from "../note/parse-note.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { leaveNote, type PlannedFix, replayFix } from "./fix-note.ts";
import type { Linting } from "./linted-note.ts";
import { newDiagnostics } from "./new-problems.ts";
import { type NoteFix, type Problem, problemOf } from "./note-fix.ts";

/** How often notes are taken out before those that are left must go together. */
const MOST_ROUNDS = 10;

const notTogether = `The changes of this batch do not settle in ${String(MOST_ROUNDS)} rounds, expected smaller batches`;

/** A change that is in the index, and the facts that it took the place of. */
interface StandingChange {
  readonly plan: PlannedFix;
  readonly old: Note;
}

/** Changes of many notes together. The index, which holds them while they stand, belongs to these. */
export class JointChanges {
  private readonly linting: Linting;
  private readonly standing = new Map<string, StandingChange>();
  private readonly results = new Map<string, NoteFix>();
  /** Notes whose diagnostics may have changed. */
  private readonly affected = new Set<string>();

  constructor(linting: Linting) {
    this.linting = linting;
  }

  /** What a planned fix comes to among the others. */
  resultOf({ fix }: PlannedFix): NoteFix {
    return this.results.get(fix.path) ?? fix;
  }

  /**
   * Make all changes, and take out again those that do not go with the others, until all that stand do. All of one round are
   * taken out together, so that it makes no difference which is looked at first. A step is one note; each says how many are
   * done of how many of its round.
   */
  *settle(plans: readonly PlannedFix[]): Generator<readonly [done: number, total: number], void> {
    for (const [done, plan] of plans.entries()) {
      this.make(plan);
      yield [done, plans.length];
    }
    // One by itself was planned among the notes as they are.
    if (this.standing.size < 2) return;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const refused: StandingChange[] = [];
      let done = 0;
      for (const change of this.standing.values()) {
        const result = replayFix(change.plan, this.linting);
        this.results.set(result.path, result);
        if (result.obstacle !== null) refused.push(change);
        yield [++done, this.standing.size];
      }
      if (refused.length === 0) return;
      for (const change of refused) this.takeOut(change);
    }
    for (const change of [...this.standing.values()]) {
      this.takeOut(change);
      this.results.set(change.old.path, leaveNote(change.plan.fix, this.linting, notTogether));
      yield [0, 0];
    }
  }

  /**
   * The problems that other notes have since the changes and did not have before, by path and in text order. A step is one
   * note. After this no change is in the index any more.
   */
  *elsewhere(): Generator<undefined, readonly Problem[]> {
    const changed = [...this.standing.values()];
    const others = [...this.affected].filter((path) => !this.standing.has(path)).sort();
    const after = new Map<string, readonly Diagnostic[]>();
    for (const path of others) {
      const found = this.lint(path);
      if (found.length > 0) after.set(path, found);
      yield;
    }
    for (const change of changed) {
      this.takeOut(change);
      yield;
    }
    const added: Problem[] = [];
    for (const [path, found] of after) {
      for (const diagnostic of newDiagnostics(this.lint(path), found, [])) added.push(problemOf(diagnostic));
      yield;
    }
    return added;
  }

  private make(plan: PlannedFix): void {
    const { path, before, after } = plan.fix;
    const old = this.linting.vault.note(path);
    if (old === null || after === before) return;
    this.set(parseNote(path, after));
    this.standing.set(path, { plan, old });
  }

  private takeOut({ old }: StandingChange): void {
    this.set(old);
    this.standing.delete(old.path);
  }

  private set(note: Note): void {
    for (const path of this.linting.vault.setNote(note)) this.affected.add(path);
  }

  private lint(path: string): readonly Diagnostic[] {
    const note = this.linting.vault.note(path);
    return note ? this.linting.linter.lintWhole(note, this.linting.vault) : [];
  }
}
