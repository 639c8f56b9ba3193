import { basename } from "node:path";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { Linter } from "../lint/linter.ts";
import { countOf } from "../report/count.ts";
import { isAsGrave, lintReport, type ReportOptions } from "../report/lint-report.ts";
import { requireRule } from "../report/rule-list.ts";
import type { Sources } from "../report/sources.ts";
import { allRules } from "../rules/all-rules.ts";
import type { Severity } from "../rules/rule.ts";
import { isNotePath } from "../vault/names.ts";
import { readVaultConfig, type Config } from "./config.mts";
import { fix } from "./fix.mts";
import { print, type Io } from "./io.mts";
import { loadVault, textOf, type LoadedVault } from "./load-vault.mts";
import { openVault } from "./open-vault.mts";
import { startProgress, type Progress } from "./progress.mts";
import { screenOf, shownPath } from "./screen.mts";
import { select, type Selection } from "./selection.mts";

/** What `linkage lint` is asked for besides paths. */
export interface LintOptions extends ReportOptions {
  readonly vault?: string;
  readonly config?: string;
  /** The mildest that makes the run fail. */
  readonly failOn: Severity | "never";
  /** Make the sure repairs first. */
  readonly fix?: boolean;
  /** How many warnings may be found before the run fails. */
  readonly maxWarnings?: number;
}

/** `linkage lint`: print what is wrong with the notes at `paths`. Gives the exit code: 1 if there is too much of it. */
export async function lint(paths: readonly string[], options: LintOptions, io: Io): Promise<number> {
  for (const id of options.rule) requireRule(id);
  // What the report is printed on holds the report and nothing else.
  if (options.fix) await fix(paths, { ...options, target: [] }, { ...io, stdout: io.stderr });
  const folder = await openVault(options.vault, paths, io);
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
  const found = [...config.problems, ...findProblems(vault, linter, selection, progress)];
  progress.end();
  const notes = vault.notePaths.filter(selection.has).length;
  const name = folder === io.cwd ? basename(folder) : shownPath(folder, io.cwd);
  const result = { found, notes, vault: name, sources: sourcesOf(folder, vault, config) };
  await print(io.stdout, lintReport(result, options, screenOf(io.stdout, io, folder)));
  const why = whyItFails(found, options);
  if (why === null) return 0;
  // What is not shown is to be named.
  if (options.format === "text" && why.isHidden) await print(io.stdout, [`${why.text}\n`]);
  return 1;
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
