import type { Note, YamlFault } from "../note/note.ts";
import type { TextRange } from "../text/range.ts";
import { noOptions } from "./no-options.ts";
import { quote } from "../text/quote.ts";
import { defineRule } from "./define-rule.ts";
import type { RuleFinding } from "./rule.ts";
import { yamlWords } from "../note/yaml-words.ts";

/** The opening line of the frontmatter where blank lines come before it, else null. */
type LateFence = TextRange | null;

/** The frontmatter is where the app looks for it, and reads as properties. */
export const invalidFrontmatter = defineRule({
  id: "invalid-frontmatter",
  summary: "The frontmatter starts on the first line, is closed, and reads as a list of properties.",
  severity: "error",
  options: noOptions,
  check(note): readonly RuleFinding<LateFence>[] {
    const { state, from, to, faults } = note.frontmatter;
    if (state === "read" && faults.length === 0) return [];
    const found: RuleFinding<LateFence>[] = [];
    if (state === "unclosed") {
      const message = 'The frontmatter is not closed, expected a line "---" behind its last property';
      found.push({ range: { from, to }, message, fact: null });
    }
    if (state === "late") {
      const fence = lateFence(note);
      const message = "Blank lines come before the frontmatter, expected it on the first line";
      found.push({ range: fence, message, fact: fence });
    }
    const spellings = faults.length > 0 ? firstSpellings(note) : none;
    for (const fault of faults) {
      const { from, to } = fault;
      found.push({ range: { from, to }, message: messageOf(fault, spellings), fact: null });
    }
    return found;
  },
  fix(fence) {
    return fence && { title: "Remove the blank lines", edits: [{ from: 0, to: fence.from, insert: "" }] };
  },
});

function lateFence({ frontmatter, lines }: Note): TextRange {
  const from = lines.findLast((start) => start < frontmatter.yaml.from) ?? 0;
  return { from, to: from + "---".length };
}

/** By name in small letters: a property as it is first written. */
type Spellings = ReadonlyMap<string, string>;

const none: Spellings = new Map();

function firstSpellings({ frontmatter }: Note): Spellings {
  return new Map([...frontmatter.properties].reverse().map(({ key }) => [key.toLowerCase(), key]));
}

function messageOf({ kind, detail }: YamlFault, spellings: Spellings): string {
  switch (kind) {
    case "syntax":
      return `The properties cannot be read: ${yamlWords(detail)}`;
    case "not-a-map":
      return 'The frontmatter is no list of properties, expected "name: value" on each line';
    case "repeated-key":
      return repeatedMessage(detail, spellings);
  }
}

function repeatedMessage(key: string, spellings: Spellings): string {
  const first = spellings.get(key.toLowerCase()) ?? key;
  return first === key
    ? `${quote(key)} is given more than once, expected one property of each name`
    : `${quote(key)} is the same property as ${quote(first)}, expected one property of each name`;
}
