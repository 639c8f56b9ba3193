import fc from "fast-check";
import { globFault, globMatcher } from "../../src/journal/globs.ts";

test.each<[string, readonly string[], readonly string[]]>([
  [
    "Templates",
    ["Templates/a.md", "Templates/b/a.md", "Notes/Templates/a.md", "Templates"],
    ["Templates.md", "My Templates/a.md", "templates/a.md"],
  ],
  ["Templates/", ["Templates/a.md", "Notes/Templates/b/a.md"], ["Templates"]],
  ["/Templates", ["Templates/a.md"], ["Notes/Templates/a.md"]],
  ["/Templates/", ["Templates/a.md"], ["Notes/Templates/a.md", "Templates"]],
  ["./Templates", ["Templates/a.md"], ["Notes/Templates/a.md"]],
  ["Templates/**", ["Templates/a.md", "Templates/b/a.md"], ["Notes/Templates/a.md", "a.md"]],
  ["**/Templates/**", ["Templates/a.md", "Notes/Templates/b/a.md"], ["a.md"]],
  ["Notes/MR", ["Notes/MR/a.md", "Notes/MR"], ["Notes/MRX/a.md", "x/Notes/MR/a.md"]],
  ["Notes/*/a.md", ["Notes/x/a.md"], ["Notes/a.md", "Notes/x/y/a.md"]],
  ["Notes/**/a.md", ["Notes/a.md", "Notes/x/a.md", "Notes/x/y/a.md"], ["a.md", "Notes/b.md"]],
  ["Notes\\MR\\*.md", ["Notes/MR/a.md"], ["Notes/a.md"]],
  ["Notes//MR", ["Notes/MR/a.md"], []],
  ["*.md", ["a.md", "x/a.md", ".md"], ["a.canvas", "a.md.png"]],
  ["*.canvas", ["a.canvas"], ["a.md"]],
  ["20??-*", ["x/2023-07.md", "2023-07/x.md"], ["x/203-07.md"]],
  ["a?c.md", ["abc.md", "a🙂c.md", "aéc.md"], ["ac.md", "abbc.md", "x/a/c.md"]],
  ["*a*b*", ["ab", "xaxbx", "aab"], ["ba", "axc"]],
  ["a**b", ["ab", "axb"], ["a/b", "a/x/b"]],
  ["*", ["a", "a/b"], []],
  ["**", ["a", "a/b"], []],
  ["/*", ["a", "a/b"], []],
  ["/*.md", ["a.md"], ["x/a.md"]],
  ["[ab].md", ["[ab].md"], ["a.md"]],
  ["{a,b}.md", ["{a,b}.md"], ["a.md"]],
  ["!a.md", ["!a.md"], ["a.md", "b.md"]],
  ["+(a).md", ["+(a).md"], ["a.md", "aa.md"]],
  ["a.md", ["a.md"], ["aXmd", "A.md"]],
  ["caf\u00e9", ["cafe\u0301/a.md", "caf\u00e9/a.md"], ["cafe/a.md"]],
  ["", [], ["", "a"]],
  ["/", [], ["", "a"]],
])("%s", (glob, taken, left) => {
  const matches = globMatcher([glob]);
  expect([...taken, ...left].filter(matches)).toEqual(taken);
});

test.each([
  ["Templates/**", null],
  ["/a.md", null],
  ["./a.md", null],
  ["[ab] c.md", null],
  ["a: b.md", null],
  ["", "names nothing"],
  ["//", "is a path of this computer"],
  [" /".trim(), "names nothing"],
  ["C:\\x", "is a path of this computer"],
  ["~/notes", "is a path of this computer"],
  ["\\\\server\\x", "is a path of this computer"],
  ["../x.md", "leads out of the vault"],
])("what can be meant by %j", (glob, fault) => {
  expect(globFault(glob)).toEqual(fault === null ? null : expect.stringContaining(fault));
});

test("several globs take what any of them takes", () => {
  const matches = globMatcher(["Templates/", "*.canvas"]);
  expect(["Templates/a.md", "a.canvas", "a.md"].filter(matches)).toEqual(["Templates/a.md", "a.canvas"]);
});

test("no globs take nothing", () => {
  expect(globMatcher([])("a.md")).toBe(false);
});

test.each([
  ["stars in a name", "*a".repeat(500) + "b", "a".repeat(1000)],
  ["stars and marks", "*?".repeat(500) + "b", "a".repeat(1000)],
  ["folders", "**/a/".repeat(500) + "b", "a/".repeat(1000) + "a"],
  ["folders of stars", "**/*a*/".repeat(300) + "b", "aaa/".repeat(300) + "a"],
])("a hostile glob is quick: %s", (_, glob, path) => {
  const matches = globMatcher([glob]);
  const start = performance.now();
  expect(matches(path)).toBe(false);
  expect(performance.now() - start).toBeLessThan(500);
});

// Took minutes, for each path had all of the glob before it.
test.each([
  ["nothing but stars", "*".repeat(100_000) + "b", "a".repeat(255)],
  ["more stars than a name has letters", "*a".repeat(100_000), "a".repeat(255)],
  ["more folders than a path has", "**/a/".repeat(50_000), "a/".repeat(100) + "a"],
  ["a target that is a whole text", "*aa".repeat(1000) + "b", "a".repeat(1_000_000)],
])("a hostile glob is read once, however many paths there are: %s", (_, glob, path) => {
  const matches = globMatcher([glob]);
  expect(Array.from({ length: 5000 }, () => matches(path))).not.toContain(true);
});

test("the same as a matcher that tries everything", () => {
  const some = (of: readonly string[], minLength: number): fc.Arbitrary<string> =>
    fc.array(fc.constantFrom(...of), { minLength, maxLength: 8 }).map((parts) => parts.join(""));
  const paths = fc.array(some(["a", "b"], 1), { minLength: 1, maxLength: 5 }).map((names) => names.join("/"));
  fc.assert(
    fc.property(some(["a", "b", "*", "?", "/", "**", "/**/"], 0), paths, (glob, path) => {
      expect([glob, path, globMatcher([glob])(path)]).toEqual([glob, path, slowly(glob, path)]);
    }),
    { numRuns: 3000 },
  );
});

function slowly(glob: string, path: string): boolean {
  const names = glob.split("/").filter((name) => name !== "");
  const start = names.length > 1 || glob.startsWith("/") ? [] : ["**"];
  const end = glob.endsWith("/") ? ["*", "**"] : ["**"];
  return names.length > 0 && tries([...start, ...names, ...end], path.split("/"));
}

function tries([first, ...rest]: readonly string[], names: readonly string[]): boolean {
  if (first === undefined) return names.length === 0;
  if (first === "**") return [...names, ""].some((_, at) => tries(rest, names.slice(at)));
  const [name, ...others] = names;
  const pattern = new RegExp(`^${first.replace(/\*+/g, ".*").replaceAll("?", ".")}$`);
  return name !== undefined && pattern.test(name) && tries(rest, others);
}
