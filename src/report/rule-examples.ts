import type { Example } from "../rules/examples/example.ts";
import type { ListedRule } from "./rule-list.ts";

/** A part of an example as it is shown: what it is, and its text; null for what a few words say. */
export interface ExamplePart {
  readonly label: string;
  readonly text: string | null;
  readonly language: "md" | "yaml";
}

/** Of so many other notes the texts are shown. */
const MOST_OTHERS = 2;

/** Does the rule find anything in the example? */
export function finds({ text, reported = [] }: Example): boolean {
  return text.includes("«") || reported.length > 0;
}

/** What the rule's examples show of its repairs, in a few words. */
export function repairKinds(examples: readonly Example[]): string {
  const kinds = [
    ...(examples.some(({ fixed }) => fixed !== undefined) ? ["sure ones"] : []),
    ...(examples.some(({ suggestions = [] }) => suggestions.length > 0) ? ["some to choose from"] : []),
  ];
  return kinds.length === 0 ? "none" : kinds.join(", ");
}

/** What is to be said of a rule's default severity besides its name. */
export function severityWords({ severity, options }: ListedRule): string {
  if (severity === "off") return " unless the config switches it on";
  return options === undefined ? ", always on" : "";
}

/** All that an example shows: its conventions, the note with what is found in it, what lies beside it, and what repairs make of it. */
export function vaultOf(example: Example): readonly ExamplePart[] {
  const { text, path, config, others = {}, files = [], reported = [], fixed, suggestions = [] } = example;
  const telling = Object.entries(others)
    .filter(([, other]) => other !== "")
    .slice(0, MOST_OTHERS);
  const told = new Set(telling.map(([other]) => other));
  const beside = [...Object.keys(others).filter((other) => !told.has(other)), ...files];
  return [
    ...(config === undefined ? [] : [block("with this linkage.yaml", config, "yaml")]),
    block(path === undefined ? "the note" : `the note ${path}`, text, "md"),
    ...telling.map(([other, otherText]) => block(`beside ${other}`, otherText, "md")),
    ...(beside.length === 0 ? [] : [words(`beside ${listed(beside)}`)]),
    ...(reported.length === 0 ? [] : [words(`it finds ${listed(reported)}`)]),
    ...(fixed === undefined ? [] : [block("repaired", fixed, "md")]),
    ...(suggestions.length === 0 ? [] : [words(`to choose from: ${suggestions.join("; ")}`)]),
  ];
}

/** Of a long list the first. */
function listed(names: readonly string[]): string {
  const most = 6;
  const rest = names.length - most;
  return rest > 1 ? `${names.slice(0, most).join(", ")} and ${String(rest)} more` : names.join(", ");
}

function block(label: string, text: string, language: ExamplePart["language"]): ExamplePart {
  return { label, text, language };
}

function words(label: string): ExamplePart {
  return { label, text: null, language: "md" };
}
