import { join, relative, resolve, sep } from "node:path";
import { excludedByApp } from "../journal/app-exclusions.ts";
import type { ConfigPattern } from "../journal/config-patterns.ts";
import { configName, type Conventions } from "../journal/conventions.ts";
import { readConfig } from "../journal/read-config.ts";
import { withSnippets } from "../journal/snippet-classes.ts";
import { techJournal } from "../journal/tech-journal.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { allRules } from "../rules/all-rules.ts";
import { optionSchemas } from "../rules/rule-options.ts";
import { lineStarts, type LineStarts } from "../text/lines.ts";
import { configProblems } from "../lint/config-problems.ts";
import { hostProblem } from "../lint/host-problem.ts";
import { CannotRun } from "../report/cannot-run.ts";
import { namesIn } from "./entries.mts";
import { linearExpression } from "./linear-expression.mts";
import { expected } from "./near-path.mts";
import { readText } from "./read-text.mts";
import { appFolder, isThere, missing } from "./vault-folder.mts";

/** A vault's conventions, and what is wrong with the file that states them. */
export interface Config {
  /** The file's path, vault-relative. */
  readonly path: string;
  readonly lines: LineStarts;
  readonly conventions: Conventions;
  readonly problems: readonly Diagnostic[];
  /** What it says of paths. */
  readonly patterns: readonly ConfigPattern[];
}

/**
 * Read the conventions of the vault in `folder`: those of its config, and what the app's settings leave out unless the
 * config wants it linted.
 * @throws CannotRun as `readConfigFile`
 */
export function readVaultConfig(folder: string, named: string | undefined, cwd: string): Config {
  const config = readConfigFile(folder, named, cwd);
  const excluded = config.conventions.lintExcluded ? null : exclusionsOf(folder);
  const conventions = { ...config.conventions, excluded };
  return { ...config, conventions: withSnippets(conventions, conventions.classes ? snippetsOf(folder) : []) };
}

/** The texts of the CSS snippets of the app whose vault lies in `folder`; of those that can be read. */
function snippetsOf(folder: string): readonly string[] {
  return snippetFiles(folder)
    .map((path) => readText(path))
    .flatMap((file) => ("text" in file ? [file.text] : []));
}

/** The paths of these snippets, absolute where `folder` is. */
export function snippetFiles(folder: string): readonly string[] {
  const place = join(folder, appFolder, "snippets");
  return namesIn(place)
    .filter((name) => name.endsWith(".css"))
    .map((name) => join(place, name));
}

/** What the settings of the app whose vault lies in `folder` leave out. */
export function exclusionsOf(folder: string): ((path: string) => boolean) | null {
  const read = (name: string): string | null => {
    const file = readText(join(folder, appFolder, name));
    return "text" in file ? file.text : null;
  };
  return excludedByApp({ app: read("app.json"), templates: read("templates.json") }, linearExpression);
}

/**
 * Read the conventions from the config file `named`, else from the vault's own. Without one the built-in conventions hold,
 * as they do for whatever the file does not say.
 * @param cwd what `named` is relative to
 * @throws CannotRun if the file named cannot be read
 */
function readConfigFile(folder: string, named: string | undefined, cwd: string): Config {
  const file = named === undefined ? resolve(folder, configName) : resolve(cwd, named);
  const path = relative(folder, file).split(sep).join("/");
  const none: Config = { path, lines: [0], conventions: techJournal, problems: [], patterns: [] };
  if (named === undefined && !isThere(file)) return none;
  if (named !== undefined && !isThere(file)) throw new CannotRun(missing(named, [cwd], expected.config));
  const read = readText(file);
  if ("trouble" in read) {
    if (named !== undefined) throw new CannotRun(`"${named}" is no config: ${read.trouble}`);
    return { ...none, problems: [hostProblem("unreadable-file", "error", path, read.trouble)] };
  }
  const { conventions, mistakes, patterns } = readConfig(read.text, optionSchemas(allRules));
  return {
    path,
    lines: lineStarts(read.text),
    conventions,
    problems: configProblems(path, mistakes),
    patterns,
  };
}
