import type { Diagnostic } from "../lint/diagnostic.ts";
import { severities, type Fix, type Severity } from "../rules/rule.ts";
import { messageForm } from "./message-form.ts";
import type { Sources } from "./sources.ts";

/** Diagnostics of one rule that say the same: of one target in one form or, where the rule names none, in the same words. */
export interface ProblemGroup {
  readonly rule: string;
  readonly severity: Severity;
  readonly target: string | null;
  /** The one that speaks for all. */
  readonly first: Diagnostic;
  /** All of them, the first included, in the order given. */
  readonly diagnostics: readonly Diagnostic[];
  /** The sure repair of the first, or null. */
  readonly fix: Fix | null;
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

/** The sure repairs in texts as they were linted. */
export function fixesIn(sources: Sources): FixOf {
  return (diagnostic) => {
    const text = sources.text(diagnostic.path);
    return text === null ? null : diagnostic.fix(text);
  };
}

/**
 * Group diagnostics by problem, in the order in which a writer would act on them: the gravest first; within a severity
 * sure repairs first, then what there is most of; links that are meant to lead nowhere last.
 */
export function groupByProblem(diagnostics: Iterable<Diagnostic>, fixOf: FixOf): readonly RuleSection[] {
  const sections = bucketsBy(diagnostics, ({ severity, rule }) => `${severity} ${rule}`).map(
    ({ first, all }) => {
      const { rule, severity } = first;
      const groups = bucketsBy(all, sameProblem).map((bucket) => problemGroup(bucket, fixOf));
      return { rule, severity, groups: groups.sort(byUrgency) };
    },
  );
  return sections.sort(bySectionUrgency);
}

/** Group diagnostics by file: files with the gravest problems first, then those with the most of these, then by path. */
export function groupByNote(diagnostics: Iterable<Diagnostic>): readonly NoteGroup[] {
  const groups = bucketsBy(diagnostics, ({ path }) => path).map(({ first: { path }, all }) => {
    return { path, severity: gravest(all), diagnostics: all };
  });
  return groups.sort(byNoteUrgency);
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

/** The files that a section speaks of, by path. */
export function filesOf(section: RuleSection): ReadonlySet<string> {
  return new Set(section.groups.flatMap((group) => group.diagnostics.map((diagnostic) => diagnostic.path)));
}

/** Diagnostics with one key, in the order given. */
interface Bucket {
  readonly first: Diagnostic;
  readonly all: Diagnostic[];
}

function bucketsBy(
  diagnostics: Iterable<Diagnostic>,
  keyOf: (diagnostic: Diagnostic) => string,
): readonly Bucket[] {
  const buckets = new Map<string, Bucket>();
  for (const diagnostic of diagnostics) {
    const key = keyOf(diagnostic);
    const bucket = buckets.get(key);
    if (bucket) bucket.all.push(diagnostic);
    else buckets.set(key, { first: diagnostic, all: [diagnostic] });
  }
  return [...buckets.values()];
}

/** Letter case never matters to Obsidian, in targets as in tags. */
function sameProblem({ target, message }: Diagnostic): string {
  return target === null
    ? `message ${message}`
    : `target ${target.normalize("NFC").toLowerCase()} ${messageForm(message)}`;
}

function problemGroup({ first, all }: Bucket, fixOf: FixOf): ProblemGroup {
  const { rule, severity, target } = first;
  return { rule, severity, target, first, diagnostics: all, fix: fixOf(first) };
}

function bySectionUrgency(a: RuleSection, b: RuleSection): number {
  return (
    gravity(a.severity) - gravity(b.severity) ||
    Number(a.rule === placeholderRule) - Number(b.rule === placeholderRule) ||
    Number(hasSureRepair(b)) - Number(hasSureRepair(a)) ||
    problemsIn(b) - problemsIn(a) ||
    compare(a.rule, b.rule)
  );
}

function byUrgency(a: ProblemGroup, b: ProblemGroup): number {
  return (
    Number(b.fix !== null) - Number(a.fix !== null) ||
    b.diagnostics.length - a.diagnostics.length ||
    compare(a.target ?? a.first.message, b.target ?? b.first.message)
  );
}

function byNoteUrgency(a: NoteGroup, b: NoteGroup): number {
  return (
    gravity(a.severity) - gravity(b.severity) ||
    countAs(b.severity, b.diagnostics) - countAs(a.severity, a.diagnostics) ||
    compare(a.path, b.path)
  );
}

function hasSureRepair(section: RuleSection): boolean {
  return section.groups.some((group) => group.fix !== null);
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
