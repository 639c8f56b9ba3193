import { fixIn, type Diagnostic } from "../lint/diagnostic.ts";
import { severities, type Fix, type Severity } from "../rules/rule.ts";
import { eachInSteps, finish, mapInSteps, sortInSteps, type Steps } from "../text/steps.ts";
import { comparePaths } from "./problem-list.ts";
import { GatheredSections, type GatheredGroup, type GatheredSection } from "./problem-sections.ts";
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
  /** Whether these are all called the same, as far as is known: of two single values each becomes a list of its own. */
  readonly isAlike: boolean;
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
    const fix = fixIn(diagnostic, sources);
    if (fix) fixes.set(diagnostic, fix);
  }
  return (diagnostic) => fixes.get(diagnostic) ?? null;
}

/**
 * Group diagnostics by problem, in the order in which a writer would act on them: the gravest first; within a severity
 * sure repairs first, then what there is most of; links that are meant to lead nowhere last.
 */
export function groupByProblem(diagnostics: Iterable<Diagnostic>, fixOf: FixOf): readonly RuleSection[] {
  const sections = new GatheredSections();
  const repairs = new Map<GatheredGroup, { readonly fix: Fix; sure: number; isAlike: boolean }>();
  for (const diagnostic of diagnostics) {
    const group = sections.of(diagnostic).push(diagnostic);
    const fix = fixOf(diagnostic);
    if (fix === null) continue;
    const others = repairs.get(group);
    if (others) {
      others.sure++;
      others.isAlike &&= fix.title === others.fix.title;
    } else repairs.set(group, { fix, sure: 1, isAlike: true });
  }
  const made = Array.from(sections.all(), (section) =>
    finish(ruleSection(section, (group) => repairs.get(group))),
  );
  return inOrder(made);
}

/** Group diagnostics by file: files with the gravest problems first, then those with the most of these, then by path. */
export function groupByNote(diagnostics: Iterable<Diagnostic>): readonly NoteGroup[] {
  const files = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const others = files.get(diagnostic.path);
    if (others) others.push(diagnostic);
    else files.set(diagnostic.path, [diagnostic]);
  }
  return finish(noteGroupsInSteps(files));
}

/** The groups of {@link groupByNote} in steps, of diagnostics by path. */
export function* noteGroupsInSteps(
  files: Iterable<readonly [string, readonly Diagnostic[]]>,
): Steps<readonly NoteGroup[]> {
  const groups = yield* mapInSteps(files, orderedNote);
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
  const paths = new Set<string>();
  for (const { diagnostics } of section.groups) for (const { path } of diagnostics) paths.add(path);
  return paths;
}

/** What is known of the sure repairs of a group: the first of them, how many there are, and whether all are called the same. */
export interface GroupRepairs {
  readonly fix: Fix;
  readonly sure: number;
  readonly isAlike: boolean;
}

/**
 * A section as it is now, its groups in the order in which a writer would act on them: sure repairs first, then what there is most
 * of, then by what they are about. In steps.
 * @param repairsOf what is known of a group's sure repairs
 */
export function* ruleSection(
  section: GatheredSection,
  repairsOf: (group: GatheredGroup) => GroupRepairs | undefined,
): Steps<RuleSection> {
  const { rule, severity } = section;
  const groups: ProblemGroup[] = [];
  yield* eachInSteps(section.groups(), (group) => {
    const { key, problems } = group;
    const { first } = problems;
    if (first === undefined) return;
    const { fix = null, sure = 0, isAlike = true } = repairsOf(group) ?? {};
    const { target } = first;
    groups.push({ key, rule, severity, target, first, diagnostics: problems.all, fix, sure, isAlike });
  });
  return { rule, severity, groups: yield* sortInSteps(groups, byUrgency) };
}

/** Sections in the order in which a writer would act on them. */
export function inOrder(sections: readonly RuleSection[]): readonly RuleSection[] {
  return sections
    .map(orderedSection)
    .sort(bySectionUrgency)
    .map(({ section }) => section);
}

/** A section with what its place depends on. */
interface OrderedSection {
  readonly section: RuleSection;
  readonly isRepaired: boolean;
  readonly count: number;
}

function orderedSection(section: RuleSection): OrderedSection {
  // The groups with a sure repair are the first.
  return { section, isRepaired: section.groups[0]?.fix != null, count: problemsIn(section) };
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
    compare(a.target ?? a.first.message, b.target ?? b.first.message) ||
    byPlace(a.first, b.first) ||
    compare(a.key, b.key)
  );
}

/** What was found first, if all is found in the order of the vault. */
function byPlace(a: Diagnostic, b: Diagnostic): number {
  return comparePaths(a.path, b.path) || a.range.from - b.range.from || a.range.to - b.range.to;
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

function orderedNote([path, diagnostics]: readonly [string, readonly Diagnostic[]]): OrderedNote {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  const severity = severities.find((each) => counts[each] > 0) ?? "info";
  return { group: { path, severity, diagnostics }, count: counts[severity] };
}

function gravity(severity: Severity): number {
  return severities.indexOf(severity);
}

/** By code units: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
