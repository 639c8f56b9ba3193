import { fixFor, type Diagnostic } from "../lint/diagnostic.ts";
import { severities, type Fix, type Severity } from "../rules/rule.ts";
import { eachInSteps, finish, mapInSteps, sortInSteps, type Steps } from "../text/steps.ts";
import { messageForm } from "./message-form.ts";
import type { Sources } from "./sources.ts";

/** Diagnostics of one rule that say the same: of one target in one form or, where the rule names none, in the same words. */
export interface ProblemGroup {
  /** What tells it apart from the other groups of its rule. */
  readonly key: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly target: string | null;
  /** The one that speaks for all. */
  readonly first: Diagnostic;
  /** All of them, the first included, in the order given. */
  readonly diagnostics: readonly Diagnostic[];
  /** The sure repair of the first that has one, or null. */
  readonly fix: Fix | null;
  /**
   * How many have a sure repair of their own, as far as is known. Though all say the same, one of them may have none: a published
   * note is not linked to a draft.
   */
  readonly sure: number;
}

/** All groups of one rule. */
export interface RuleSection {
  readonly rule: string;
  readonly severity: Severity;
  readonly groups: readonly ProblemGroup[];
}

/** All diagnostics of one file, in the order given. */
export interface NoteGroup {
  readonly path: string;
  /** The gravest of its diagnostics. */
  readonly severity: Severity;
  readonly diagnostics: readonly Diagnostic[];
}

const placeholderRule = "placeholder-link";

/** The sure repair of a diagnostic, or null. */
export type FixOf = (diagnostic: Diagnostic) => Fix | null;

/**
 * The sure repairs of diagnostics in texts as they were linted. Looked for in the order given, since to ask for all of a note one after
 * the other is least work.
 */
export function fixesIn(diagnostics: Iterable<Diagnostic>, sources: Sources): FixOf {
  const fixes = new Map<Diagnostic, Fix>();
  for (const diagnostic of diagnostics) {
    const text = diagnostic.canFix ? sources.text(diagnostic.path) : null;
    const fix = text === null ? null : fixFor(diagnostic, text);
    if (fix) fixes.set(diagnostic, fix);
  }
  return (diagnostic) => fixes.get(diagnostic) ?? null;
}

/**
 * Group diagnostics by problem, in the order in which a writer would act on them: the gravest first; within a severity
 * sure repairs first, then what there is most of; links that are meant to lead nowhere last.
 */
export function groupByProblem(diagnostics: Iterable<Diagnostic>, fixOf: FixOf): readonly RuleSection[] {
  return finish(groupByProblemInSteps(diagnostics, fixOf));
}

/** {@link groupByProblem} in steps. */
export function* groupByProblemInSteps(
  diagnostics: Iterable<Diagnostic>,
  fixOf: FixOf,
): Steps<readonly RuleSection[]> {
  const sections: OrderedSection[] = [];
  for (const ofRule of yield* bucketsBy(diagnostics, ({ rule }) => rule))
    for (const { all } of yield* bucketsBy(ofRule.all, ({ severity }) => severity))
      sections.push(yield* orderedSection(all, fixOf));
  return sections.sort(bySectionUrgency).map(({ section }) => section);
}

/** What tells diagnostics of one rule apart that are different problems. Letter case never matters to Obsidian, in targets as in tags. */
export function problemKey({ target, message }: Diagnostic): string {
  return target === null
    ? `message ${message}`
    : `target ${target.normalize("NFC").toLowerCase()} ${messageForm(message)}`;
}

/** Group diagnostics by file: files with the gravest problems first, then those with the most of these, then by path. */
export function groupByNote(diagnostics: Iterable<Diagnostic>): readonly NoteGroup[] {
  return finish(groupByNoteInSteps(diagnostics));
}

/** {@link groupByNote} in steps. */
export function* groupByNoteInSteps(diagnostics: Iterable<Diagnostic>): Steps<readonly NoteGroup[]> {
  const buckets = yield* bucketsBy(diagnostics, ({ path }) => path);
  const groups = yield* mapInSteps(buckets, ({ first: { path }, all }) => {
    const severity = gravest(all);
    return { group: { path, severity, diagnostics: all }, count: countAs(severity, all) };
  });
  const sorted = yield* sortInSteps(groups, byNoteUrgency);
  return yield* mapInSteps(sorted, ({ group }) => group);
}

/**
 * Is the group a habit of the vault rather than slips in it: a placeholder, or a year among the tags? Nobody goes
 * through its places one by one, so one line says all.
 */
export function isHabit(group: ProblemGroup): boolean {
  if (group.rule === placeholderRule) return true;
  return group.rule === "malformed-tag" && /^\d+$/.test(group.target ?? "");
}

/** How many problems a section holds. */
export function problemsIn(section: RuleSection): number {
  return section.groups.reduce((sum, group) => sum + group.diagnostics.length, 0);
}

/** How many problems of a section have a sure repair of their own. */
export function sureRepairsIn({ groups }: RuleSection): number {
  return groups.reduce((sum, { sure }) => sum + sure, 0);
}

/** The files that a section speaks of, by path. */
export function filesOf(section: RuleSection): ReadonlySet<string> {
  return new Set(section.groups.flatMap((group) => group.diagnostics.map((diagnostic) => diagnostic.path)));
}

/** Diagnostics with one key, in the order given. */
interface Bucket {
  readonly key: string;
  readonly first: Diagnostic;
  readonly all: [Diagnostic, ...Diagnostic[]];
}

function* bucketsBy(
  diagnostics: Iterable<Diagnostic>,
  keyOf: (diagnostic: Diagnostic) => string,
): Steps<readonly Bucket[]> {
  const buckets = new Map<string, Bucket>();
  yield* eachInSteps(diagnostics, (diagnostic) => {
    const key = keyOf(diagnostic);
    const bucket = buckets.get(key);
    if (bucket) bucket.all.push(diagnostic);
    else buckets.set(key, { key, first: diagnostic, all: [diagnostic] });
  });
  return [...buckets.values()];
}

/** Diagnostics of one rule and severity, of which there is one at least. */
function* orderedSection(all: readonly [Diagnostic, ...Diagnostic[]], fixOf: FixOf): Steps<OrderedSection> {
  const [{ rule, severity }] = all;
  const buckets = yield* bucketsBy(all, problemKey);
  const groups = yield* mapInSteps(buckets, (bucket) => problemGroup(bucket, fixOf));
  const sorted = yield* sortInSteps(groups, byUrgency);
  // The groups with a sure repair are the first.
  const isRepaired = sorted[0]?.fix != null;
  return { section: { rule, severity, groups: sorted }, isRepaired, count: all.length };
}

function problemGroup({ key, first, all }: Bucket, fixOf: FixOf): ProblemGroup {
  const { rule, severity, target } = first;
  const fixes = all.flatMap((diagnostic) => fixOf(diagnostic) ?? []);
  const [fix = null] = fixes;
  return { key, rule, severity, target, first, diagnostics: all, fix, sure: fixes.length };
}

/** A section with what its place depends on. */
interface OrderedSection {
  readonly section: RuleSection;
  readonly isRepaired: boolean;
  readonly count: number;
}

function bySectionUrgency(a: OrderedSection, b: OrderedSection): number {
  const [one, other] = [a.section, b.section];
  return (
    gravity(one.severity) - gravity(other.severity) ||
    Number(one.rule === placeholderRule) - Number(other.rule === placeholderRule) ||
    Number(b.isRepaired) - Number(a.isRepaired) ||
    b.count - a.count ||
    compare(one.rule, other.rule)
  );
}

function byUrgency(a: ProblemGroup, b: ProblemGroup): number {
  return (
    Number(b.fix !== null) - Number(a.fix !== null) ||
    b.diagnostics.length - a.diagnostics.length ||
    compare(a.target ?? a.first.message, b.target ?? b.first.message)
  );
}

/** A file's diagnostics, and how many of them are of the gravest severity. */
interface OrderedNote {
  readonly group: NoteGroup;
  readonly count: number;
}

function byNoteUrgency(a: OrderedNote, b: OrderedNote): number {
  return (
    gravity(a.group.severity) - gravity(b.group.severity) ||
    b.count - a.count ||
    compare(a.group.path, b.group.path)
  );
}

function gravest(diagnostics: readonly Diagnostic[]): Severity {
  return severities.find((severity) => countAs(severity, diagnostics) > 0) ?? "info";
}

function countAs(severity: Severity, diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
}

function gravity(severity: Severity): number {
  return severities.indexOf(severity);
}

/** By code units: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
