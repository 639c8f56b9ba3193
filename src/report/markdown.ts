import { printable, printableLines } from "./printable.ts";

/** Words as Markdown shows them, on one line: they become no link, tag, heading, comment or HTML, nor whatever else Obsidian reads. */
export function markdownText(words: string): string {
  return printable(words.replaceAll(/\s+/g, " ")).replaceAll(/[\\`*_[\]<>#|~=$%^&]/g, "\\$&");
}

/** Words as code, on one line: between more backticks than they have in a row. */
export function codeSpan(words: string): string {
  const line = printable(words);
  const longest = longestRun(line);
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? fence + line + fence : `${fence} ${line} ${fence}`;
}

/** A text as a block of code, line by line, without line ends. It may have any line ends itself, and fences. */
export function* codeBlock(text: string, language: string): Generator<string> {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  yield fence + language;
  yield* printableLines(text);
  yield fence;
}

/** How many backticks there are in a row at most. */
function longestRun(text: string): number {
  return [...text.matchAll(/`+/g)].reduce((longest, [ticks]) => Math.max(longest, ticks.length), 0);
}
