import type { Diagnostic } from "../../src/lint/diagnostic.ts";
import { githubLines } from "../../src/report/github.ts";
import { summarize } from "../../src/report/summary.ts";
import { problem, tenByHundred } from "./problems.ts";

function linesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  const summary = summarize(diagnostics, 1940, tenByHundred);
  return [...githubLines(diagnostics, summary, tenByHundred, { place: (path) => `vault/${path}` })];
}

test("annotations, the gravest first, and of one severity the first place of each problem", () => {
  const found = [
    problem({ severity: "info", message: "Mild", at: 3 }),
    problem({ severity: "warning", target: "a", path: "a.md" }),
    problem({ severity: "warning", target: "a", path: "b.md" }),
    problem({ severity: "warning", target: "b", path: "c.md", range: { from: 8, to: 12 } }),
    problem({ message: "Grave" }),
  ];
  expect(linesOf(found).join("\n")).toMatchInlineSnapshot(`
   "::error file=vault/Note.md,line=1,endLine=1,col=1,endColumn=2,title=a-rule::Grave
   ::warning file=vault/a.md,line=1,endLine=1,col=1,endColumn=2,title=a-rule::Something is not as expected
   ::warning file=vault/c.md,line=1,endLine=2,title=a-rule::Something is not as expected
   ::warning file=vault/b.md,line=1,endLine=1,col=1,endColumn=2,title=a-rule::Something is not as expected
   ::notice file=vault/Note.md,line=1,endLine=1,col=4,endColumn=5,title=a-rule::Mild
   5 problems in 4 of 1,940 notes: 1 error, 3 warnings, 1 info"
  `);
});

test.each<readonly [string, Partial<Diagnostic>, string]>([
  ["%", { message: "100% sure%0A" }, "::100%25 sure%250A"],
  ["line breaks", { message: "a\r\nb" }, "::a%0D%0Ab"],
  ["a command", { message: "x\n::set-env name=A::b" }, "::x%0A::set-env name=A::b"],
  ["control characters", { message: "\u001b[31m\u202e\ud800" }, "::\\x1b[31m\\u202e\\ud800"],
  ["a path", { path: "a, b: 50%\n.md" }, "file=vault/a%2C b%3A 50%25%0A.md,"],
  ["emoji and Arabic", { path: "🔋 كابلات.md", message: "🔋" }, "file=vault/🔋 كابلات.md,"],
])("%s does not end or change an annotation", (_, more, expected) => {
  const lines = linesOf([problem(more)]);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain(expected);
  expect(lines[0]).not.toMatch(/[\p{Cc}\p{Cs}\u202e]/u);
});

test("where GitHub does not show all, the last line says so", () => {
  const found = (count: number): readonly Diagnostic[] => Array.from({ length: count }, () => problem());
  expect(linesOf(found(10)).at(-1)).toBe("10 problems in 1 of 1,940 notes: 10 errors");
  expect(linesOf(found(11)).at(-1)).toContain("GitHub shows 10 of each level");
  expect(linesOf([])).toEqual(["No problems in 1,940 notes"]);
});
