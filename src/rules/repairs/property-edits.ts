import type { Note, Property } from "../../note/note.ts";
import { lineBreakOf } from "../../text/lines.ts";
import type { TextEdit, TextRange } from "../../text/range.ts";
import { matchEnd } from "../../text/sticky.ts";
import { scalarLike } from "../../note/yaml-scalar.ts";

/** Put `value` in place of a scalar, in the quotes that the old one has. */
export function replaceText(text: string, range: TextRange, value: string): TextEdit {
  return replaceValue(text, range, scalarLike(text.slice(range.from, range.to), value));
}

/**
 * Put `yaml` in place of a value or list item. Where nothing is written yet, a blank comes before it, and blanks that ended
 * the line go.
 */
export function replaceValue(text: string, { from, to }: TextRange, yaml: string): TextEdit {
  if (from < to) return { from, to, insert: yaml };
  const glued = !/\s/.test(text.charAt(from - 1));
  const lineEnd = Math.max(to, matchEnd(blanksAtEnd, text, to));
  return { from, to: lineEnd, insert: glued ? ` ${yaml}` : yaml };
}

const blanksAtEnd = /[ \t]+(?=[\r\n]|$)/y;

/** Put `yaml`, of one line, in place of a property's whole value. A list that stands below its name goes up behind the colon. */
export function replaceProperty(text: string, { keyRange, valueRange }: Property, yaml: string): TextEdit {
  const between = text.slice(keyRange.to, valueRange.from);
  if (!/[\r\n]/.test(between)) return replaceValue(text, valueRange, yaml);
  if (/^:\s*$/.test(between)) return { from: keyRange.to + 1, to: valueRange.to, insert: ` ${yaml}` };
  return { ...valueRange, insert: `  ${yaml}` };
}

/**
 * A new property as the last of the frontmatter, or in a frontmatter of its own if there is none. `yaml` may be a list of
 * scalars, which is written in block style. Null where the app reads no frontmatter, and where it is no block map.
 */
export function insertProperty(
  { frontmatter }: Note,
  text: string,
  name: string,
  yaml: string | readonly string[],
): TextEdit | null {
  const eol = lineBreakOf(text);
  const lines =
    typeof yaml === "string" ? [`${name}: ${yaml}`] : [`${name}:`, ...yaml.map((item) => `  - ${item}`)];
  if (frontmatter.state === "none") {
    return { from: 0, to: 0, insert: ["---", ...lines, "---", ""].join(eol) };
  }
  const indent = indentOf(frontmatter.properties.at(-1), text);
  if (frontmatter.state !== "read" || indent === null) return null;
  const { to } = frontmatter.yaml;
  return { from: to, to, insert: lines.map((line) => indent + line + eol).join("") };
}

/** What stands before the property on its line, if that is blanks only; nothing where there is no property yet. */
function indentOf(last: Property | undefined, text: string): string | null {
  if (last === undefined) return "";
  const before = text.slice(text.lastIndexOf("\n", last.keyRange.from - 1) + 1, last.keyRange.from);
  return before.trim() === "" ? before : null;
}
