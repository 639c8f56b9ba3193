import type { Conventions } from "../../journal/conventions.ts";
import type { Diagnostic } from "../../lint/diagnostic.ts";
import { Linter } from "../../lint/linter.ts";
import { allRules } from "../../rules/all-rules.ts";
import type { VaultIndex } from "../../vault/vault-index.ts";
import type { RecordedProblem, Repairs } from "./recorded-problem.mts";

/** A vault as the problems were found in it. */
interface Vault {
  readonly index: VaultIndex;
  readonly conventions: Conventions;
}

const rules = new Map(allRules.map((rule) => [rule.id, rule]));

/**
 * Finds the repairs of problems that are only known by what they say: the rule looks at the note once more and says the same
 * (design.md, law 3), this time with repairs.
 */
export class RepairFinder {
  private readonly vault: () => Vault;
  private readonly problemsOf: (path: string) => readonly RecordedProblem[];
  private readonly linters = new Map<string, Linter>();
  /** A rule has looked at a note. */
  hasFound = false;
  private last: {
    readonly path: string;
    readonly rule: string;
    readonly found: readonly Diagnostic[];
  } | null = null;

  /**
   * @param vault asked for when a rule must look at a note
   * @param problemsOf all problems of the note at a path, in the order in which they were found
   */
  constructor(vault: () => Vault, problemsOf: (path: string) => readonly RecordedProblem[]) {
    this.vault = vault;
    this.problemsOf = problemsOf;
  }

  readonly find = (problem: RecordedProblem): Repairs => {
    const rule = rules.get(problem.rule);
    return {
      fix: (text) => (rule?.canFix ? this.again(problem).fix(text) : null),
      suggest: (text) => (rule?.canSuggest ? this.again(problem).suggest(text) : []),
    };
  };

  /**
   * The problem as the rule finds it now.
   * @throws Error if it does not: a mistake of the program's
   */
  private again(problem: RecordedProblem): Diagnostic {
    const { path, rule } = problem;
    const alike = this.problemsOf(path).filter((each) => each.rule === rule);
    const same = this.found(path, rule)[alike.indexOf(problem)];
    if (same?.message === problem.message) return same;
    throw new Error(`${rule} no longer finds in ${path}: ${problem.message}`);
  }

  private found(path: string, rule: string): readonly Diagnostic[] {
    this.hasFound = true;
    if (this.last?.path === path && this.last.rule === rule) return this.last.found;
    const { index, conventions } = this.vault();
    let linter = this.linters.get(rule);
    if (linter === undefined) this.linters.set(rule, (linter = new Linter(allRules, conventions, [rule])));
    const note = index.note(path);
    const found = note === null ? [] : linter.lint(note, index);
    this.last = { path, rule, found };
    return found;
  }
}
