import type { SettingDefinition, SettingDefinitionPage } from "obsidian";
import { ignorePath } from "../../journal/config-change.ts";
import { allRules } from "../../rules/all-rules.ts";
import type { Rule } from "../../rules/rule.ts";
import { configKey } from "./config-keys.ts";
import { faultOfGlob } from "./glob-fault.ts";
import { latePage } from "./late-page.ts";
import { optionDefinitions, optionNames } from "./option-definitions.ts";
import { refusalOf, textList, type SettingsHost } from "./settings-host.ts";
import { texts } from "../texts.ts";

/** The value of a severity's control where `linkage.yaml` says none. */
export const usualSeverity = "usual";

/** All rules, each with a page of its severity, exceptions and options. */
export function rulesPage(host: SettingsHost): SettingDefinitionPage {
  return latePage({ name: texts.settings.rules, desc: texts.settings.rulesDetail }, () =>
    allRules.map((rule) => rulePage(rule, host)),
  );
}

function rulePage(rule: Rule, host: SettingsHost): SettingDefinitionPage {
  const { id, summary } = rule;
  const setting = host.config.conventions.rules.get(id);
  const ignored = setting?.ignore ?? [];
  const list = {
    path: ignorePath(id),
    items: ignored,
    heading: texts.settings.ignoredBy(id),
    empty: texts.settings.noneIgnored,
    add: texts.settings.addIgnored,
    detail: texts.settings.glob,
    validate: (glob: string) => faultOfGlob(glob, host.app.vault),
  };
  const detail = texts.settings.ruleDetail(
    summary,
    setting?.severity ?? rule.severity,
    ignored.length,
    optionNames(rule),
  );
  return latePage({ name: id, desc: detail }, () => [
    severityOf(rule),
    ...refusalOf(["rules", id, "severity"], host),
    ...textList(list, host),
    ...optionDefinitions(rule, host),
  ]);
}

function severityOf({ id, summary, severity }: Rule): SettingDefinition {
  const options = { [usualSeverity]: texts.settings.usualSeverity[severity], ...texts.shared.severities };
  const key = configKey(["rules", id, "severity"]);
  return {
    name: texts.settings.severity,
    desc: summary,
    aliases: [id],
    control: { type: "dropdown", key, options },
  };
}
