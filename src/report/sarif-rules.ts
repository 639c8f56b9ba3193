import type { Example } from "../rules/examples/example.ts";
import { listedRules, type ListedRule } from "./rule-list.ts";
import { ruleMarkdown } from "./rule-markdown.ts";
import { ruleLines } from "./rule-text.ts";
import { sarifLevels } from "./sarif-results.ts";
import { plainScreen } from "./screen.ts";

/** A rule as a log describes it. */
interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly defaultConfiguration: { readonly enabled: boolean; readonly level: string };
}

/** All rules, in the order of their list, with what `linkage rules` tells of each. */
export function sarifRules(examples: ReadonlyMap<string, readonly Example[]>): readonly SarifRule[] {
  return listedRules.map((rule) => sarifRule(rule, examples.get(rule.id) ?? []));
}

function sarifRule(rule: ListedRule, examples: readonly Example[]): SarifRule {
  const { id, summary, severity } = rule;
  return {
    id,
    shortDescription: { text: summary },
    help: {
      text: [...ruleLines(rule, examples, plainScreen)].join("\n"),
      markdown: [...ruleMarkdown(rule, examples)].join("\n"),
    },
    defaultConfiguration: {
      enabled: severity !== "off",
      level: sarifLevels[severity === "off" ? "info" : severity],
    },
  };
}
