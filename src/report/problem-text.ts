import type { Diagnostic } from "../lint/diagnostic.ts";
import { severities } from "../rules/rule.ts";
import { countOf, formatCount } from "./count.ts";
import { byTriage, entryLines, repairOf, restLine } from "./entry-text.ts";
import {
  fixesIn,
  groupByProblem,
  isHabit,
  problemsIn,
  type ProblemGroup,
  type RuleSection,
  sureRepairsIn,
} from "./groups.ts";
import { labelsFor } from "./labels.ts";
import { overviewLines, placeOfSection } from "./overview-text.ts";
import { printable } from "./printable.ts";
import type { Screen } from "./screen.ts";
import type { Sources } from "./sources.ts";
import { countOfSeverity } from "./summary.ts";
import { wrap } from "./wrap.ts";

/** What {@link problemLines} tells of a report. */
export interface ProblemReport {
  readonly diagnostics: readonly Diagnostic[];
  readonly whole: boolean;
  readonly summaries: ReadonlyMap<string, string>;
  /** Sure repairs have been made: those that are left were refused. */
  readonly fix?: boolean;
}

/**
 * How many problems of one rule are shown unless the whole is asked for: slips, of which some are left for those that the writer must
 * decide where others can surely be repaired; those with several places; habits.
 */
const shown = { slips: 8, toDecide: 4, withPlaces: 3, habits: 16 } as const;
/** How many lines of places a problem has at most, and one further down. */
const placeLines = { first: 3, later: 1 } as const;
/** With more rules than this, an overview comes first, and then what can surely be repaired. */
const plainRules = 2;

/**
 * The part of a text report that lists problems in the order of triage: what can surely be repaired, then by severity what is to be
 * decided; of each the most urgent rules and targets first.
 */
export function* problemLines(report: ProblemReport, sources: Sources, screen: Screen): Generator<string> {
  const { style } = screen;
  const sections = groupByProblem(report.diagnostics, fixesIn(report.diagnostics, sources));
  const places = new Map(sections.map((section) => [section, placeOfSection(section, sources)]));
  const placeOf = (section: RuleSection): string => places.get(section) ?? placeOfSection(section, sources);
  const isLong = sections.length > plainRules;
  if (isLong) yield* overviewLines(sections, placeOf, style);
  const sure = isLong ? sections.flatMap((section) => partOf(section, ({ fix }) => fix !== null)) : [];
  const open = isLong ? sections.flatMap((section) => partOf(section, ({ fix }) => fix === null)) : sections;
  if (sure.length > 0) {
    const by = report.fix === true ? "" : ', which "linkage fix" makes, or says why not';
    const heading = countOf(
      sure.reduce((sum, section) => sum + sureRepairsIn(section), 0),
      "sure repair",
    );
    yield style.strong(style.sure(heading)) + by;
    yield "";
    for (const section of sure) yield* sectionLines(section, placeOf(section), report, sources, screen);
  }
  for (const severity of severities) {
    const ofSeverity = open.filter((section) => section.severity === severity);
    if (ofSeverity.length === 0) continue;
    const count = countOfSeverity(problemsInAll(ofSeverity), severity);
    const isRest = sure.some((section) => section.severity === severity);
    yield style.strong(style[severity](isRest ? count.replace(" ", " more ") : count));
    yield "";
    for (const section of ofSeverity) yield* sectionLines(section, placeOf(section), report, sources, screen);
  }
}

/** A section with some of its groups, itself with all of them; none if it has no such group. */
function partOf(section: RuleSection, has: (group: ProblemGroup) => boolean): readonly RuleSection[] {
  const groups = section.groups.filter(has);
  if (groups.length === section.groups.length) return [section];
  return groups.length > 0 ? [{ ...section, groups }] : [];
}

function problemsInAll(sections: readonly RuleSection[]): number {
  return sections.reduce((sum, section) => sum + problemsIn(section), 0);
}

function* sectionLines(
  section: RuleSection,
  place: string,
  report: ProblemReport,
  sources: Sources,
  screen: Screen,
): Generator<string> {
  const { style, width } = screen;
  yield `  ${style[section.severity](style.strong(section.rule))}  ${formatCount(problemsIn(section))} ${place}`;
  const labels = labelsFor(section.groups);
  const summary = labels.common ?? report.summaries.get(section.rule);
  if (summary !== undefined)
    for (const line of wrap(printable(summary), width - 2)) yield `  ${style.faint(line)}`;
  const groups = report.whole ? section.groups : shortGroups(section.groups);
  const entries = groups.map((group) => ({
    group,
    label: labels.of(group),
    repair: repairOf(group, sources),
  }));
  for (const [index, entry] of byTriage(entries).entries())
    yield* entryLines({ ...entry, placeLines: linesFor(entry.group, index, report) }, sources, screen);
  const left = section.groups.length - groups.length;
  if (left > 0) yield style.faint(restLine(left, restText(section, groups)));
  yield "";
}

/** How many lines of places the problem has that stands at `index` in its section. */
function linesFor(group: ProblemGroup, index: number, { whole }: ProblemReport): number {
  if (whole) return Infinity;
  if (isHabit(group)) return 0;
  return index < shown.withPlaces ? placeLines.first : placeLines.later;
}

/** What is left out of a section, and how to see it. */
function restText({ rule, groups }: RuleSection, listed: readonly ProblemGroup[]): string {
  const sure = sureOf(groups).length - sureOf(listed).length;
  const ofThem =
    sure === 0 || groups.every(({ fix }) => fix !== null)
      ? ""
      : `, ${formatCount(sure)} of them with a sure repair`;
  return `more${ofThem}: --rule ${rule} shows all`;
}

/**
 * The first problems: sure repairs, then what is to be decided, then habits. These take one line each, so there is room for more
 * of them.
 */
function shortGroups(groups: readonly ProblemGroup[]): readonly ProblemGroup[] {
  const habits = groups.filter(isHabit).slice(0, shown.habits);
  const slips = groups.filter((group) => !isHabit(group));
  const open = slips.filter(({ fix }) => fix === null);
  const sure = sureOf(slips).slice(0, shown.slips - Math.min(open.length, shown.toDecide));
  return [...sure, ...open.slice(0, shown.slips - sure.length), ...habits];
}

function sureOf(groups: readonly ProblemGroup[]): readonly ProblemGroup[] {
  return groups.filter(({ fix }) => fix !== null);
}
