import { fc, test } from "@fast-check/jest";
import "../law-seed.ts";
import { inferConventions } from "../../src/inference/infer-conventions.ts";
import { readConfig } from "../../src/journal/read-config.ts";
import { techJournal } from "../../src/journal/tech-journal.ts";
import { conventionsFile } from "../../src/report/conventions-file.ts";
import { inferenceLines } from "../../src/report/inference-text.ts";
import { plainStyle } from "../../src/report/style.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { optionSchemas } from "../../src/rules/rule-options.ts";
import { VaultIndex } from "../../src/vault/vault-index.ts";
import { vaultOf } from "../vault/vault-of.ts";
import { type Alike, filesOf } from "./journal-of.ts";

const names = fc.constantFrom(
  "general-note",
  "ünï",
  "true",
  "no",
  "x: y",
  "it's",
  '"q"',
  "# x",
  "- a",
  "a/b",
  "日記",
  "__proto__",
  "{a}",
  "a, b]",
  "two\nlines",
  "\u2028\u0085\u007f",
  "\ud800",
  "&a",
  "*",
  "2023",
  "%d",
);
const code = fc.constantFrom("GN", "MR", "TJ", "ABCD", "X");
const classes = fc.array(fc.constantFrom("wide", "general-note", "ünï", "tech-journal", "-x", "a b"), {
  maxLength: 3,
});
const tags = fc.array(fc.oneof(names, fc.constantFrom("general-note", "General-Note", "ai")), {
  maxLength: 3,
});
const folder = fc.constantFrom(
  "GN",
  "Notes/GN/2023",
  "Notes",
  "Notes/x: y",
  "it's #1/ [a]",
  "*",
  "-",
  "\ud800",
  "true",
  " a",
);
const yaml = fc
  .array(fc.tuple(names, names), { maxLength: 4 })
  .map((entries) =>
    [...new Map(entries)]
      .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join("\n"),
  );
const body = fc
  .array(
    fc.oneof(
      names.map((name) => `## ${name}\n\n`),
      fc.constantFrom(
        "[[Latency Budget]]\n\n",
        "[[a #b]]\n\n",
        "#\n",
        "https://a.example\n\n",
        '<div class="linkage">\n</div>\n\n',
        "Two\nlines\n===\n\n",
      ),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(""));

const kind: fc.Arbitrary<Alike> = fc.record(
  { count: fc.integer({ min: 1, max: 8 }), code, classes, tags, folder, yaml, body },
  { requiredKeys: ["count"] },
);
const vaults = fc.array(kind, { maxLength: 4 }).map((kinds) => filesOf(...kinds));
const sites = fc.constantFrom(null, { site: "quartz", file: "../quartz.config.ts" } as const);
const options = optionSchemas(allRules);

test.prop([vaults, sites])("what is written reads back as what was inferred", (files, site) => {
  const inference = inferConventions(vaultOf(files), site);
  const { conventions, mistakes } = readConfig(conventionsFile(inference), options);
  expect(mistakes).toEqual([]);
  expect(conventions).toEqual(inference.conventions);
});

/** A key behind a `#`, at the depth where it would stand. */
const commented =
  /^( *)# (?=(?: *(?:site|types|classes|tags|folders|required|sections|linkage|ending|placeholders): | *[A-Z]{1,4}:(?: #|$)| *(?:types|placeholders):$| *- ))/gm;

test.prop([vaults])("what is commented out is no mistake once it says something", (files) => {
  const text = conventionsFile(inferConventions(vaultOf(files), null));
  const said = text.replace(commented, "$1");
  expect(said).not.toBe(text);
  expect(readConfig(said, options).mistakes.filter(({ message }) => !message.includes("repeated"))).toEqual(
    [],
  );
});

test.prop([vaults, fc.nat()])("the same notes in another order give the same", (files, by) => {
  const index = vaultOf(files);
  const notes = [...index.notes()];
  const turned = notes.map((_, at) => notes[(at + by) % notes.length]).flatMap((note) => note ?? []);
  const other = VaultIndex.of(turned.map(({ path }) => path).reverse(), turned.reverse(), techJournal);
  expect(inferConventions(other, null)).toEqual(inferConventions(index, null));
});

test.prop([vaults])("each type has notes enough, and what it asks for nearly all of them have", (files) => {
  const inference = inferConventions(vaultOf(files), null);
  for (const { type, notes, readable, properties, sections, blocks } of inference.types) {
    expect(notes).toBeGreaterThanOrEqual(5);
    for (const name of type.required)
      expect(properties.find((each) => each.name === name)?.notes).toBeGreaterThanOrEqual(0.95 * readable);
    for (const name of type.sections)
      expect(sections.find((each) => each.name === name)?.notes).toBeGreaterThanOrEqual(0.9 * notes);
    if (type.linkage === "required") expect(blocks).toBeGreaterThanOrEqual(0.95 * notes);
  }
});

test.prop([vaults, fc.integer({ min: 40, max: 120 })])(
  "the table is as wide as the screen, and shows nothing raw",
  (files, width) => {
    const screen = { width, style: plainStyle, place: (path: string) => path };
    for (const line of inferenceLines(inferConventions(vaultOf(files), null), screen)) {
      expect(line).not.toMatch(/[\n\r\u2028\u0085\u007f]/);
      expect(line).toBe(line.trimEnd());
    }
  },
);
