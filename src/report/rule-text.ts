import type { Example } from "../rules/examples/example.ts";
import { printable, printableLines } from "./printable.ts";
import { finds, repairKinds, severityWords, vaultOf } from "./rule-examples.ts";
import { severityStyle, type ListedRule } from "./rule-list.ts";
import type { Screen } from "./screen.ts";
import { wrap } from "./wrap.ts";

/** All about one rule, line by line: what it expects, how it is set, and each of its examples. */
export function* ruleLines(
  rule: ListedRule,
  examples: readonly Example[],
  screen: Screen,
): Generator<string> {
  const { id, summary, severity, typedNotesOnly, options } = rule;
  const { style, width } = screen;
  yield style.strong(id);
  yield* wrap(summary, width);
  yield "";
  yield `severity  ${severityStyle(severity, style)(severity)}${severityWords(rule)}`;
  if (options === undefined) return;
  yield `notes     ${typedNotesOnly ? "those that have a note type" : "all"}`;
  yield `repairs   ${repairKinds(examples)}`;
  for (const [index, [name, value]] of Object.entries(options.usual ?? {}).entries()) {
    yield `${index === 0 ? "options" : "       "}   ${name}: ${JSON.stringify(value)}`;
  }
  const faults = examples.filter(finds);
  yield* exampleLines("It finds what stands between « and »", faults, screen);
  yield* exampleLines(
    "It leaves alone",
    examples.filter((example) => !finds(example)),
    screen,
  );
}

function* exampleLines(heading: string, examples: readonly Example[], screen: Screen): Generator<string> {
  const { style, width } = screen;
  if (examples.length === 0) return;
  yield* ["", style.strong(heading)];
  for (const example of examples) {
    yield "";
    yield* wrap(printable(`- ${example.title}`), width);
    for (const { label, text } of vaultOf(example)) {
      yield* wrap(printable(`  ${label}${text === null ? "" : ":"}`), width);
      if (text !== null) yield* quoted(text, style.faint);
    }
  }
}

function quoted(text: string, dress: (text: string) => string): readonly string[] {
  return printableLines(text).map((line) => (line === "" ? "" : `    ${dress(line)}`));
}
