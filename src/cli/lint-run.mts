import type { Diagnostic } from "../lint/diagnostic.ts";
import { Linter } from "../lint/linter.ts";
import type { Sources } from "../report/sources.ts";
import { allRules } from "../rules/all-rules.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import type { Config } from "./config.mts";
import { findProblems, lintedOf } from "./find-problems.mts";
import type { Linted } from "./known-problems.mts";
import { loadVault } from "./load-vault.mts";
import type { Progress } from "./progress.mts";
import type { Selection } from "./selection.mts";
import type { ToldReport } from "./told-report.mts";
import { vaultSources } from "./vault-sources.mts";

/** A vault whose problems can be told: by linting it, or from what an earlier run has kept. Both tell the same. */
export interface LintRun {
  /** Paths of all files of the vault. */
  readonly files: Iterable<string>;
  /** Those of notes, also of those that cannot be read. */
  readonly notePaths: readonly string[];
  /** What cannot be read, and why. */
  readonly unread: readonly Diagnostic[];
  /** Whether any rule that runs speaks of files that are no notes. */
  readonly speaksOfFiles: boolean;
  readonly config: Pick<Config, "path" | "lines">;
  readonly index: () => VaultIndex;
  /** All problems asked about: those of the config first, then in the order of the vault. */
  readonly problems: (selection: Selection) => Iterable<Diagnostic>;
  readonly linted: (selection: Selection) => Linted;
  /** @param others files that are no notes and have lines that problems stand in */
  readonly sources: (others: readonly Pick<Config, "path" | "lines">[]) => Sources;
  /** The report, where an earlier run has kept it and nothing has changed since; null if it is to be made. */
  readonly told: ToldReport | null;
  /**
   * Keep what was found for the next run.
   * @param isWhole the report was made to its end
   * @param told the report, if it may be told again
   */
  readonly keep: (isWhole: boolean, told: ToldReport | null) => void;
}

/** Lint the vault in `folder`; nothing is kept of it. @param only ids of the rules to run; all that are on if left out */
export function plainRun(
  folder: string,
  config: Config,
  only: readonly string[] | undefined,
  progress: Progress,
): LintRun {
  const vault = loadVault(folder, config.conventions, progress);
  const linter = new Linter(allRules, config.conventions, only);
  const { index, notePaths, problems } = vault;
  return {
    files: index.files(),
    notePaths,
    unread: problems,
    speaksOfFiles: linter.speaksOfFiles,
    config,
    index: () => index,
    problems: (selection) => findProblems({ vault, config, linter, selection }, progress),
    linted: (selection) => lintedOf(index.files(), problems, linter, selection),
    sources: (others) => vaultSources(folder, vault, [config, ...others]),
    told: null,
    keep: () => undefined,
  };
}
