import type { CliData } from "obsidian";
import { configName } from "../../journal/conventions.ts";
import type { Diagnostic } from "../../lint/diagnostic.ts";
import { Linter } from "../../lint/linter.ts";
import { formats, groupings, lintReport, type ReportOptions } from "../../report/lint-report.ts";
import { choiceOf } from "../../report/options.ts";
import { requireRule } from "../../report/rule-list.ts";
import { plainScreen } from "../../report/screen.ts";
import type { Sources } from "../../report/sources.ts";
import { allRules } from "../../rules/all-rules.ts";
import { severities } from "../../rules/rule.ts";
import { lineStarts } from "../../text/lines.ts";
import { comparePaths, isNotePath } from "../../vault/names.ts";
import { joined, noteTexts, type AskedVault } from "./asked-vault.ts";
import { selectIn } from "./selection.ts";
import { texts } from "../texts.ts";
import { pushAll } from "../../text/push-all.ts";

/**
 * `linkage:lint`: what is wrong with the vault, or with the notes at a path. What an editor shows counts, saved or not.
 * @throws CannotRun if a parameter is none that there is
 */
export async function lint(params: CliData, asked: AskedVault): Promise<string> {
  const options = optionsOf(params);
  const { vault, slices } = asked;
  const linter =
    options.rule.length === 0 ? null : new Linter(allRules, vault.index.conventions, options.rule);
  const files = linter?.speaksOfFiles === true ? vault.index.files() : [];
  const paths = [...new Set([...vault.linted(), ...files])].sort(comparePaths);
  const isSelected = selectIn([...paths, configName], params["path"]);
  const found = await findProblems(paths.filter(isSelected), linter, asked);
  const needTexts = options.format !== "json" || options.suggestions === true;
  const textOf = needTexts
    ? await noteTexts(
        found.map(({ path }) => path),
        asked,
      )
    : new Map<string, string>();
  const notes = paths.filter((path) => isNotePath(path) && isSelected(path)).length;
  const result = { found, notes, vault: asked.app.vault.getName(), sources: sourcesOf(asked, textOf) };
  return joined(lintReport(result, options, plainScreen), slices);
}

function optionsOf({ rule = "", format, group, severity, suggestions }: CliData): ReportOptions {
  const rules = rule.split(",").flatMap((id) => (id.trim() === "" ? [] : [id.trim()]));
  for (const id of rules) requireRule(id, texts.commandLine.rulesAreListed);
  return {
    rule: rules,
    format: choiceOf("format", format ?? "text", formats),
    group: choiceOf("group", group ?? "problem", groupings),
    severity: choiceOf("severity", severity ?? "info", severities),
    suggestions: suggestions !== undefined && suggestions !== "false",
  };
}

/** The problems of the notes asked about, in the order in which the terminal has them: what cannot be read comes first. */
async function findProblems(
  paths: readonly string[],
  linter: Linter | null,
  { vault, slices }: AskedVault,
): Promise<readonly Diagnostic[]> {
  const { index } = vault;
  const unreadable: Diagnostic[] = [];
  const found: Diagnostic[] = [];
  for (const path of paths) {
    const note = index.note(path);
    if (linter && !isNotePath(path)) pushAll(found, linter.lintFile(path, index));
    else if (note && linter) pushAll(found, linter.lint(note, index));
    else pushAll(note ? found : unreadable, vault.diagnostics(path));
    if (slices.spent()) await slices.pause();
  }
  return [...vault.configMistakes(), ...unreadable, ...found];
}

function sourcesOf({ vault }: AskedVault, textOf: ReadonlyMap<string, string>): Sources {
  const { index } = vault;
  const configLines = lineStarts(vault.configText ?? "");
  return {
    isNote: isNotePath,
    lines: (path) => index.note(path)?.lines ?? (path === configName ? configLines : [0]),
    text: (path) => textOf.get(path) ?? null,
  };
}
