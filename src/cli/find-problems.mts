import { PatternUse, type ConfigPattern } from "../journal/config-patterns.ts";
import { alwaysOn } from "../journal/conventions.ts";
import { patternHints } from "../lint/config-problems.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import type { Linter } from "../lint/linter.ts";
import { isNotePath } from "../vault/names.ts";
import type { Config } from "./config.mts";
import type { Linted } from "./known-problems.mts";
import type { LoadedVault } from "./load-vault.mts";
import type { Progress } from "./progress.mts";
import type { Selection } from "./selection.mts";

/** What is linted, and by what. */
export interface Lintable {
  readonly vault: LoadedVault;
  readonly config: Config;
  readonly linter: Linter;
  readonly selection: Selection;
}

/** All problems of a vault that are asked about: those of the config first, then in the order of the vault. */
export function* findProblems(lintable: Lintable, progress: Progress): Generator<Diagnostic> {
  const { vault, config } = lintable;
  yield* problemsOfConfig(config, vault.index.files());
  yield* problemsOfFiles(lintable, progress);
}

/** The problems of the config of a vault that has these files. */
export function problemsOfConfig(config: Config, files: Iterable<string>): readonly Diagnostic[] {
  return [...config.problems, ...patternHints(config.path, unusedPatterns(config, files))];
}

/** What could not be read comes first. */
function* problemsOfFiles({ vault, linter, selection }: Lintable, progress: Progress): Generator<Diagnostic> {
  const { index, problems } = vault;
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

function unusedPatterns({ patterns }: Config, files: Iterable<string>): readonly ConfigPattern[] {
  const use = new PatternUse(patterns);
  if (patterns.length > 0) for (const path of files) use.add(path);
  return use.unused();
}

/**
 * What was linted: a note that cannot be read by no rule but that which says so.
 * @param problems what cannot be read
 */
export function lintedOf(
  files: Iterable<string>,
  problems: readonly Diagnostic[],
  linter: Linter,
  selection: Selection,
): Linted {
  const unread = new Set(problems.map(({ path }) => path));
  return {
    files,
    covers: (rule, path) =>
      selection.has(path) && linter.tells(rule, path) && (!unread.has(path) || alwaysOn.includes(rule)),
  };
}
