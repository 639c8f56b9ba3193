import { test as law } from "@fast-check/jest";
import fc from "fast-check";
import { fixFor } from "../../src/lint/diagnostic.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { unusedSuppression } from "../../src/rules/unused-suppression.ts";
import { applyEdits } from "../../src/text/edits.ts";
import { lintExample } from "./lint-example.ts";
import { randomNotes } from "./random-note.ts";

/** Blank lines, and a comment that is of no use. */
const gaps = fc.constantFrom("\n\n", "\n \n", "\r\n\r\n", "\n");
const comments = fc.constantFrom(
  "%% linkage-disable-next-line no-such-rule %%",
  "<!-- linkage-disable-next-block no-such-rule -->",
);

law.prop([randomNotes(), gaps, comments, gaps, randomNotes()], { numRuns: 100 })(
  "without a suppression that is of no use a note says what it said",
  (above, before, comment, behind, below) => {
    const text = above + before + comment + behind + below;
    for (const problem of lintExample([unusedSuppression], { text })) {
      const repair = fixFor(problem, text);
      if (repair) expect(said(applyEdits(text, repair.edits))).toEqual(said(text));
    }
  },
);

function said(text: string): readonly unknown[] {
  const { headings, links, tags } = parseNote("Note.md", text);
  return [
    headings.map(({ level, text: heading }) => [level, heading]),
    links.map(({ kind, linkpath, subpath }) => [kind, linkpath, subpath]),
    tags.map(({ tag }) => tag),
  ];
}
