/** @jest-environment jsdom */
import type { Diagnostic } from "../../src/lint/diagnostic.ts";
import { junitLines } from "../../src/report/junit.ts";
import { problem, tenByHundred } from "./problems.ts";

function xmlOf(diagnostics: readonly Diagnostic[], notes = 1940): string {
  const context = {
    place: (path: string) => `vault/${path}`,
    fails: (severity: Diagnostic["severity"]) => severity === "error",
  };
  return [...junitLines(diagnostics, notes, tenByHundred, context), ""].join("\n");
}

/** The document, which must be well-formed. */
function documentOf(xml: string): Document {
  const parsed = new DOMParser().parseFromString(xml, "application/xml");
  expect(parsed.querySelector("parsererror")?.textContent).toBeUndefined();
  return parsed;
}

test("a case for each file and rule, which fails where the run does", () => {
  const found = [
    problem({ severity: "warning", path: "b.md", at: 25 }),
    problem({ rule: "b-rule", message: "First" }),
    problem({ rule: "b-rule", message: "Second", at: 11 }),
    problem({ severity: "info" }),
  ];
  expect(xmlOf(found)).toMatchInlineSnapshot(`
   "<?xml version="1.0" encoding="UTF-8"?>
   <testsuites name="linkage" tests="3" failures="1">
     <testsuite name="vault/Note.md" tests="2" failures="1">
       <testcase classname="vault/Note.md" name="b-rule" file="vault/Note.md">
         <failure type="error" message="First (and 1 more)">1:1 error: First
   2:2 error: Second</failure>
       </testcase>
       <testcase classname="vault/Note.md" name="a-rule" file="vault/Note.md">
         <system-out>1:1 info: Something is not as expected</system-out>
       </testcase>
     </testsuite>
     <testsuite name="vault/b.md" tests="1" failures="0">
       <testcase classname="vault/b.md" name="a-rule" file="vault/b.md">
         <system-out>3:6 warning: Something is not as expected</system-out>
       </testcase>
     </testsuite>
   </testsuites>
   "
  `);
  expect(documentOf(xmlOf(found)).querySelectorAll("testcase")).toHaveLength(3);
});

test("nothing found is one case that passes", () => {
  expect(xmlOf([])).toMatchInlineSnapshot(`
   "<?xml version="1.0" encoding="UTF-8"?>
   <testsuites name="linkage" tests="1" failures="0">
     <testsuite name="linkage" tests="1" failures="0">
       <testcase classname="linkage" name="No problems in 1,940 notes"/>
     </testsuite>
   </testsuites>
   "
  `);
  expect(documentOf(xmlOf([])).querySelectorAll("testcase")).toHaveLength(1);
});

test.each([
  ["markup", `<b a="1" b='2'>&amp;</b>`],
  ["the end of a CDATA section", "]]>"],
  ["a comment", "--><!-- "],
  ["what XML may not hold", "\u0000\u0008\u001b\ufffe\uffff\ud800"],
  ["line breaks", "a\nb\r\tc\u2028d"],
  ["a reversal, Arabic and emoji", "\u202e كابلات 🔋"],
])("%s in names and messages", (_, hostile) => {
  const shown = hostile
    .replaceAll(/[\ufffe\uffff]/g, "\ufffd")
    .replaceAll(/[\p{Cc}\u2028\u202e\p{Cs}]/gu, (each) => escapes.get(each) ?? each);
  for (const severity of ["error", "warning"] as const) {
    const parsed = documentOf(xmlOf([problem({ path: hostile, rule: hostile, message: hostile, severity })]));
    const testcase = parsed.querySelector("testcase");
    expect(testcase?.getAttribute("file")).toBe(`vault/${shown}`);
    expect(testcase?.getAttribute("name")).toBe(shown);
    expect(testcase?.textContent.trim()).toBe(`1:1 ${severity}: ${shown}`.trim());
  }
});

const escapes: ReadonlyMap<string, string> = new Map([
  ["\u0000", "\\x00"],
  ["\u0008", "\\x08"],
  ["\u001b", "\\x1b"],
  ["\ud800", "\\ud800"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ["\u2028", "\\u2028"],
  ["\u202e", "\\u202e"],
]);

test("50,000 problems come line by line", () => {
  const many = Array.from({ length: 50_000 }, (_, index) => problem({ path: `${String(index % 5000)}.md` }));
  let longest = 0;
  let lines = 0;
  for (const line of junitLines(many, 5000, tenByHundred, { place: (path) => path, fails: () => true })) {
    lines++;
    longest = Math.max(longest, line.length);
  }
  expect(lines).toBe(5000 * 5 + 3);
  expect(longest).toBeLessThan(1000);
});
