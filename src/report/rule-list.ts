import { nearest } from "../journal/nearest.ts";
import { hostRules } from "../lint/host-problem.ts";
import { allRules } from "../rules/all-rules.ts";
import type { Rule } from "../rules/rule.ts";
import { CannotRun } from "./cannot-run.ts";
import type { Screen } from "./screen.ts";
import type { Style } from "./style.ts";
import { wrap } from "./wrap.ts";

/** A rule as it is listed. Those that do not check notes have no options. */
export type ListedRule = Pick<Rule, "id" | "summary" | "severity"> &
  Partial<Pick<Rule, "typedNotesOnly" | "options">>;

/** All rules that a lint may speak of. */
export const listedRules: readonly ListedRule[] = [
  ...allRules,
  ...hostRules.filter(({ id }) => !allRules.some((rule) => rule.id === id)),
];

/** What each rule expects, one sentence, by rule id. */
export const ruleSummaries: ReadonlyMap<string, string> = new Map(
  listedRules.map(({ id, summary }) => [id, summary]),
);

/** The rule of this id, or null. */
export function listedRule(id: string): ListedRule | null {
  return listedRules.find((listed) => listed.id === id) ?? null;
}

/**
 * The rule of this id.
 * @param list where all are listed, in words, for somebody who knows none
 * @throws CannotRun if there is none; the message names the nearest
 */
export function requireRule(id: string, list = '"linkage rules" lists all'): ListedRule {
  const rule = listedRule(id);
  if (rule) return rule;
  const meant = nearest(id, ruleSummaries.keys());
  const help = meant === null ? list : `perhaps "${meant}"`;
  throw new CannotRun(`No rule is called "${id}", ${help}`);
}

/** The list of all rules, line by line: id, default severity, summary. Where that leaves it few columns, the summary goes below. */
export function* ruleListLines(screen: Screen): Generator<string> {
  const { style, width } = screen;
  const idWidth = Math.max(...listedRules.map(({ id }) => id.length));
  const margin = idWidth + 2 + severityWidth + 2;
  const isBeside = width - margin >= LEAST_SUMMARY;
  for (const { id, severity, summary } of listedRules) {
    const name = `${style.strong(id)}${" ".repeat(idWidth - id.length)}`;
    const label = severityStyle(severity, style)(severity.padEnd(isBeside ? severityWidth : 0));
    if (!isBeside) {
      yield `${name}  ${label}`;
      for (const line of wrap(summary, width - BELOW.length)) yield BELOW + line;
    } else {
      for (const [index, line] of wrap(summary, width - margin).entries())
        yield index === 0 ? `${name}  ${label}  ${line}` : " ".repeat(margin) + line;
    }
  }
}

/** Fewest columns that a summary is read in beside its rule. */
const LEAST_SUMMARY = 30;

const BELOW = "  ";

/** How a rule's default severity is shown. */
export function severityStyle(severity: ListedRule["severity"], style: Style): (text: string) => string {
  return severity === "off" ? style.faint : style[severity];
}

const severityWidth = "warning".length;
