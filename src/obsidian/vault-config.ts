import type { DataAdapter } from "obsidian";
import { configName, type Conventions } from "../journal/conventions.ts";
import { readConfig } from "../journal/read-config.ts";
import { techJournal } from "../journal/tech-journal.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { hostProblem } from "../lint/host-problem.ts";
import { allRules } from "../rules/all-rules.ts";
import { reasonOf } from "./read-note.ts";

/** A vault's conventions, what is wrong with the file that states them, and that file's text to tell whether it has changed. */
export interface VaultConfig {
  /** Null where there is no such file. */
  readonly text: string | null;
  readonly conventions: Conventions;
  readonly problems: readonly Diagnostic[];
}

/** What holds in a vault without a config. */
export const builtInConfig: VaultConfig = { text: null, conventions: techJournal, problems: [] };

/**
 * Read the config of the app's vault through the adapter, since the app need not load files of its type. Where it cannot be
 * read, that is a problem and the built-in conventions hold.
 */
export async function readVaultConfig(adapter: DataAdapter): Promise<VaultConfig> {
  try {
    return (await adapter.exists(configName)) ? configOf(await adapter.read(configName)) : builtInConfig;
  } catch (error) {
    const message = `This file cannot be read: ${reasonOf(error)}`;
    return { ...builtInConfig, problems: [hostProblem("unreadable-file", "error", configName, message)] };
  }
}

/** Whether two readings of a config come to the same. */
export function sameConfig(a: VaultConfig, b: VaultConfig): boolean {
  return a.text === b.text && a.problems.length === b.problems.length;
}

function configOf(text: string): VaultConfig {
  const rules = new Map(allRules.map((rule) => [rule.id, rule.options]));
  const { conventions, mistakes } = readConfig(text.replace(/^\ufeff/, ""), rules);
  const problems = mistakes.map(({ from, to, message }) =>
    hostProblem("invalid-config", "error", configName, message, { from, to }),
  );
  return { text, conventions, problems };
}
