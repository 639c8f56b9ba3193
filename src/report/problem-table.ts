import type { Diagnostic } from "../lint/diagnostic.ts";
import { severities, type Severity } from "../rules/rule.ts";
import { firstNotBefore } from "../text/search.ts";
import { comparePaths } from "./problem-list.ts";
import { GatheredSections, type GatheredSection } from "./problem-sections.ts";

/**
 * All problems of a vault, by file and grouped by what they say, kept up to date file by file: what a change of one file costs does
 * not grow with the problems of the others. Step by step it comes to what grouping all of them at once would give.
 */
export class ProblemTable {
  private readonly byPath = new Map<string, readonly Diagnostic[]>();
  /** Paths with problems, in the order of {@link comparePaths}. */
  private readonly order: string[] = [];
  private readonly gathered = new GatheredSections();

  /** How many files have a problem. */
  get fileCount(): number {
    return this.order.length;
  }

  /** The problems of the file at `path`. */
  of(path: string): readonly Diagnostic[] {
    return this.byPath.get(path) ?? [];
  }

  /** Paths of the files that have a problem, the config first, then by code units. */
  paths(): readonly string[] {
    return this.order;
  }

  /** All problems, in the order of {@link paths}. */
  *all(): Generator<Diagnostic> {
    for (const path of this.order) yield* this.of(path);
  }

  /** Problems by rule and severity, in no order that means anything; none is empty. */
  sections(): Iterable<GatheredSection> {
    return this.gathered.all();
  }

  /** How many problems there are of each severity. */
  countBySeverity(): Readonly<Record<Severity, number>> {
    const counts = { error: 0, warning: 0, info: 0 };
    for (const { severity, length } of this.sections()) counts[severity] += length;
    return counts;
  }

  /** Put `now` in place of all problems of the file at `path`. They are in the order of its text. Gives whether anything was or is there. */
  set(path: string, now: readonly Diagnostic[]): boolean {
    const before = this.of(path);
    if (before.length === 0 && now.length === 0) return false;
    if (now.length === 0) this.byPath.delete(path);
    else this.byPath.set(path, now);
    if (before.length === 0) this.order.splice(this.placeOf(path), 0, path);
    else if (now.length === 0) this.order.splice(this.placeOf(path), 1);
    for (const { rule, severity } of oneOfEach(before, now)) {
      const isOf = (problem: Diagnostic): boolean => problem.rule === rule && problem.severity === severity;
      this.gathered.of({ rule, severity }).replace(path, before.filter(isOf), now.filter(isOf));
    }
    return true;
  }

  /** Where a path is in the order, or would be. Mostly files come in it. */
  private placeOf(path: string): number {
    const { order } = this;
    const last = order.at(-1);
    if (last === undefined || comparePaths(last, path) < 0) return order.length;
    return firstNotBefore(order, (each) => comparePaths(each, path) < 0);
  }
}

/** How many problems there are of all severities. */
export function sumOf(counts: Readonly<Record<Severity, number>>): number {
  return severities.reduce((sum, severity) => sum + counts[severity], 0);
}

/** One problem of each rule and severity that there is in either list. */
function oneOfEach(before: readonly Diagnostic[], now: readonly Diagnostic[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const list of [before, now])
    for (const problem of list)
      if (!found.some(({ rule, severity }) => rule === problem.rule && severity === problem.severity))
        found.push(problem);
  return found;
}
