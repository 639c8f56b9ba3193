import type { Diagnostic } from "../../lint/diagnostic.ts";
import { ProblemTable } from "../../report/problem-table.ts";
import { eachInSteps, type Steps } from "../../text/steps.ts";
import type { ProblemsState } from "./problems-state.ts";

/** All filters but that by severity. */
type Scope = Pick<ProblemsState, "rule" | "note" | "folder" | "text">;

/**
 * The problems of a table that a view's filters let through, severity aside, in a table of their own that is kept up with the other.
 */
export class ScopedProblems {
  private readonly all: ProblemTable;
  private scope: Scope | null = null;
  private table = new ProblemTable();
  /** Files whose problems may be others in the table of all. */
  private readonly stale = new Set<string>();

  constructor(all: ProblemTable) {
    this.all = all;
  }

  /** Problems of these files may be others. */
  change(paths: Iterable<string>): void {
    if (this.scope !== null) for (const path of paths) this.stale.add(path);
  }

  /** What a state lets through: the table of all where it filters nothing. In steps, of which the last may be left out. */
  *tableFor(state: ProblemsState): Steps<ProblemTable> {
    if (isUnfiltered(state)) {
      this.forget();
      return this.all;
    }
    const isIn = scopeTest(state);
    if (this.scope === null || !isSameScope(this.scope, state)) {
      this.forget();
      const table = new ProblemTable();
      const paths = state.note === null ? this.all.paths().slice() : [state.note];
      yield* eachInSteps(paths, (path) => {
        table.set(path, this.all.of(path).filter(isIn));
      });
      this.table = table;
      this.scope = state;
    }
    const { table, stale } = this;
    yield* eachInSteps(stale, (path) => {
      stale.delete(path);
      table.set(path, this.all.of(path).filter(isIn));
    });
    return table;
  }

  /** Begin anew: nothing was told of what has changed since. */
  forget(): void {
    this.scope = null;
    this.table = new ProblemTable();
    this.stale.clear();
  }
}

function isUnfiltered({ rule, note, folder, text }: Scope): boolean {
  return rule === null && note === null && folder === null && text === "";
}

function isSameScope(a: Scope, b: Scope): boolean {
  return a.rule === b.rule && a.note === b.note && a.folder === b.folder && a.text === b.text;
}

/** A test for problems that all filters but that by severity let through. */
function scopeTest(scope: Scope): (diagnostic: Diagnostic) => boolean {
  const holds = textFilter(scope.text);
  return (diagnostic) => isInScope(diagnostic, scope) && holds(diagnostic);
}

function isInScope({ rule, path }: Diagnostic, scope: Scope): boolean {
  if (scope.rule !== null && rule !== scope.rule) return false;
  if (scope.note !== null && path !== scope.note) return false;
  return scope.folder === null || path.startsWith(`${scope.folder}/`);
}

/** A test for problems that hold all words of `text` in what they say, their rule or their path. */
function textFilter(text: string): (diagnostic: Diagnostic) => boolean {
  const words = foldCase(text)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return () => true;
  // The problems of one note stand together.
  let last = { path: "", folded: "" };
  return ({ message, rule, path }) => {
    if (path !== last.path) last = { path, folded: foldCase(path) };
    const said = foldCase(message);
    return words.every((word) => said.includes(word) || rule.includes(word) || last.folded.includes(word));
  };
}

function foldCase(text: string): string {
  return text.normalize("NFC").toLowerCase();
}
