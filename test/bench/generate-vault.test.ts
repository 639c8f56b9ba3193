import { createHash } from "node:crypto";
import { Linter } from "../../src/lint/linter.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { indexOf } from "./index-of.mts";
import { generateVault } from "./vault/generate-vault.mts";

const count = 400;

test("a generated vault is the same every time, and other notes are in a larger one", () => {
  expect(digest(count)).toBe(digest(count));
  expect(digest(count)).not.toBe(digest(count + 1));
});

test("its notes are of the size and the kinds of a journal's", () => {
  const files = [...generateVault(count)];
  const length = files.reduce((sum, [, text]) => sum + text.length, 0) / count;
  expect(length).toBeGreaterThan(3000);
  expect(length).toBeLessThan(3900);
  expect(new Set(files.map(([path]) => path)).size).toBe(count);
});

test("it has the faults that it is made with, in the shares of the real journal", () => {
  const index = indexOf(count);
  const linter = new Linter(allRules, index.conventions);
  const notesWith = new Map<string, number>();
  for (const note of index.notes())
    for (const rule of new Set(linter.lint(note, index).map((diagnostic) => diagnostic.rule)))
      notesWith.set(rule, (notesWith.get(rule) ?? 0) + 1);
  const share = (rule: string): number => (notesWith.get(rule) ?? 0) / count;
  expect(share("malformed-tag")).toBeCloseTo(0.75, 1);
  expect(share("repeated-heading")).toBeCloseTo(0.12, 1);
  expect(share("placeholder-link")).toBeGreaterThan(0.5);
  expect(share("unresolved-link")).toBeGreaterThan(0.05);
  expect(share("link-to-draft")).toBeGreaterThan(0.05);
  expect(share("malformed-linkage")).toBe(0);
  expect(share("invalid-frontmatter")).toBe(0);
});

function digest(notes: number): string {
  return createHash("sha256")
    .update(JSON.stringify([...generateVault(notes)]))
    .digest("hex");
}
