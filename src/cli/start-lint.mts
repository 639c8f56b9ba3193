import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { findCache } from "./cache/vault-cache.mts";
import { cachedRun } from "./cache/find-with-cache.mts";
import { settingsName } from "./cache/settings-name.mts";
import { readVaultConfig, type Config } from "./config.mts";
import type { Io } from "./io.mts";
import type { LintOptions } from "./lint-options.mts";
import { plainRun, type LintRun } from "./lint-run.mts";
import type { Progress } from "./progress.mts";
import { reasonOf } from "./reason.mts";
import { screenOf } from "./screen.mts";
import { isEverything } from "./selection.mts";
import { isVault } from "./vault-folder.mts";

/**
 * Read what is to be linted in the vault in `folder`, with the help of what earlier runs have kept.
 * @param paths what of it is asked about
 * @throws CannotRun if the config cannot be read
 */
export function startLint(
  folder: string,
  paths: readonly string[],
  options: LintOptions,
  io: Io,
  progress: Progress,
): LintRun {
  const only = options.rule.length === 0 ? undefined : options.rule;
  const readConfig = (): Config => readVaultConfig(folder, options.config, io.cwd);
  const cache = options.cache ? findCache(folder, io) : null;
  const run =
    cache &&
    cachedRun(
      {
        folder,
        cache,
        lookScript: io.lookScript,
        settings: () => settingsName(folder, options.config, io.cwd),
        readConfig,
        only,
        isWhole: only === undefined && options.since === undefined && isEverything(paths, folder, io.cwd),
        report: reportName(paths, options, io),
        // Of a folder without a mark it depends on what lies around it what is told besides (`vaultHint`).
        shownAs: isVault(folder) ? screenName(options, io) : null,
      },
      progress,
    );
  return run ?? plainRun(folder, readConfig(), only, progress);
}

/**
 * Names what besides the report's name tells what is printed; null where more does: the folder of a repository, or a file that is
 * written.
 */
function screenName({ format, output }: LintOptions, io: Io): string | null {
  if (format !== "text" || output !== undefined) return null;
  const { width, style } = screenOf(io.stdout, io, io.cwd);
  return `${String(width)} ${style.strong("")}`;
}

/**
 * Names a report so that one of the same name tells of the same repairs, as long as nothing in the vault has changed. Null where
 * what it tells depends on more: on git, or on a baseline.
 */
function reportName(paths: readonly string[], options: LintOptions, { cwd }: Io): string | null {
  if (options.since !== undefined || options.baseline !== undefined) return null;
  return JSON.stringify([cwd, paths.map((path) => [path, endOf(resolve(cwd, path))]), options]);
}

/** Where a path leads, symbolic links followed; null if nowhere. */
function endOf(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch (error) {
    reasonOf(error);
    return null;
  }
}
