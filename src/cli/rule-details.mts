import { printable } from "../report/printable.ts";
import { severityStyle, type ListedRule } from "../report/rule-list.ts";
import type { Screen } from "../report/screen.ts";
import { wrap } from "../report/wrap.ts";
import type { Example } from "../rules/examples/example.ts";

/** All about one rule, line by line: what it expects, how it is set, and a note that it finds fault with. */
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
  const switchedOff = severity === "off" ? " unless the config switches it on" : "";
  yield `severity  ${severityStyle(severity, style)(severity)}${switchedOff}`;
  yield `notes     ${typedNotesOnly ? "those that have a note type" : "all"}`;
  yield `repairs   ${repairsOf(examples)}`;
  for (const [index, [name, value]] of Object.entries(options?.parse({}) ?? {}).entries()) {
    yield `${index === 0 ? "options" : "       "}   ${name}: ${JSON.stringify(value)}`;
  }
  const findings = examples.filter(({ text }) => text.includes("«"));
  const example = findings.find(({ fixed }) => fixed !== undefined) ?? findings[0];
  if (!example) return;
  yield* ["", `It finds what stands between « and » (${example.title}):`, ""];
  yield* quoted(example.text, style.faint);
  if (example.fixed === undefined) return;
  yield* ["", "and makes of it:", ""];
  yield* quoted(example.fixed, style.faint);
}

/** What the rule's examples show of its repairs. */
function repairsOf(examples: readonly Example[]): string {
  const kinds = [
    ...(examples.some(({ fixed }) => fixed !== undefined) ? ["sure ones"] : []),
    ...(examples.some(({ suggestions = [] }) => suggestions.length > 0) ? ["some to choose from"] : []),
  ];
  return kinds.length === 0 ? "none" : kinds.join(", ");
}

function quoted(text: string, dress: (text: string) => string): readonly string[] {
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => `    ${dress(printable(line))}`.trimEnd());
}
