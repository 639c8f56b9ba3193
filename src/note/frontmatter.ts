import { matchEnd } from "../text/sticky.ts";
import type { Frontmatter } from "./note.ts";
import { readPlainYaml } from "./plain-yaml.ts";
import { readYaml } from "./yaml.ts";

/**
 * Read the frontmatter of a note (obsidian.md F1, F2). Never throws, takes time linear in the text's length.
 * A note may also start with a thematic break. So what is body text for the app is `unclosed` only if a key in small
 * letters follows the opening line, or a key and another line of YAML: `Note: text` alone starts a paragraph. It is `late`
 * only if all lines up to the closing one look like YAML.
 * @param text without byte order mark
 */
export function parseFrontmatter(text: string): Frontmatter {
  const yamlFrom = matchEnd(fence, text, 0);
  if (yamlFrom < 0) return lateFrontmatter(text) ?? none;
  const yamlTo = closingFence(text, yamlFrom);
  if (yamlTo < 0) return unclosedFrontmatter(text, yamlFrom) ?? none;
  const plain = readPlainYaml(text, yamlFrom, yamlTo);
  const { state, properties, faults } = plain
    ? ({ state: "read", properties: plain, faults: none.faults } as const)
    : readYaml(text, yamlFrom, yamlTo);
  const yaml = { from: yamlFrom, to: yamlTo };
  return { state, from: 0, to: fenceEnd(text, yamlTo), yaml, properties, faults };
}

const none: Frontmatter = {
  state: "none",
  from: 0,
  to: 0,
  yaml: { from: 0, to: 0 },
  properties: [],
  faults: [],
};

/** A line `---` with its line end. */
const fence = /---[ \t]*(?:\r?\n|$)/y;
const fenceText = /---[ \t]*/y;
const blankLine = /[ \t]*\r?\n/y;
const keyLine = /["']?[\p{L}_][\p{L}\p{N}_-]*["']?:(?:[ \t][^\n]*)?(?:\r?\n|$)/uy;
const capital = /\p{Lu}/uy;
/** A key, a list item, a comment, or a line that goes on with the one above it. */
const yamlLine = /(?:["']?[\p{L}_][\p{L}\p{N}_-]*["']?:|-[ \t]|#|[ \t]+[^ \t\r\n])[^\n]*\n/uy;

/** Where the line `---` starts that is the first from `from` on; -1 if there is none. */
function closingFence(text: string, from: number): number {
  let at = text.indexOf("\n---", from - 1);
  while (at >= 0 && matchEnd(fence, text, at + 1) < 0) at = text.indexOf("\n---", at + 1);
  return at < 0 ? -1 : at + 1;
}

function fenceEnd(text: string, from: number): number {
  return matchEnd(fenceText, text, from);
}

function unclosedFrontmatter(text: string, yamlFrom: number): Frontmatter | null {
  const second = matchEnd(keyLine, text, yamlFrom);
  if (second < 0 || (matchEnd(capital, text, yamlFrom) >= 0 && matchEnd(yamlLine, text, second) < 0))
    return null;
  const to = fenceEnd(text, 0);
  return { ...none, state: "unclosed", to, yaml: { from: to, to } };
}

function lateFrontmatter(text: string): Frontmatter | null {
  const open = behindLines(blankLine, text, 0);
  const yamlFrom = open === 0 ? -1 : matchEnd(fence, text, open);
  if (yamlFrom < 0 || matchEnd(keyLine, text, yamlFrom) < 0) return null;
  const yamlTo = behindLines(yamlLine, text, yamlFrom);
  if (matchEnd(fence, text, yamlTo) < 0) return null;
  return { ...none, state: "late", to: fenceEnd(text, yamlTo), yaml: { from: yamlFrom, to: yamlTo } };
}

/** The start of the first line from the one at `from` on that does not match. */
function behindLines(line: RegExp, text: string, from: number): number {
  let at = from;
  for (let end = from; end >= 0; end = matchEnd(line, text, at)) at = end;
  return at;
}
