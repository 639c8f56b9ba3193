import type { Diagnostic } from "../lint/diagnostic.ts";
import { severities } from "../rules/rule.ts";
import { entryLines, repairOf, restLine, type Entry } from "./entry-text.ts";
import {
  fixesIn,
  groupByProblem,
  isHabit,
  problemsIn,
  type ProblemGroup,
  type RuleSection,
} from "./groups.ts";
import { labelsFor, type Labels } from "./labels.ts";
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

/** How many problems of one rule are shown unless the whole is asked for, and how many of these with several places. */
const shown = { slips: 8, withPlaces: 3, habits: 16 } as const;
/** How many lines of places a problem has at most, and one further down. */
const placeLines = { first: 3, later: 2 } as const;
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
  const groups = report.whole ? section.groups.map(wholeGroup) : shortGroups(section.groups);
  for (const entry of entriesOf(groups, labels, sources)) yield* entryLines(entry, sources, screen);
  const left = section.groups.length - groups.length;
  if (left > 0) yield style.faint(restLine(left, `more: --rule ${section.rule} shows all`));
  yield "";
}

/** A problem, and how many lines its places may take. */
type ShownGroup = Pick<Entry, "group" | "placeLines">;

function wholeGroup(group: ProblemGroup): ShownGroup {
  return { group, placeLines: Infinity };
}

/** The first problems, those at the top with more places. Habits take one line each, so there is room for more of them. */
function shortGroups(groups: readonly ProblemGroup[]): readonly ShownGroup[] {
  const habits = groups.filter(isHabit).slice(0, shown.habits);
  const slips = groups.filter((group) => !isHabit(group)).slice(0, shown.slips);
  return [
    ...slips.map((group, index) => ({
      group,
      placeLines: index < shown.withPlaces ? placeLines.first : placeLines.later,
    })),
    ...habits.map((group) => ({ group, placeLines: 0 })),
  ];
}

/** A suggestion that is the same for all says nothing of any, and is left out. */
function entriesOf(groups: readonly ShownGroup[], labels: Labels, sources: Sources): readonly Entry[] {
  const entries = groups.map((shownGroup) => ({
    ...shownGroup,
    label: labels.of(shownGroup.group),
    repair: repairOf(shownGroup.group, sources),
  }));
  const isTelling = entries.length === 1 || new Set(entries.map(({ repair }) => repair?.title)).size > 1;
  return entries.map((entry) =>
    isTelling || entry.repair?.isSure === true ? entry : { ...entry, repair: null },
  );
}
