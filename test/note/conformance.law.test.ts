import { fc, test } from "@fast-check/jest";
import { structureDifferences } from "./markdown-structure.ts";

/** Marks of Markdown, none of Obsidian. */
// prettier-ignore
const mark = fc.constantFrom(
  "\n", "\n\n", "\r\n", " ", "  ", "    ", "\t", "> ", ">", "- ", "* ", "1. ", "2) ", "# ", "## ", "#", "---", "===",
  "***", "```", "~~~", "`", "``", "[", "]", "(", ")", "![", "[a]", "[a]: /u", "[a][b]", "](/u)", '(/u "t")', "<u:v>",
  "<a@b.c>", "<div>", "</div>", "<!--", "-->", "<?", "?>", "<pre>", "</pre>", "|", "| - |", "-|-", "|-|", ":-", "\\",
  "*", "_", "a", "b c",
);

/** What Obsidian reads in its own way (obsidian.md A1, A5), and where micromark differs from the reference implementation. */
const different: readonly RegExp[] = [
  /\[\[|\]\]/,
  /\]\(\s*\)|\]:\s*<>/,
  // micromark: no shortcut reference before a bracket that does not close.
  /\]\[(?!\w\])/,
  // micromark: a tag alone on a lazy line starts an HTML block.
  /^[ \t]*<\/pre>/m,
  // micromark: a marker that cannot interrupt a paragraph starts no item in a container that has just done so.
  /(?:[-*>]|\d[.)])[ \t]*2\)/,
  // micromark: such a marker does not interrupt indented code either.
  /^[> ]*(?: {4}|\t).*[\r\n]+[> ]*(?:[-*]|\d[.)])/m,
  // micromark: a title in parentheses may hold one that opens.
  /\s\([^)]*\(/,
  // micromark: no table whose header is indented as code is, though it continues a paragraph.
  /[\r\n][> ]*(?: {4}|\t).*[\r\n]+[> ]*[-|:]/,
];

const markdown = fc
  .array(mark, { maxLength: 24 })
  .map((marks) => marks.join(""))
  .filter((text) => !different.some((pattern) => pattern.test(text)));

test.prop([markdown], { numRuns: 1500, seed: 20260101 })(
  "random Markdown has the structure that mdast-util-from-markdown sees",
  (text) => {
    expect(structureDifferences(text)).toEqual([]);
  },
);
