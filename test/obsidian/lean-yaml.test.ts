import { fc, test } from "@fast-check/jest";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { folderOf } from "../cli/command-line.ts";
import { frontmatterYaml } from "../note/random-yaml.ts";
import { yamlReadings } from "./read-yaml.ts";

type Readings = typeof yamlReadings;

/** The same function out of a bundle made as the plugin's. */
let bundled: Readings;

beforeAll(() => {
  const outfile = join(folderOf({ "empty/": "" }), "bundle.js");
  const build = `import { buildPlugin } from "./esbuild.config.mjs"; await buildPlugin(${JSON.stringify(outfile)}, "test/obsidian/read-yaml.ts");`;
  execFileSync(process.execPath, ["--input-type=module", "--eval", build]);
  const context: { module: { exports: { readonly yamlReadings?: Readings } } } = { module: { exports: {} } };
  runInNewContext(readFileSync(outfile, "utf8"), context);
  const { yamlReadings: readings } = context.module.exports;
  if (!readings) throw new RangeError("The bundle exports no readings");
  bundled = readings;
});

function expectSame(source: string): void {
  expect(bundled(source)).toBe(yamlReadings(source));
}

test.prop([frontmatterYaml()], { numRuns: 150 })(
  "any frontmatter reads as with the whole package",
  expectSame,
);

test.prop(
  [fc.array(fc.constantFrom(...Array.from("-?:,[]{}#&*!|>'\"%@` \n\tax10.~<=")), { maxLength: 40 })],
  {
    numRuns: 150,
  },
)("any characters read as with the whole package", (characters) => {
  expectSame(characters.join(""));
});

test.each([
  ["an anchor and its alias", "a: &x [1, 2]\nb: *x\nc: {<<: *x, d: *y}\n"],
  ["a merge key", "a: &x {b: 1}\nc:\n  <<: *x\n"],
  ["types of YAML 1.1", "a: !!set {x, y}\nb: !!omap [x: 1]\nc: !!binary aGk=\nd: !!timestamp 2001-01-01\n"],
  [
    "other types",
    "a: !!int '3'\nb: !!float 1\nc: !!str 1\nd: !own x\ne: !!map {a: 1}\nf: !!seq [1]\ng: !!null ''\n",
  ],
  [
    "values that YAML 1.1 reads otherwise",
    "a: yes\nb: 0o17\nc: 017\nd: 1_000\ne: 12:30:45\nf: .5\ng: 0x1F\nh: -.inf\ni: .nan\n",
  ],
  ["a version", "%YAML 1.1\n---\na: yes\nb: 2001-01-01\n<<: {c: 1}\n"],
  ["another version", "%YAML 3.0\n%TAG !e! tag:example,2000:\n---\na: !e!x yes\n"],
  ["block texts", "a: |2-\n   x\n\nb: >+\n  folded\n  text\n\n\nc: |\n"],
  ["quoted texts", "a: \"\\x41\\u00e9\\U0001F600\\\n  b\"\nb: 'it''s'\nc: \"\\q\"\n"],
  ["keys that are lists", "? [a, b]\n: 1\n? {c: d}\n: 2\n? |\n  e\n: 3\n"],
  ["repeated keys", "a: 1\na: 2\n"],
  ["comments", "# a\na: 1 # b\n\n# c\nb: # d\n  - 1 # e\n"],
  ["two documents", "a: 1\n---\nb: 2\n...\nc\n"],
  ["deep nesting", "[".repeat(120)],
  ["what is cut off", "a: [1, {b: 'c\n"],
  ["wrong indentation", "a:\n  b: 1\n c: 2\n\td: 3\n"],
  [
    "a config",
    "extends: none\nignore: T/\ntypes:\n  MR: {tags: [a], folders: 3}\nrules:\n  unresolved-link: {severity: no, ignore: [x]}\n",
  ],
  ["nothing", ""],
])("%s", (_, source) => {
  expectSame(source);
});

test("every frontmatter of the sample vault", () => {
  const paths = readdirSync("test/vaults/journal", { recursive: true, encoding: "utf8" });
  const notes = paths.filter((path) => path.endsWith(".md"));
  expect(notes.length).toBeGreaterThan(80);
  for (const path of notes) {
    const [, yaml = ""] = readFileSync(join("test/vaults/journal", path), "utf8").split(/^---\r?\n/m);
    expectSame(yaml);
  }
});
