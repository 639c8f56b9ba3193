import { basename } from "node:path";
import { PatternUse, type ConfigPattern } from "../journal/config-patterns.ts";
import { patternHints } from "../lint/config-problems.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { Linter } from "../lint/linter.ts";
import { countOf } from "../report/count.ts";
import { isAsGrave, resultLine, type LintResult } from "../report/lint-report.ts";
import { printable } from "../report/printable.ts";
import { requireRule } from "../report/rule-list.ts";
import type { Sources } from "../report/sources.ts";
import { allRules } from "../rules/all-rules.ts";
import { isNotePath } from "../vault/names.ts";
import { readVaultConfig, type Config } from "./config.mts";
import { fix } from "./fix.mts";
import { print, type Io } from "./io.mts";
import type { LintOptions } from "./lint-options.mts";
import { reportOf } from "./lint-output.mts";
import { loadVault, textOf, type LoadedVault } from "./load-vault.mts";
import { openVault } from "./open-vault.mts";
import { outputFile } from "./output-file.mts";
import { startProgress, type Progress } from "./progress.mts";
import { shownPath } from "./screen.mts";
import { select, type Selection } from "./selection.mts";

/** `linkage lint`: print what is wrong with the notes at `paths`. Gives the exit code: 1 if there is too much of it. */
export async function lint(paths: readonly string[], options: LintOptions, io: Io): Promise<number> {
  for (const id of options.rule) requireRule(id);
  const folder = await openVault(options.vault, paths, io);
  const output = options.output === undefined ? null : outputFile(options.output, folder, io.cwd);
  // What the report is printed on holds the report and nothing else.
  if (options.fix) await fix(paths, { ...options, target: [] }, { ...io, stdout: io.stderr });
  const progress = startProgress(io.stderr);
  const config = await readVaultConfig(folder, options.config, io.cwd);
  const vault = loadVault(folder, config.conventions, progress);
  const linter = new Linter(
    allRules,
    config.conventions,
    options.rule.length === 0 ? undefined : options.rule,
  );
  const lintable = linter.speaksOfFiles ? vault.index.files() : vault.notePaths;
  const candidates = new Set([...lintable, ...vault.problems.map(({ path }) => path), config.path]);
  const selection = select(paths, folder, io.cwd, candidates);
  const hints = patternHints(config.path, unusedPatterns(config, vault));
  const found = [...config.problems, ...hints, ...findProblems(vault, linter, selection, progress)];
  progress.end();
  const notes = vault.notePaths.filter(selection.has).length;
  const name = folder === io.cwd ? basename(folder) : shownPath(folder, io.cwd);
  const result: LintResult = { found, notes, vault: name, sources: sourcesOf(folder, vault, config) };
  const report = await reportOf(result, folder, options, io, output);
  const failure = whyItFails(found, options);
  if (output === null) await print(io.stdout, report);
  else {
    output.write(report);
    const line = `${resultLine(result, options)}, written to ${printable(output.name)}\n`;
    await print(io.stdout, [line]);
  }
  // What is not shown is to be named.
  if (failure?.isHidden === true && (options.format === "text" || output !== null))
    await print(io.stdout, [`${failure.text}\n`]);
  return failure === null ? 0 : 1;
}

/** The problems of the notes asked about, in the order of the vault; what could not be read comes first. */
function* findProblems(
  { index, problems }: LoadedVault,
  linter: Linter,
  selection: Selection,
  progress: Progress,
): Generator<Diagnostic> {
  for (const problem of problems) if (selection.has(problem.path)) yield problem;
  const notes = [...index.notes()].filter(({ path }) => selection.has(path));
  for (const [done, note] of notes.entries()) {
    progress.step("Linted", done, notes.length);
    yield* linter.lint(note, index);
  }
  if (!linter.speaksOfFiles) return;
  for (const path of index.files())
    if (!isNotePath(path) && selection.has(path)) yield* linter.lintFile(path, index);
}

function unusedPatterns({ patterns }: Config, { index }: LoadedVault): readonly ConfigPattern[] {
  const use = new PatternUse(patterns);
  if (patterns.length > 0) for (const path of index.files()) use.add(path);
  return use.unused();
}

function sourcesOf(folder: string, { index, notePaths }: LoadedVault, config: Config): Sources {
  const notes = new Set(notePaths);
  // Who asks for a note's text asks for it again for its next problem.
  let last: { readonly path: string; readonly text: string | null } | null = null;
  return {
    isNote: (path) => notes.has(path),
    lines: (path) => index.note(path)?.lines ?? (path === config.path ? config.lines : [0]),
    text: (path) => {
      const note = index.note(path);
      if (last?.path !== path) last = { path, text: note && textOf(note, folder) };
      return last.text;
    },
  };
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
