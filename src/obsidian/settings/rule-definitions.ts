import type { SettingDefinition, SettingDefinitionPage, SettingGroupItem } from "obsidian";
import { ignorePath } from "../../journal/config-change.ts";
import { allRules } from "../../rules/all-rules.ts";
import type { Rule } from "../../rules/rule.ts";
import { configKey } from "./config-keys.ts";
import { optionDefinitions } from "./option-definitions.ts";
import { textList, type SettingsHost } from "./settings-host.ts";
import { texts } from "./texts.ts";

/** The value of a severity's control where `linkage.yaml` says none. */
export const usualSeverity = "usual";

/** All rules with their severities, exceptions and options. */
export function rulesPage(host: SettingsHost): SettingDefinitionPage {
  return {
    type: "page",
    name: texts.rules,
    desc: texts.rulesDetail,
    items: [
      { type: "group", heading: texts.severity, items: allRules.map(severityOf) },
      { type: "group", heading: texts.exceptions, items: allRules.map((rule) => rulePage(rule, host)) },
    ],
  };
}

function severityOf({ id, summary, severity }: Rule): SettingDefinition {
  const options = { [usualSeverity]: texts.usual(severity), ...texts.severities };
  const key = configKey(["rules", id, "severity"]);
  return { name: id, desc: summary, control: { type: "dropdown", key, options } };
}

function rulePage(rule: Rule, host: SettingsHost): SettingGroupItem {
  const { id } = rule;
  const ignored = host.config.conventions.rules.get(id)?.ignore ?? [];
  const list = {
    path: ignorePath(id),
    items: ignored,
    heading: texts.ignoredBy(id),
    empty: texts.noneIgnored,
    add: texts.addIgnored,
    detail: texts.glob,
    validate: () => null,
  };
  return {
    type: "page",
    name: id,
    desc: ignored.length === 0 ? texts.noExceptions : ignored.join(", "),
    items: [textList(list, host), ...optionDefinitions(rule, host)],
  };
}
