import type { Diagnostic } from "../../src/lint/diagnostic.ts";
import type { Screen } from "../../src/report/screen.ts";
import { plainStyle } from "../../src/report/style.ts";
import { textReport } from "../../src/report/text.ts";
import { problem, type Said, tenByHundred } from "./problems.ts";

const screen: Screen = { width: 80, style: plainStyle, place: (path) => path };
const summaries = new Map([
  ["link-to-draft", "A published note links to no draft"],
  ["unresolved-link", "A link leads to a file of the vault"],
  ["placeholder-link", "A link leads to a file of the vault"],
]);

const asked = {
  vault: "journal",
  notes: 1940,
  severity: "info",
  hidden: 0,
  grouping: "problem",
  whole: false,
  summaries,
} as const;

function report(
  diagnostics: readonly Diagnostic[],
  more: Partial<Parameters<typeof textReport>[0]> = {},
  on = screen,
) {
  return ["", ...textReport({ ...asked, diagnostics, ...more }, tenByHundred, on), ""].join("\n");
}

/** `count` links to `target`, from notes of their own. */
function links(count: number, target: string, more: Said = {}): readonly Diagnostic[] {
  return Array.from({ length: count }, (_, index) =>
    problem({
      rule: "unresolved-link",
      severity: "warning",
      path: `Notes/${target} ${String(index + 1)}.md`,
      at: 25,
      target,
      message: `No file matches "${target}"`,
      ...more,
    }),
  );
}

const journal = [
  ...links(3, "Latency Budget", { rule: "placeholder-link", severity: "info" }),
  ...links(12, "2023", { rule: "malformed-tag" }),
  ...links(6, "Lineer Regression", { suggest: () => [{ title: 'Link to "Linear-Regression"', edits: [] }] }),
  ...links(4, "Field Notes", { fix: () => ({ title: 'Link to "Field-Notes"', edits: [] }) }),
  ...links(1, "Nowhere"),
  ...links(2, "On hold", { rule: "link-to-draft", severity: "error" }),
  problem({
    rule: "duplicate-note-id",
    message: '"230718TJ16" is also the note id of "Notes/b.md"',
    path: "Notes/a.md",
  }),
];

test("a report by problem", () => {
  expect(report(journal)).toMatchInlineSnapshot(`
   "
   journal · 1,940 notes

         2  error    link-to-draft      in 2 notes, 1 target
         1  error    duplicate-note-id  in 1 note
        11  warning  unresolved-link    in 11 notes, 3 targets  → 4 sure repairs
        12  warning  malformed-tag      in 12 notes, 1 target
         3  info     placeholder-link   in 3 notes, 1 target

   4 sure repairs, which "linkage fix" makes, or says why not

     unresolved-link  4 in 4 notes, 1 target
     A link leads to a file of the vault
         4  No file matches "Field Notes"  → Link to "Field-Notes"
            Notes/Field Notes 1.md:3:6
            Notes/Field Notes 2.md:3:6
            Notes/Field Notes 3.md:3:6 … and 1 more

   3 errors

     link-to-draft  2 in 2 notes, 1 target
     A published note links to no draft
         2  No file matches "On hold"
            Notes/On hold 1.md:3:6
            Notes/On hold 2.md:3:6

     duplicate-note-id  1 in 1 note
         1  "230718TJ16" is also the note id of "Notes/b.md"
            Notes/a.md:1:1

   19 more warnings

     unresolved-link  7 in 7 notes, 2 targets
     No file matches "…"
         6  Lineer Regression  → Link to "Linear-Regression"?
            Notes/Lineer Regression 1.md:3:6
            Notes/Lineer Regression 2.md:3:6
            Notes/Lineer Regression 3.md:3:6 … and 3 more
         1  Nowhere
            Notes/Nowhere 1.md:3:6

     malformed-tag  12 in 12 notes, 1 target
        12  No file matches "2023"

   3 info

     placeholder-link  3 in 3 notes, 1 target
     A link leads to a file of the vault
         3  No file matches "Latency Budget"

   29 problems in 29 of 1,940 notes: 3 errors, 23 warnings, 3 info
   "
  `);
});

test("a report by problem, in full", () => {
  expect(report(journal, { whole: true })).toMatchInlineSnapshot(`
   "
   journal · 1,940 notes

         2  error    link-to-draft      in 2 notes, 1 target
         1  error    duplicate-note-id  in 1 note
        11  warning  unresolved-link    in 11 notes, 3 targets  → 4 sure repairs
        12  warning  malformed-tag      in 12 notes, 1 target
         3  info     placeholder-link   in 3 notes, 1 target

   4 sure repairs, which "linkage fix" makes, or says why not

     unresolved-link  4 in 4 notes, 1 target
     A link leads to a file of the vault
         4  No file matches "Field Notes"  → Link to "Field-Notes"
            Notes/Field Notes 1.md:3:6
            Notes/Field Notes 2.md:3:6
            Notes/Field Notes 3.md:3:6
            Notes/Field Notes 4.md:3:6

   3 errors

     link-to-draft  2 in 2 notes, 1 target
     A published note links to no draft
         2  No file matches "On hold"
            Notes/On hold 1.md:3:6
            Notes/On hold 2.md:3:6

     duplicate-note-id  1 in 1 note
         1  "230718TJ16" is also the note id of "Notes/b.md"
            Notes/a.md:1:1

   19 more warnings

     unresolved-link  7 in 7 notes, 2 targets
     No file matches "…"
         6  Lineer Regression  → Link to "Linear-Regression"?
            Notes/Lineer Regression 1.md:3:6
            Notes/Lineer Regression 2.md:3:6
            Notes/Lineer Regression 3.md:3:6
            Notes/Lineer Regression 4.md:3:6
            Notes/Lineer Regression 5.md:3:6
            Notes/Lineer Regression 6.md:3:6
         1  Nowhere
            Notes/Nowhere 1.md:3:6

     malformed-tag  12 in 12 notes, 1 target
        12  No file matches "2023"
            Notes/2023 1.md:3:6
            Notes/2023 2.md:3:6
            Notes/2023 3.md:3:6
            Notes/2023 4.md:3:6
            Notes/2023 5.md:3:6
            Notes/2023 6.md:3:6
            Notes/2023 7.md:3:6
            Notes/2023 8.md:3:6
            Notes/2023 9.md:3:6
            Notes/2023 10.md:3:6
            Notes/2023 11.md:3:6
            Notes/2023 12.md:3:6

   3 info

     placeholder-link  3 in 3 notes, 1 target
     A link leads to a file of the vault
         3  No file matches "Latency Budget"
            Notes/Latency Budget 1.md:3:6
            Notes/Latency Budget 2.md:3:6
            Notes/Latency Budget 3.md:3:6

   29 problems in 29 of 1,940 notes: 3 errors, 23 warnings, 3 info
   "
  `);
});

test("a report by note", () => {
  const ofThree = journal.filter(({ path }) => path.endsWith(" 1.md") || path === "Notes/a.md");
  expect(report(ofThree, { grouping: "note" })).toMatchInlineSnapshot(`
   "
   journal · 1,940 notes

   Notes/On hold 1.md
     3:6  error    No file matches "On hold"  link-to-draft

   Notes/a.md
     1:1  error    "230718TJ16" is also the note id of "Notes/b.md"
                   duplicate-note-id

   Notes/2023 1.md
     3:6  warning  No file matches "2023"  malformed-tag

   Notes/Field Notes 1.md
     3:6  warning  No file matches "Field Notes"  unresolved-link

   Notes/Lineer Regression 1.md
     3:6  warning  No file matches "Lineer Regression"  unresolved-link

   Notes/Nowhere 1.md
     3:6  warning  No file matches "Nowhere"  unresolved-link

   Notes/Latency Budget 1.md
     3:6  info     No file matches "Latency Budget"  placeholder-link

   7 problems in 7 of 1,940 notes: 2 errors, 4 warnings, 1 info
   "
  `);
});

test("what can surely be repaired comes first, whatever its severity, and what makes the repairs is named", () => {
  const text = report(journal);
  const headings = text.match(/^(?:\d.*| {2}[a-z]+-[a-z-]+ {2}\d.*)$/gm);
  expect(headings).toEqual([
    '4 sure repairs, which "linkage fix" makes, or says why not',
    "  unresolved-link  4 in 4 notes, 1 target",
    "3 errors",
    "  link-to-draft  2 in 2 notes, 1 target",
    "  duplicate-note-id  1 in 1 note",
    "19 more warnings",
    "  unresolved-link  7 in 7 notes, 2 targets",
    "  malformed-tag  12 in 12 notes, 1 target",
    "3 info",
    "  placeholder-link  3 in 3 notes, 1 target",
    "29 problems in 29 of 1,940 notes: 3 errors, 23 warnings, 3 info",
  ]);
  // After --fix, what is left was refused.
  expect(report(journal, { fix: true })).toContain("\n4 sure repairs\n");
});

test.each([
  ["the first", (sure: readonly Diagnostic[], not: readonly Diagnostic[]) => [...sure, ...not]],
  ["the last", (sure: readonly Diagnostic[], not: readonly Diagnostic[]) => [...not, ...sure]],
])("a repair is counted where it is one, be it %s of its group", (_, together) => {
  const not = links(3, "Field Notes", { fix: () => null });
  const text = report(together(journal, not));
  expect(text).toContain("  14  warning  unresolved-link    in 11 notes, 3 targets  → 4 sure repairs\n");
  expect(text).toContain('\n4 sure repairs, which "linkage fix" makes, or says why not\n');
  expect(text).toContain('      7  No file matches "Field Notes"  → Link to "Field-Notes" (4 of 7)\n');
});

test("repairs of a group that differ are not told as one", () => {
  const writing = (tag: string) => ({
    path: `${tag}.md`,
    message: '"tags" is a single value, expected a list',
    target: "tags",
    fix: () => ({ title: `Write tags: [${tag}]`, edits: [] }),
  });
  expect(report(["ai", "law"].map(writing).map(problem))).toContain("→ Write tags: [ai] and the like\n");
  expect(report(["ai", "ai"].map(writing).map(problem))).toContain("→ Write tags: [ai]\n");
});

test("nothing to report", () => {
  expect(report([])).toBe("\nNo problems in 1,940 notes\n");
  const milder = { notes: 1, severity: "warning", hidden: 2 } as const;
  expect(report([], milder)).toBe("\nNo errors or warnings in 1 note (2 milder problems not shown)\n");
});

test("of a long list the most urgent of each kind: sure repairs, then candidates, then what the writer must find", () => {
  const kinds: readonly (readonly [string, Said])[] = [
    ["sure", { fix: () => ({ title: "Link to the one", edits: [] }) }],
    ["none", {}],
    ["candidate", { suggest: () => [{ title: "Link to one of them", edits: [] }] }],
  ];
  const found = kinds.flatMap(([kind, more], index) =>
    Array.from({ length: 10 }, (_, number) =>
      links(kind === "sure" ? 3 : 20 - 2 * number - index, `${kind} ${String(number)}`, more),
    ).flat(),
  );
  const labels = report(found).match(/^ +\d+ {2}(?:sure|none|candidate) \d.*$/gm);
  expect(labels?.map((label) => label.trim())).toEqual([
    "3  sure 0  → Link to the one",
    "3  sure 1  → Link to the one",
    "3  sure 2  → Link to the one",
    "3  sure 3  → Link to the one",
    "18  candidate 0  → Link to one of them?",
    "16  candidate 1  → Link to one of them?",
    "19  none 0",
    "17  none 1",
  ]);
  expect(report(found)).toContain(
    "    +21  more, 6 of them with a sure repair: --rule unresolved-link shows all",
  );
});

test.each([
  [8, 0, 8, 0],
  [0, 12, 0, 8],
  [12, 1, 7, 1],
  [2, 12, 2, 6],
])("of %d sure repairs and %d to decide, %d and %d are shown", (sure, open, sureShown, openShown) => {
  const fix = (): { title: string; edits: [] } => ({ title: "Link to the one", edits: [] });
  const text = report([
    ...Array.from({ length: sure }, (_, index) => links(1, `sure ${String(index)}`, { fix })).flat(),
    ...Array.from({ length: open }, (_, index) => links(1, `open ${String(index)}`)).flat(),
  ]);
  expect(text.match(/ {2}sure \d/g) ?? []).toHaveLength(sureShown);
  expect(text.match(/ {2}open \d/g) ?? []).toHaveLength(openShown);
});

test("long lists are cut, and say so", () => {
  const many = Array.from({ length: 20 }, (_, index) => links(2, `Target ${String(index)}`)).flat();
  expect(report(many)).toContain("    +12  more: --rule unresolved-link shows all");
  expect(report(many, { whole: true })).not.toContain("more");
});

test("places are never cut, and wide ones take the room of two", () => {
  const path = `${"a long name ".repeat(8)}.md`;
  const wide = ["1/", "2/", "3/"].map((folder) => problem({ path: folder + path }));
  expect(report(wide)).toContain(`1/${path}:1:1\n         … and 2 more\n`);
  expect(report(wide, {}, { ...screen, width: Infinity })).toContain(`3/${path}:1:1\n`);
});

test("wide characters are counted as the columns they take", () => {
  const [line] = report([problem({ message: "電子 ".repeat(20).trim() })])
    .split("\n")
    .slice(6);
  expect(line).toBe("      1  " + "電子 ".repeat(14).trim());
});

test.each([
  ["an escape sequence", "\u001b[31mred", "\\x1b[31mred"],
  ["an eight-bit one", "\u009b31m", "\\x9b31m"],
  ["a line break", "a\nb\r\u2028c", "a\\nb\\r\\u2028c"],
  ["a reversal", "\u202egpj.md", "\\u202egpj.md"],
  ["half a character", "\ud800", "\\ud800"],
  ["a NUL", "a\0b", "a\\x00b"],
])("%s in names and messages is shown, not obeyed", (_, hostile, shown) => {
  const diagnostics = [
    problem({ path: hostile, message: hostile, fix: () => ({ title: hostile, edits: [] }) }),
    problem({
      path: hostile,
      message: hostile,
      target: hostile,
      suggest: () => [{ title: hostile, edits: [] }],
    }),
  ];
  for (const grouping of ["problem", "note"] as const) {
    const text = report(diagnostics, { grouping, vault: hostile });
    expect(text).toContain(shown);
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u202e]/u);
  }
});
