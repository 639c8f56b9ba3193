import { fc, test } from "@fast-check/jest";
import type { TextRange } from "../../src/text/range.ts";
import { parseNote } from "../../src/note/parse-note.ts";

const inside = fc
  .array(fc.constantFrom("a", "note", " ", "|", "\\|", "#", "é", "\u00a0", "/", "^", "!", "x.md"), {
    maxLength: 6,
  })
  .map((parts) => parts.join(""));
const line = fc
  .array(fc.tuple(fc.constantFrom("", "!", "see ", "`c` ", "`"), inside), { minLength: 1, maxLength: 3 })
  .map((links) => links.map(([before, text]) => `${before}[[${text}]]`).join(" "));

/** What is said of the links of a note, and what stands at their ranges. */
function linksOf(text: string): readonly unknown[] {
  const at = ({ from, to }: TextRange): string => text.slice(from, to);
  return parseNote("a.md", text).links.map((link) => [
    link.kind,
    at(link),
    link.linkpath,
    link.subpath,
    at(link.linkpathRange),
    at(link.subpathRange),
    link.displayText,
    at(link.displayRange),
    // Where the empty ones stand.
    [link.linkpathRange, link.subpathRange, link.displayRange].map(({ from }) => from - link.from),
  ]);
}

test.prop([line], { numRuns: 1000 })(
  "Links say the same where text stands in the note as it is, and between quote marks, where no fast path reads them",
  (links) => {
    expect(linksOf(`text\n${links}`)).toEqual(linksOf(`> text\n> ${links}`));
  },
);
