import type { DataAdapter, Vault } from "obsidian";
import { excludedByApp, type AppSettings } from "../journal/app-exclusions.ts";
import type { ConfigPattern } from "../journal/config-patterns.ts";
import { configName, type Conventions } from "../journal/conventions.ts";
import { readConfig } from "../journal/read-config.ts";
import { withSnippets } from "../journal/snippet-classes.ts";
import { techJournal } from "../journal/tech-journal.ts";
import { configProblems } from "../lint/config-problems.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { hostProblem, tooLargeFile } from "../lint/host-problem.ts";
import { allRules } from "../rules/all-rules.ts";
import { optionSchemas } from "../rules/rule-options.ts";
import { isTooLarge, reasonOf } from "./read-note.ts";
import { texts } from "./texts.ts";

/** A vault's conventions, what is wrong with the file that states them, and the texts that they come from, to tell whether they have changed. */
export interface VaultConfig {
  /** That of `linkage.yaml`; null where there is none. */
  readonly text: string | null;
  readonly settings: AppSettings;
  /** Texts of the app's CSS snippets; none where the config lists no classes. */
  readonly snippets: readonly string[];
  /** The CSS classes that `linkage.yaml` lists, without those of the snippets; null where it lists none. */
  readonly listedClasses: readonly string[] | null;
  readonly conventions: Conventions;
  readonly problems: readonly Diagnostic[];
  /** What `linkage.yaml` says of paths. */
  readonly patterns: readonly ConfigPattern[];
}

/** What holds in a vault without a config. */
export const builtInConfig: VaultConfig = {
  text: null,
  settings: { app: null, templates: null },
  snippets: [],
  listedClasses: null,
  conventions: techJournal,
  problems: [],
  patterns: [],
};

/**
 * Read the config of the app's vault through the adapter, since the app need not load files of its type, and what the app's
 * own settings leave out. Where the config cannot be read, that is a problem and the built-in conventions hold.
 */
export async function readVaultConfig({ adapter, configDir }: Vault): Promise<VaultConfig> {
  const [config, app, templates] = await Promise.all([
    readConfigFile(adapter),
    textIn(adapter, `${configDir}/app.json`),
    textIn(adapter, `${configDir}/templates.json`),
  ]);
  const settings = { app, templates };
  const snippets = config.conventions.classes ? await snippetsIn(adapter, `${configDir}/snippets`) : [];
  const conventions = withSnippets(config.conventions, snippets);
  if (conventions.lintExcluded) return { ...config, settings, snippets, conventions };
  const excluded = excludedByApp(settings, (source) => new RegExp(source));
  return { ...config, settings, snippets, conventions: { ...conventions, excluded } };
}

/** The texts of the CSS snippets in a folder, in the order of their names; of those that can be had. */
async function snippetsIn(adapter: DataAdapter, folder: string): Promise<readonly string[]> {
  const paths = await filesIn(adapter, folder);
  const sheets = paths.filter((path) => path.endsWith(".css")).sort();
  const texts = await Promise.all(sheets.map((path) => textIn(adapter, path)));
  return texts.flatMap((text) => text ?? []);
}

/** Paths of the files in a folder; none where it cannot be read, as where there is none. */
async function filesIn(adapter: DataAdapter, folder: string): Promise<readonly string[]> {
  try {
    return (await adapter.exists(folder)) ? (await adapter.list(folder)).files : [];
  } catch {
    return [];
  }
}

async function readConfigFile(adapter: DataAdapter): Promise<VaultConfig> {
  try {
    if (!(await adapter.exists(configName))) return builtInConfig;
    const text = withoutMark(await adapter.read(configName));
    return isTooLarge(text) ? unreadable(tooLargeFile) : configOf(text);
  } catch (error) {
    return unreadable(texts.shared.unreadableFile(reasonOf(error)));
  }
}

/** A file's text, or null where it cannot be had. */
async function textIn(adapter: DataAdapter, path: string): Promise<string | null> {
  try {
    return (await adapter.exists(path)) ? await adapter.read(path) : null;
  } catch {
    return null;
  }
}

function unreadable(message: string): VaultConfig {
  return { ...builtInConfig, problems: [hostProblem("unreadable-file", "error", configName, message)] };
}

/** Whether two readings of a config come to the same. */
export function sameConfig(a: VaultConfig, b: VaultConfig): boolean {
  return (
    a.text === b.text &&
    a.settings.app === b.settings.app &&
    a.settings.templates === b.settings.templates &&
    a.snippets.join("\0") === b.snippets.join("\0") &&
    a.problems.length === b.problems.length
  );
}

function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, "");
}

function configOf(text: string): VaultConfig {
  const { conventions, mistakes, patterns } = readConfig(text, optionSchemas(allRules));
  const problems = configProblems(configName, mistakes);
  return { ...builtInConfig, text, listedClasses: conventions.classes, conventions, problems, patterns };
}
