import { allExamples } from "../rules/examples/all-examples.ts";
import { listedRules } from "./rule-list.ts";
import { ruleMarkdown } from "./rule-markdown.ts";

/** The page on all rules, docs/rules.md: written by `npm run docs`, never by hand. */
export function rulesPage(): string {
  const contents = listedRules.map(
    ({ id, severity, summary }) => `| [${id}](#${id}) | ${severity} | ${summary} |`,
  );
  const pages = listedRules.flatMap((rule) => [
    "",
    `## ${rule.id}`,
    "",
    ...ruleMarkdown(rule, allExamples.get(rule.id) ?? []),
  ]);
  return [
    "# Rules",
    "",
    "<!-- Written by `npm run docs` from the rules and their examples. -->",
    "",
    "Severity is a default: linkage.yaml may say another for a rule, or `off`. A sure repair keeps the meaning and is the only one; others are to choose from.",
    "How to make an exception of a line, a block or a note is said in the [README](../README.md#rules).",
    "In the examples `«…»` stands around what a rule reports; the marks are no part of the note.",
    "",
    "| rule | severity | what holds |",
    "| --- | --- | --- |",
    ...contents,
    ...pages,
    "",
  ].join("\n");
}
