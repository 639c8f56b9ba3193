import { parseNote } from "../../src/note/parse-note.ts";
import { scalarLike, yamlScalar } from "../../src/note/yaml-scalar.ts";

test.each([
  ["a plain title", "a plain title"],
  ["2026-01-25", "2026-01-25"],
  ["260125TJ16", "260125TJ16"],
  // YAML would read a number: 260125 times ten to the tenth.
  ["260125E10", '"260125E10"'],
  ["260125EX10", "260125EX10"],
  ["2026", '"2026"'],
  ["true", '"true"'],
  ["- a", '"- a"'],
  ["a: b #c", '"a: b #c"'],
])("%s is written %s, and read as the same", (text, yaml) => {
  expect(yamlScalar(text)).toBe(yaml);
  expect(parseNote("Note.md", `---\na: ${yaml}\n---\n`).frontmatter.properties[0]?.value).toBe(text);
});

test.each([
  ['"old"', "new", '"new"'],
  ["'old'", "it's", "'it''s'"],
  ["old", "new", "new"],
])("in place of %s, %s is written %s", (written, text, yaml) => {
  expect(scalarLike(written, text)).toBe(yaml);
});
