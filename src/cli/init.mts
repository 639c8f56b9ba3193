import { existsSync } from "node:fs";
import { join } from "node:path";
import { inferConventions } from "../inference/infer-conventions.ts";
import type { SiteEvidence } from "../inference/inference.ts";
import { configName } from "../journal/conventions.ts";
import { techJournal } from "../journal/tech-journal.ts";
import { conventionsFile } from "../report/conventions-file.ts";
import { inferenceLines } from "../report/inference-text.ts";
import { withLineEnds } from "../report/lint-report.ts";
import { printable } from "../report/printable.ts";
import { exclusionsOf } from "./config.mts";
import { print, type Io } from "./io.mts";
import { loadVault } from "./load-vault.mts";
import { fileToBe } from "./new-file.mts";
import { openVault } from "./open-vault.mts";
import { startProgress } from "./progress.mts";
import { screenOf } from "./screen.mts";
import { vaultNamed } from "./vault-folder.mts";

/** What `linkage init` is asked for besides its argument. */
export interface InitOptions {
  readonly vault?: string;
  readonly dryRun?: boolean;
  readonly force?: boolean;
}

/**
 * `linkage init`: infer the conventions of a vault from its notes, print what was found and write `linkage.yaml`; with
 * `dryRun` print that instead. A config that is there is not heeded, and only replaced with `force`. Notes that cannot be read are told on the error stream. Gives the
 * exit code: 1 if there are any.
 * @throws CannotRun if there is a `linkage.yaml`, or none can be written
 */
export async function init(
  argument: string | undefined,
  { vault, dryRun = false, force = false }: InitOptions,
  io: Io,
): Promise<number> {
  const folder = await openVault(vaultNamed(argument, vault, io.cwd), [], io);
  const file = dryRun ? null : fileToBe(join(folder, configName), configName, force);
  const progress = startProgress(io.stderr);
  const { index, problems } = loadVault(folder, { ...techJournal, excluded: exclusionsOf(folder) }, progress);
  const inference = inferConventions(index, siteOf(folder));
  progress.end();
  const text = conventionsFile(inference);
  const missing = problems.map(({ path, message }) => printable(`linkage: ${path}: ${message}`));
  await print(io.stderr, withLineEnds(missing));
  if (file === null) {
    await print(io.stdout, [text]);
  } else {
    const screen = screenOf(io.stdout, io, folder);
    await print(io.stdout, withLineEnds(inferenceLines(inference, screen)));
    file.write(text);
    const written = `Wrote ${printable(screen.place(configName))}; "linkage lint" goes by it from now on`;
    await print(io.stdout, withLineEnds(["", written]));
  }
  return problems.some(({ severity }) => severity === "error") ? 1 : 0;
}

/** Quartz keeps the notes in a folder beside its config, or the config among the notes. */
function siteOf(folder: string): SiteEvidence | null {
  const file = [quartzConfig, `../${quartzConfig}`].find((path) => existsSync(join(folder, path)));
  return file === undefined ? null : { site: "quartz", file };
}

const quartzConfig = "quartz.config.ts";
