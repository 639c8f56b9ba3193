import { techJournal } from "../../src/journal/tech-journal.ts";
import { Linter } from "../../src/lint/linter.ts";
import type { Diagnostic } from "../../src/lint/diagnostic.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { problemsNote } from "../../src/report/problems-note.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { VaultIndex } from "../../src/vault/vault-index.ts";
import { problem, tenByHundred } from "./problems.ts";

function noteOf(diagnostics: readonly Diagnostic[], title = "Problems"): string {
  const head = { title, summary: `${String(diagnostics.length)} problems` };
  return [...problemsNote(head, diagnostics, tenByHundred, new Map([["a-rule", "All is well."]])), ""].join(
    "\n",
  );
}

const missing = { rule: "unresolved-link", severity: "warning" } as const;
const placeholder = { rule: "placeholder-link", severity: "info", target: "Latency Budget" } as const;

test("problems in the order of triage, their places note by note, habits in one line", () => {
  const found = [
    problem({ ...missing, target: "Nowhere", message: 'No file matches "Nowhere"', at: 7 }),
    problem({
      ...missing,
      target: "Hoem",
      message: 'No file matches "Hoem"',
      suggest: () => [{ title: 'Link to "Home"', edits: [] }],
    }),
    ...[25, 3].map((at) =>
      problem({
        ...missing,
        target: "Field Notes",
        message: 'No file matches "Field Notes"',
        at,
        fix: () => ({ title: 'Link to "Field-Notes"', edits: [] }),
      }),
    ),
    problem({ ...placeholder, message: '"Latency Budget" has no note yet' }),
    problem({ ...placeholder, message: '"Latency Budget" has no note yet', path: "Other.md" }),
    problem(),
  ];
  expect(noteOf(found)).toMatchInlineSnapshot(`
   "---
   linkage-report: true
   draft: true
   ---

   # Problems

   7 problems

   ## a-rule: 1 error

   All is well.

   - **Something is not as expected**
       - \`Note.md\` 1:1

   ## unresolved-link: 4 warnings

   No file matches "…"

   - **Field Notes** → Link to "Field-Notes"
       - \`Note.md\` 1:4, 3:6
   - **Hoem** → Link to "Home"?
       - \`Note.md\` 1:1
   - **Nowhere**
       - \`Note.md\` 1:8

   ## placeholder-link: 2 info

   - **"Latency Budget" has no note yet**: 2 in 2 notes
   "
  `);
});

test("nothing found", () => {
  expect(noteOf([])).toMatchInlineSnapshot(`
   "---
   linkage-report: true
   draft: true
   ---

   # Problems

   0 problems
   "
  `);
});

const hostile = [
  "[[Nowhere]] ![[Nowhere]] [x](nowhere.md) [x]: nowhere.md",
  "#tag and #2023 %%comment%% $math$ ==mark== ~~gone~~ ^block",
  '<div class="linkage-tree"><ul><li>[[Nowhere]]</li></ul></div>',
  "`code` ``[[Nowhere]]`` `",
  "a\n\n# Heading\n\n[[Nowhere]]\r\n---\nx: y",
  "[^1] [^1]: note &amp; &#91;&#91;Nowhere]]",
  "\u0000\u001b[31m \u202e كابلات 🔋 \ud800 \u2028#tag",
  "]]> --> %% linkage-disable unresolved-link %%",
  "- [ ] task | cell | {{template}} *a* _b_",
];

describe.each(hostile)("%j", (words) => {
  const found = [
    problem({ message: words, path: `${words}.md` }),
    problem({ message: words, target: words, fix: () => ({ title: words, edits: [] }) }),
    problem({ message: words, target: words, suggest: () => [{ title: words, edits: [] }] }),
    problem({ ...placeholder, message: words, target: words }),
  ];
  const text = noteOf(found, words);
  const note = parseNote("Problems.md", text);

  test("is neither link, tag, block, heading nor suppression in the note", () => {
    expect(note.links).toEqual([]);
    expect(note.tags).toEqual([]);
    expect(note.linkageBlocks).toEqual([]);
    expect(note.suppressions).toEqual([]);
    expect(note.headings.map(({ level }) => level)).toEqual([1, 2, 2]);
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u202e]/u);
  });

  test("leaves what is found as it is", () => {
    const vault = VaultIndex.of(["Problems.md"], [note], techJournal);
    expect(new Linter(allRules, techJournal).lint(note, vault)).toEqual([]);
  });
});

test("only the mark itself keeps rules from a note", () => {
  const rulesOf = (property: string): readonly string[] => {
    const note = parseNote("A.md", `---\n${property}\n---\n[[Nowhere]]`);
    const vault = VaultIndex.of(["A.md"], [note], techJournal);
    return new Linter(allRules, techJournal).lint(note, vault).map(({ rule }) => rule);
  };
  expect(rulesOf("linkage-report: true")).toEqual([]);
  expect(rulesOf("linkage-report: false")).toContain("unresolved-link");
  expect(rulesOf("report: true")).toContain("unresolved-link");
});
