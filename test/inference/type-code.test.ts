import { codeFor } from "../../src/inference/type-code.ts";
import { codeForm } from "../../src/journal/note-id.ts";

test.each([
  ["tech-journal", [], "TJ"],
  ["tech_journal", ["TJ"], "TE"],
  ["recipe", [], "RE"],
  ["recipe", ["RE"], "REC"],
  ["a/b/c/d/e", [], "ABCD"],
  ["x", [], "X"],
  ["x", ["X"], "XA"],
  ["Überblick", [], "UB"],
  ["日記", [], "TA"],
  ["", [], "TA"],
  ["2023", ["TA"], "TB"],
])("%j, where %j are taken, has the code %s", (name, taken, code) => {
  expect(codeFor(name, new Set(taken))).toBe(code);
});

test("every code is one, and another", () => {
  const taken = new Set<string>();
  for (let code = codeFor("recipe", taken); code !== null; code = codeFor("recipe", taken)) {
    expect(code).toMatch(codeForm);
    expect(taken.has(code)).toBe(false);
    taken.add(code);
  }
  expect(taken.size).toBeGreaterThan(700);
});
