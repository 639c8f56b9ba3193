import { basename } from "node:path";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { CannotRun } from "../report/cannot-run.ts";
import { countOf } from "../report/count.ts";
import { isAsGrave, resultLine, type LintResult } from "../report/lint-report.ts";
import { printable } from "../report/printable.ts";
import { requireRule } from "../report/rule-list.ts";
import { readBaselineFile, type BaselineFile } from "./baseline-file.mts";
import { fix } from "./fix.mts";
import { print, type Io } from "./io.mts";
import { newProblems } from "./known-problems.mts";
import type { LintOptions } from "./lint-options.mts";
import { reportOf } from "./lint-output.mts";
import type { LintRun } from "./lint-run.mts";
import { openVault } from "./open-vault.mts";
import { outputFile, type OutputFile } from "./output-file.mts";
import { startProgress, type Progress } from "./progress.mts";
import { shownPath } from "./screen.mts";
import { inBoth, select } from "./selection.mts";
import { changesSince, selectSince, type Changes } from "./since.mts";
import { startLint } from "./start-lint.mts";
import { EndedReport, type ToldReport } from "./told-report.mts";
import { vaultHint } from "./vault-hint.mts";

/** `linkage lint`: print what is wrong with the notes at `paths`. Gives the exit code: 1 if there is too much of it. */
export async function lint(paths: readonly string[], options: LintOptions, io: Io): Promise<number> {
  requireSense(options);
  const folder = await openVault(options.vault, paths, io);
  const output = options.output === undefined ? null : outputFile(options.output, folder, io.cwd);
  // What the report is printed on holds the report and nothing else.
  if (options.fix) await fix(paths, { ...options, target: [] }, { ...io, stdout: io.stderr });
  const start = startOf(folder, paths, options, io);
  const { run } = start;
  if (run.told) return tellAgain(run, run.told, io);
  const { result, remarks, hint } = lintVault(folder, paths, options, io, start);
  const report = new EndedReport(await reportOf(result, folder, options, io, output));
  const failure = whyItFails(result.found, options);
  const code = failure === null ? 0 : 1;
  // What is not shown is to be named.
  const hidden = failure?.isHidden === true ? [failure.text] : [];
  await publish(report, () => resultLine(result, options), [...remarks, ...hidden], { output, options, io });
  if (hint !== null) await print(io.stderr, [remarkLines([`linkage: ${hint}`])]);
  const { text } = report;
  run.keep(report.isEnded, text === null ? null : { text: text + remarkLines(hidden), code });
  return code;
}

/** Nothing has changed since the same was asked: print what was printed then. */
async function tellAgain(run: LintRun, { text, code }: ToldReport, io: Io): Promise<number> {
  await print(io.stdout, [text]);
  run.keep(false, null);
  return code;
}

/** @throws CannotRun if options do not go together, or there is no such rule */
function requireSense({ rule, prune, baseline }: LintOptions): void {
  for (const id of rule) requireRule(id);
  if (prune === true && baseline === undefined)
    throw new CannotRun("--prune is given without a baseline, expected --baseline with it");
}

/** A lint that has begun, and what it is held against. */
interface LintStart {
  readonly run: LintRun;
  readonly progress: Progress;
  readonly changes: Changes | null;
  readonly baseline: BaselineFile | null;
}

function startOf(folder: string, paths: readonly string[], options: LintOptions, io: Io): LintStart {
  const progress = startProgress(io.stderr);
  const changes = options.since === undefined ? null : changesSince(options.since, folder, io.env);
  const baseline = options.baseline === undefined ? null : readBaselineFile(options.baseline, folder, io.cwd);
  const run = startLint(folder, paths, options, io, progress);
  if (run.told) progress.end();
  return { run, progress, changes, baseline };
}

/** What is found, and what is to be said of it besides, each in one line. */
interface LintedVault {
  readonly result: LintResult;
  readonly remarks: readonly string[];
  /** What may be wrong with how it was asked; null if nothing. */
  readonly hint: string | null;
}

function lintVault(
  folder: string,
  paths: readonly string[],
  options: LintOptions,
  io: Io,
  { run, progress, changes, baseline }: LintStart,
): LintedVault {
  const { config, notePaths, unread } = run;
  const files = run.speaksOfFiles ? run.files : notePaths;
  const candidates = new Set([...files, ...unread.map(({ path }) => path), config.path]);
  const selected = select(paths, folder, io.cwd, candidates);
  const since = changes && selectSince(changes, run.index(), config.path);
  const selection = since ? inBoth(selected, since) : selected;
  const all = [...run.problems(selection)];
  progress.end();
  const fresh = baseline && newProblems(baseline, all, run.linted(selection), options.prune === true);
  const result: LintResult = {
    found: fresh?.found ?? all,
    notes: notePaths.filter(selection.has).length,
    vault: folder === io.cwd ? basename(folder) : shownPath(folder, io.cwd),
    sources: run.sources(baseline ? [baseline] : []),
    ...(fresh && { baseline: fresh.count }),
  };
  const remarks = [since?.remark, fresh?.remark].filter((remark) => remark != null);
  return { result, remarks, hint: vaultHint(folder, all, io.cwd) };
}

/** Print the report, or write it and print one line; remarks where they do not break what a program reads. */
async function publish(
  report: Iterable<string>,
  line: () => string,
  remarks: readonly string[],
  { output, options, io }: { output: OutputFile | null; options: LintOptions; io: Io },
): Promise<void> {
  if (output === null) await print(io.stdout, report);
  else {
    output.write(report);
    await print(io.stdout, [`${line()}, written to ${printable(output.name)}\n`]);
  }
  if (output === null && options.format !== "text") return;
  await print(io.stdout, [remarkLines(remarks)]);
}

function remarkLines(remarks: readonly string[]): string {
  return remarks.map((remark) => `${printable(remark)}\n`).join("");
}

/** Why the run fails, in one line, and whether the report does not show it; null if it does not fail. */
function whyItFails(
  found: readonly Diagnostic[],
  { failOn, maxWarnings = Infinity, severity }: LintOptions,
): { readonly text: string; readonly isHidden: boolean } | null {
  const failing = failOn === "never" ? [] : found.filter((each) => isAsGrave(each.severity, failOn));
  const warnings = found.filter((each) => each.severity === "warning").length;
  if (failing.length > 0) {
    const isHidden = !failing.some((each) => isAsGrave(each.severity, severity));
    return {
      text: `Failed: ${countOf(failing.length, "problem")} of --fail-on ${failOn} or graver`,
      isHidden,
    };
  }
  if (warnings <= maxWarnings) return null;
  const text = `Failed: ${countOf(warnings, "warning")}, expected at most ${String(maxWarnings)} (--max-warnings)`;
  return { text, isHidden: true };
}
