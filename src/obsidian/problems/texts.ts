import { countOf, formatCount } from "../../report/count.ts";
import type { Severity } from "../../rules/rule.ts";
import { quote } from "../../text/quote.ts";
import type { ProblemCounts } from "./problems-filter.ts";
import type { Grouping } from "./problems-state.ts";

/** All that the problems view says, in sentence case; what a rule says of a note is the rule's. */
export const texts = {
  title: "Problems",
  reading: "Reading the vault…",
  unreadable: (reason: string): string => `The vault could not be read: ${reason}`,
  allClean: "All clean",
  noNotes: "There are no notes to lint",
  noProblems: (notes: number): string =>
    notes === 0 ? texts.noNotes : `No problems in ${countOf(notes, "note")}`,
  noMatch: "No problem matches the filters",
  clearFilters: "Clear filters",
  groupBy: "Group by",
  groupings: {
    target: "By target",
    rule: "By rule",
    note: "By note",
  } satisfies Readonly<Record<Grouping, string>>,
  search: "Filter problems",
  filter: "Filter by note, folder or rule",
  onlyNote: "Only the open note",
  onlyFolder: "Only the folder of the open note",
  removeFilter: (what: string): string => `Remove filter: ${what}`,
  expandAll: "Expand all",
  collapseAll: "Collapse all",
  copyAll: "Copy all as Markdown",
  copy: "Copy as Markdown",
  copied: (count: number): string => `${countOf(count, "problem")} copied`,
  exportAll: "Export as a note",
  /** The name of the note that a list is exported to. */
  exported: "Problems",
  exportedOn: (date: string): string => `Problems on ${date}`,
  nothingToExport: "No problem is shown, so there is nothing to export",
  createNote: (target: string): string => `Create the note ${quote(target)}`,
  exists: (path: string): string => `"${path}" is there already`,
  keepPlaceholder: (target: string): string => `Keep ${quote(target)} as a placeholder`,
  ignoreRuleHere: (rule: string): string => `Ignore ${rule} in this note`,
  ignoreNote: "Ignore this note",
  /** What a menu calls something that is asked about before it is done. */
  asked: (title: string): string => `${title}…`,
  willChange: (path: string): string => `These lines of "${path}" will change:`,
  willMake: (path: string): string => `"${path}" will be made with these lines:`,
  changedLines: "Changed lines",
  write: "Write",
  written: (path: string): string => `"${path}" was changed`,
  alreadySo: "linkage.yaml says so already",
  refused: (reason: string): string => `linkage.yaml was not changed: ${reason}`,
  open: "Open",
  openInNewTab: "Open in new tab",
  onlyThisRule: "Only this rule",
  onlyThisNote: "Only this note",
  onlyThisFolder: "Only this folder",
  tree: "Problems",
  severity: { error: "Error", warning: "Warning", info: "Info" } satisfies Readonly<Record<Severity, string>>,
  severities: {
    error: "errors",
    warning: "warnings",
    info: "infos",
  } satisfies Readonly<Record<Severity, string>>,
  showSeverity: (severity: Severity, count: number): string =>
    `Show ${texts.severities[severity]}: ${formatCount(count)}`,
  counts: ({ shown, files, total }: ProblemCounts): string =>
    shown === total
      ? `${countOf(total, "problem")} in ${countOf(files, "file")}`
      : `${formatCount(shown)} of ${countOf(total, "problem")} in ${countOf(files, "file")}`,
  problems: (count: number): string => countOf(count, "problem"),
  place: (line: number, column: number): string => `${String(line)}:${String(column)}`,
  noFile: (path: string): string => `"${path}" is no longer there`,
  notANote: (path: string): string => `"${path}" did not open in an editor`,
  gone: (path: string): string => `"${path}" has changed, and the problem is no longer there`,
  changed: (path: string): string => `"${path}" has changed meanwhile, so nothing was written`,
  inConfig: (path: string, line: number, message: string): string =>
    `${path}, line ${String(line)}: ${message}. The app does not open this file: change it in Linkage's settings or in a text editor`,
  notOpened: (path: string): string => `"${path}" could not be opened`,
  failed: (reason: string): string => `That did not work: ${reason}`,
} as const;
