import type { BatchProgress } from "../../lint/fix-batch.ts";
import type { BatchReport } from "../../report/batch-report.ts";
import { countOf, formatCount } from "../../report/count.ts";
import { quote } from "../../text/quote.ts";
import { fileName, folderOf, withoutExtension } from "../../vault/names.ts";
import type { FixGrouping, FixRequest } from "./fix-request.ts";

/** All that the preview of repairs says, in sentence case; what a rule says of a note is the rule's. */
export const texts = {
  title: "Fixes",
  reading: "Reading the vault…",
  phase: ({ phase, done, total }: BatchProgress): string =>
    total === 0 ? phases[phase] : `${phases[phase]}: ${formatCount(done)} of ${countOf(total, "note")}`,
  writing: (done: number, total: number): string =>
    `Writing: ${formatCount(done)} of ${countOf(total, "note")}`,
  progress: "Progress",
  cancel: "Cancel",
  cancelled: "You cancelled before anything was written",
  again: "Look again",
  nothing: "Nothing to repair that is sure",
  nothingLinked: "No link is left that this repair is for",
  wholeVault: "Sure repairs in the vault",
  sure: (what: string): string => `Sure repairs: ${what}`,
  linkTo: (targets: string, note: string): string => `Links to ${targets} lead to ${quote(note)}`,
  asText: (targets: string): string => `Links to ${targets} become plain text`,
  counts: (chosen: number, all: number, notes: number): string =>
    `${texts.chosenOf(chosen, all)} in ${countOf(notes, "note")}`,
  chosenOf: (chosen: number, all: number): string =>
    chosen === all ? countOf(all, "change") : `${formatCount(chosen)} of ${countOf(all, "change")} chosen`,
  problems: (count: number): string => countOf(count, "problem"),
  unread: (count: number): string => `${countOf(count, "note")} could not be read and would stay as they are`,
  all: "Choose all",
  none: "Choose none",
  apply: (count: number): string => (count === 0 ? "Apply" : `Apply ${countOf(count, "change")}`),
  groupBy: "Group by",
  groupings: {
    rule: "By rule",
    target: "By target",
    folder: "By folder",
    note: "By note",
  } satisfies Readonly<Record<FixGrouping, string>>,
  tree: "Changes to choose from",
  diff: "What would change",
  noTarget: "Without a target",
  topFolder: "Top folder",
  noteRow: (path: string): { readonly label: string; readonly detail: string } => ({
    label: withoutExtension(fileName(path)),
    detail: folderOf(path),
  }),
  refused: (reason: string): string => `Not repaired: ${reason}`,
  comesToLight: "Would come to light",
  leftAsItIs: "Nothing of this note is chosen",
  alone: (reason: string): string => `This note would stay as it is: ${reason}`,
  more: (count: number): string => `Show ${countOf(count, "more note", "more notes")}`,
  unended: "No line end",
  open: "Open note",
  onlyThis: "Choose only this",
  leaveOut: "Leave out",
  take: "Choose",
  written: ({ written }: BatchReport): string => `Changed ${countOf(written.length, "note")}`,
  outcome: (report: BatchReport): string =>
    report.left.length === 0
      ? texts.written(report)
      : `${texts.written(report)}, left ${countOf(report.left.length, "note")}`,
  undo: "Undo",
  notLast: "Another batch has been written since: the command “Undo last batch” undoes that one first",
  command: "fix",
  noJournalTitle: "Apply without undo?",
  noJournal:
    "What can be undone cannot be kept: the app has no database here, or it does not open. The notes that are open can be undone in their editors, the others cannot.",
  applyAnyway: "Apply without undo",
  fixThese: "Fix these problems…",
  fixNote: "Fix this note…",
  fixFolder: (folder: string): string => `Fix the folder ${quote(folder)}…`,
  repairLinks: (target: string): string => `Repair all links to ${quote(target)}…`,
  ledTo: "To which note, or as plain text?",
  plainText: "As plain text",
  failed: (reason: string): string => `That did not work: ${reason}`,
} as const;

const phases = { prepare: "Reading", fix: "Looking at", check: "Checking all together" } as const;

/** What a request would do, in a few words. */
export function requestText({ repair, rules, targets, paths }: FixRequest): string {
  const said = (targets ?? []).map(quote).join(", ");
  if (repair.kind === "link") return texts.linkTo(said, withoutExtension(repair.path));
  if (repair.kind === "text") return texts.asText(said);
  const what = [...(targets ?? []), ...(rules ?? []), ...(paths ?? []).map(withoutExtension)];
  return what.length === 0 ? texts.wholeVault : texts.sure(what.join(", "));
}
