import type { Diagnostic } from "../lint/diagnostic.ts";
import { severities } from "../rules/rule.ts";
import { formatCount } from "./count.ts";
import { byTriage, entryLines, repairOf, restLine } from "./entry-text.ts";
import {
  fixesIn,
  groupByProblem,
  isHabit,
  problemsIn,
  type ProblemGroup,
  type RuleSection,
} from "./groups.ts";
import { labelsFor } from "./labels.ts";
import { overviewLines, sectionCount } from "./overview-text.ts";
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
}

/**
 * How many problems of one rule are shown unless the whole is asked for: slips, of which some are left for those that the writer must
 * decide where others can surely be repaired; those with several places; habits.
 */
const shown = { slips: 8, toDecide: 4, withPlaces: 3, habits: 16 } as const;
/** How many lines of places a problem has at most, and one further down. */
const placeLines = { first: 3, later: 1 } as const;
/** With more rules than this, an overview comes first. */
const plainRules = 2;

/** The part of a text report that lists problems by severity, rule and target, the most urgent first. */
export function* problemLines(report: ProblemReport, sources: Sources, screen: Screen): Generator<string> {
  const { style } = screen;
  const sections = groupByProblem(report.diagnostics, fixesIn(sources));
  if (sections.length > plainRules) yield* overviewLines(sections, sources, style);
  for (const severity of severities) {
    const ofSeverity = sections.filter((section) => section.severity === severity);
    if (ofSeverity.length === 0) continue;
    const count = ofSeverity.reduce((sum, section) => sum + problemsIn(section), 0);
    yield style.strong(style[severity](countOfSeverity(count, severity)));
    yield "";
    for (const section of ofSeverity) yield* sectionLines(section, report, sources, screen);
  }
}

function* sectionLines(
  section: RuleSection,
  report: ProblemReport,
  sources: Sources,
  screen: Screen,
): Generator<string> {
  const { style, width } = screen;
  yield `  ${style[section.severity](style.strong(section.rule))}  ${sectionCount(section, sources)}`;
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
  const ofThem = sure === 0 ? "" : `, ${formatCount(sure)} of them with a sure repair`;
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
