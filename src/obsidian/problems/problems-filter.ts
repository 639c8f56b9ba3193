import type { Diagnostic } from "../../lint/diagnostic.ts";
import { severities, type Severity } from "../../rules/rule.ts";
import { eachInSteps, filterInSteps, type Steps } from "../../text/steps.ts";
import type { ProblemsState } from "./problems-state.ts";

/** What a filter lets through, in numbers. */
export interface ProblemCounts {
  /** Problems shown. */
  readonly shown: number;
  /** Files with a problem that is shown. */
  readonly files: number;
  /** All problems there are. */
  readonly total: number;
  /** By severity, the severities that are not shown too: what turning one on would add. */
  readonly bySeverity: Readonly<Record<Severity, number>>;
}

export interface FilteredProblems {
  readonly shown: readonly Diagnostic[];
  readonly counts: ProblemCounts;
}

/** Nothing at all. */
export const noProblems: FilteredProblems = {
  shown: [],
  counts: { shown: 0, files: 0, total: 0, bySeverity: { error: 0, warning: 0, info: 0 } },
};

/** The problems that a view's filters let through, in the order given, in steps. Those of one note must stand together. */
export function* filterProblems(
  diagnostics: readonly Diagnostic[],
  state: ProblemsState,
): Steps<FilteredProblems> {
  const inScope = isUnfiltered(state) ? diagnostics : yield* filterInSteps(diagnostics, scopeFilter(state));
  const bySeverity = { error: 0, warning: 0, info: 0 };
  yield* eachInSteps(inScope, ({ severity }) => {
    bySeverity[severity]++;
  });
  const isHidden = severities.some((each) => bySeverity[each] > 0 && !state.severities.includes(each));
  const shown = isHidden
    ? yield* filterInSteps(inScope, ({ severity }) => state.severities.includes(severity))
    : inScope;
  const counts = {
    shown: shown.length,
    files: yield* countFiles(shown),
    total: diagnostics.length,
    bySeverity,
  };
  return { shown, counts };
}

function isUnfiltered({ rule, note, folder, text }: ProblemsState): boolean {
  return rule === null && note === null && folder === null && text === "";
}

/** A test for problems that all filters but that by severity let through. */
function scopeFilter(state: ProblemsState): (diagnostic: Diagnostic) => boolean {
  const holds = textFilter(state.text);
  return (diagnostic) => isInScope(diagnostic, state) && holds(diagnostic);
}

function* countFiles(diagnostics: readonly Diagnostic[]): Steps<number> {
  let count = 0;
  let last: string | null = null;
  yield* eachInSteps(diagnostics, ({ path }) => {
    if (path !== last) count++;
    last = path;
  });
  return count;
}

function isInScope({ rule, path }: Diagnostic, state: ProblemsState): boolean {
  if (state.rule !== null && rule !== state.rule) return false;
  if (state.note !== null && path !== state.note) return false;
  return state.folder === null || path.startsWith(`${state.folder}/`);
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
