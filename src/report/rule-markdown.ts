import type { Example } from "../rules/examples/example.ts";
import { codeBlock, codeSpan, markdownText } from "./markdown.ts";
import { finds, repairKinds, severityWords, vaultOf } from "./rule-examples.ts";
import type { ListedRule } from "./rule-list.ts";

/** All about one rule as Markdown, line by line, below a heading that is its id. The same as `linkage rules` tells of it. */
export function* ruleMarkdown(rule: ListedRule, examples: readonly Example[]): Generator<string> {
  const { summary, severity, typedNotesOnly, options } = rule;
  yield* [summary, "", `- Severity: ${severity}${severityWords(rule)}`];
  if (options === undefined) return;
  yield `- Notes: ${typedNotesOnly ? "those that have a note type" : "all"}`;
  yield `- Repairs: ${repairKinds(examples)}`;
  for (const [name, value] of Object.entries(options.usual ?? {}))
    yield `- Option ${codeSpan(name)}, ${codeSpan(JSON.stringify(value))} if left out`;
  yield* exampleLines("It finds what stands between « and »", examples.filter(finds));
  yield* exampleLines(
    "It leaves alone",
    examples.filter((example) => !finds(example)),
  );
}

function* exampleLines(heading: string, examples: readonly Example[]): Generator<string> {
  if (examples.length === 0) return;
  yield* ["", `### ${heading}`];
  for (const example of examples) {
    yield* ["", `**${sentence(example.title)}**`];
    for (const { label, text, language } of vaultOf(example)) {
      yield* ["", sentence(label) + (text === null ? "" : ":")];
      if (text !== null) yield* ["", ...codeBlock(text, language)];
    }
  }
}

/** Words with a capital at the start, as text. */
function sentence(words: string): string {
  return markdownText(words.charAt(0).toUpperCase() + words.slice(1));
}
