import { setImmediate as turn } from "node:timers/promises";
import { join } from "node:path";
import { fixBatch, type BatchFix } from "../lint/fix-batch.ts";
import { Linter } from "../lint/linter.ts";
import type { ChooseRepair } from "../lint/repair-choice.ts";
import { allRules } from "../rules/all-rules.ts";
import type { Config } from "./config.mts";
import type { LoadedVault } from "./load-vault.mts";
import type { Progress } from "./progress.mts";
import { readText } from "./read-text.mts";
import type { Selection } from "./selection.mts";

/** What is to be fixed, and by what. */
export interface FixRequest {
  /** The vault's folder, absolute. */
  readonly folder: string;
  readonly vault: LoadedVault;
  readonly config: Config;
  readonly selection: Selection;
  readonly choose: ChooseRepair;
}

/** What is told and asked on the way. */
export interface FixHooks {
  readonly progress: Progress;
  /** Nothing has been written yet, so that to end here leaves all as it is. */
  readonly isCancelled: () => boolean;
}

/**
 * What the repairs chosen come to in the notes selected; null if it was cancelled. Nothing is written. All rules that are on
 * are run, whichever are to be repaired: the others are held against the new texts.
 */
export async function planFixes(
  { folder, vault, config, selection, choose }: FixRequest,
  { progress, isCancelled }: FixHooks,
): Promise<BatchFix | null> {
  const linter = new Linter(allRules, config.conventions);
  const paths = [...vault.index.notes()].map(({ path }) => path).filter(selection.has);
  const steps = fixBatch(paths, { vault: vault.index, linter, choose });
  for (let step = steps.next(), count = 0; ; count++) {
    if (step.done === true) return step.value;
    const { phase, done, total } = step.value.progress;
    if (total > 0) progress.step(words[phase], done, total);
    if (count % stepsATurn === 0) await turn();
    if (isCancelled()) return null;
    step = step.value.kind === "read" ? steps.next(textAt(join(folder, step.value.path))) : steps.next();
  }
}

const words = { prepare: "Prepared", fix: "Looked at", check: "Checked" } as const;

/** After so many steps others have their turn, signals among them. */
const stepsATurn = 50;

function textAt(path: string): string | null {
  const read = readText(path);
  return "text" in read ? read.text : null;
}
