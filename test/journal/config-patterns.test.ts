import { fc, test } from "@fast-check/jest";
import { PatternUse, type ConfigPattern } from "../../src/journal/config-patterns.ts";
import { globMatcher } from "../../src/journal/globs.ts";

function pattern(text: string, at: number): ConfigPattern {
  return { kind: text.endsWith("!") ? "folder" : "glob", text: text.replace("!", ""), from: at, to: at + 1 };
}

function unusedOf(texts: readonly string[], ...paths: readonly string[]): readonly string[] {
  const use = new PatternUse(texts.map(pattern));
  for (const path of paths) use.add(path);
  return use.unused().map(({ text }) => text);
}

describe.each<[string, string, readonly string[]]>([
  ["a glob of a name", "*.md", ["x/a.md"]],
  ["a folder's glob", "Drafts/", ["Drafts/a.md"]],
  ["a type's folder", "Notes/MR!", ["Notes/MR/2023/a.md"]],
  ["a type's folder with slashes around it", "/Notes/MR/!", ["Notes/MR/a.md"]],
  ["the top as a type's folder", "/!", ["a.md"]],
])("%s", (_, text, paths) => {
  test("is of use where a file is as it says", () => {
    expect(unusedOf([text], ...paths)).toEqual([]);
  });
  test("is of none elsewhere", () => {
    expect(unusedOf([text], "Notes/MRs.txt", "drafts/b.txt").length).toBe(text === "/!" ? 0 : 1);
  });
});

const patterns = ["a", "b/", "*.md", "b!", "c/**", "d?"].map(pattern);
const paths = fc.constantFrom("a", "b/a", "b/x.md", "c/d/e", "dd", "z.md");
const steps = fc.array(fc.tuple(fc.boolean(), paths), { maxLength: 30 });

test.prop([steps])(
  "after files have come and gone, it says what it would say of those that are left",
  (all) => {
    const use = new PatternUse(patterns);
    const files = new Set<string>();
    for (const [comes, path] of all) {
      const before = use.unused().length;
      if (comes) files.add(path);
      else files.delete(path);
      const isOther = comes ? use.add(path) : use.remove(path, files);
      expect(isOther).toBe(use.unused().length !== before);
    }
    const expected = patterns.filter(({ kind, text }) => {
      const matches = globMatcher([kind === "folder" ? `/${text}/` : text]);
      return ![...files].some(matches);
    });
    expect(use.unused()).toEqual(expected);
  },
);
