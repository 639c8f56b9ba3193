import { fileName, isNotePath } from "../vault/names.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** The problems of an old vault that are known, so that only new ones are told: by path of the file, in the order of `baselineOf`. */
export type Baseline = ReadonlyMap<string, readonly KnownProblem[]>;

/**
 * Problems that one rule has with one thing in one file. They are known by what they are about, never by their place: lines that
 * come or go above change nothing. Of several that are about the same thing only their number is known.
 */
export interface KnownProblem {
  readonly rule: string;
  /** What they are about: their target. Where the rule gives none, their `message`; the other of the two is null. */
  readonly target: string | null;
  readonly message: string | null;
  /** How many there are, one or more. */
  readonly count: number;
}

/** What a baseline says of problems that were found. */
export interface Comparison {
  /** Those that it does not know, in the order given. */
  readonly fresh: readonly Diagnostic[];
  /** How many it knows. */
  readonly known: number;
  /** What it knows and nobody found; `count` is how many of them are missing. */
  readonly gone: Baseline;
  /** The baseline with the files that have moved under their new paths. */
  readonly baseline: Baseline;
}

/** The baseline that knows all of these problems. Files, rules and what the problems are about are in the order of their code units. */
export function baselineOf(diagnostics: Iterable<Diagnostic>): Baseline {
  const byPath = new Map<string, KnownProblem[]>();
  for (const diagnostic of diagnostics) {
    const known = byPath.get(diagnostic.path);
    if (known) known.push(knownAs(diagnostic));
    else byPath.set(diagnostic.path, [knownAs(diagnostic)]);
  }
  return inOrder(byPath);
}

/**
 * Sort out the problems that a baseline knows. Of more problems about one thing than it knows the last are told.
 *
 * A file is known by its path. A note that was moved to another folder keeps what is known of it, if nothing is at its old path
 * and it alone has its name among the notes that the baseline says nothing of. A note with another name is another note: that it
 * has the same problems tells nothing, since many have.
 * @param files paths of all files of the vault
 */
export function compare(
  baseline: Baseline,
  diagnostics: Iterable<Diagnostic>,
  files: Iterable<string>,
): Comparison {
  const moved = withMoves(baseline, files);
  const left = new Map(Array.from(moved, ([path, problems]) => [path, countsOf(problems)]));
  const fresh: Diagnostic[] = [];
  let known = 0;
  for (const diagnostic of diagnostics) {
    const counts = left.get(diagnostic.path);
    const key = keyOf(knownAs(diagnostic));
    const count = counts?.get(key) ?? 0;
    if (count === 0) fresh.push(diagnostic);
    else {
      counts?.set(key, count - 1);
      known++;
    }
  }
  const gone = withCounts(moved, (path, problem) => left.get(path)?.get(keyOf(problem)) ?? 0);
  return { fresh, known, gone, baseline: moved };
}

/** The part of a baseline that holds for `test`. */
export function partOf(baseline: Baseline, test: (rule: string, path: string) => boolean): Baseline {
  return withCounts(baseline, (path, problem) => (test(problem.rule, path) ? problem.count : 0));
}

/** A baseline without what is `gone` from it. */
export function without(baseline: Baseline, gone: Baseline): Baseline {
  const lost = new Map(Array.from(gone, ([path, problems]) => [path, countsOf(problems)]));
  return withCounts(baseline, (path, problem) => problem.count - (lost.get(path)?.get(keyOf(problem)) ?? 0));
}

/** How many problems a baseline knows. */
export function countKnown(baseline: Baseline): number {
  return [...baseline.values()].flat().reduce((sum, { count }) => sum + count, 0);
}

/** A baseline of these problems, in any order: those about the same thing are put together. */
export function inOrder(baseline: Baseline): Baseline {
  const paths = [...baseline.keys()].sort();
  return new Map(paths.map((path) => [path, sorted(baseline.get(path) ?? [])]));
}

function knownAs({ rule, target, message }: Diagnostic): KnownProblem {
  return { rule, target, message: target === null ? message : null, count: 1 };
}

/** What tells known problems of one file apart; sorts by rule first. */
function keyOf({ rule, target, message }: KnownProblem): string {
  return target === null ? `${rule}\nmessage ${message ?? ""}` : `${rule}\ntarget ${target}`;
}

function sorted(problems: readonly KnownProblem[]): readonly KnownProblem[] {
  const counts = countsOf(problems);
  const byKey = new Map(problems.map((problem) => [keyOf(problem), problem]));
  return [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, problem]) => ({ ...problem, count: counts.get(key) ?? 0 }));
}

function countsOf(problems: readonly KnownProblem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const problem of problems) {
    const key = keyOf(problem);
    counts.set(key, (counts.get(key) ?? 0) + problem.count);
  }
  return counts;
}

/** The same problems with other counts. What none is left of is left out. */
function withCounts(baseline: Baseline, countFor: (path: string, problem: KnownProblem) => number): Baseline {
  const kept = new Map<string, readonly KnownProblem[]>();
  for (const [path, problems] of baseline) {
    const some = problems
      .map((problem) => ({ ...problem, count: countFor(path, problem) }))
      .filter(({ count }) => count > 0);
    if (some.length > 0) kept.set(path, some);
  }
  return kept;
}

/** The baseline with the notes that have moved under their new paths. */
function withMoves(baseline: Baseline, files: Iterable<string>): Baseline {
  const gone = new Set([...baseline.keys()].filter(isNotePath));
  const come: string[] = [];
  for (const path of files) if (!gone.delete(path) && isNotePath(path)) come.push(path);
  if (gone.size === 0) return baseline;
  const newPaths = onlyByName(come);
  const moves = [...onlyByName(gone)].map(([name, path]) => [path, newPaths.get(name) ?? path] as const);
  const byOldPath = new Map(moves);
  return inOrder(
    new Map(Array.from(baseline, ([path, problems]) => [byOldPath.get(path) ?? path, problems])),
  );
}

/** By file name: the path that alone has it. */
function onlyByName(paths: Iterable<string>): ReadonlyMap<string, string> {
  const byName = new Map<string, string | null>();
  for (const path of paths) byName.set(fileName(path), byName.has(fileName(path)) ? null : path);
  return new Map([...byName].flatMap(([name, path]) => (path === null ? [] : [[name, path]])));
}
