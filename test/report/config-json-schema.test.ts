import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { parse } from "yaml";
import { readConfig } from "../../src/journal/read-config.ts";
import { configSchemaText } from "../../src/report/config-json-schema.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { optionSchemas } from "../../src/rules/rule-options.ts";

const text = configSchemaText();
const isValid = new Ajv({ allErrors: true }).compile(JSON.parse(text) as object);

/** Both say whether a config is as it is to be: the schema, and Linkage as it reads the config. */
function verdicts(yaml: string): readonly boolean[] {
  const { mistakes } = readConfig(yaml, optionSchemas(allRules));
  return [isValid(parse(yaml) ?? {}) === true, mistakes.length === 0];
}

test("linkage.schema.json says what the config's schema says; npm run docs writes it anew", () => {
  expect(readFileSync("linkage.schema.json", "utf8")).toBe(text);
});

test("the sample vault's config, and the one that the docs show", () => {
  const [, shown = ""] = /```yaml\n(.*?)```/s.exec(readFileSync("docs/conventions.md", "utf8")) ?? [];
  expect(verdicts(readFileSync("test/vaults/journal.yaml", "utf8"))).toEqual([true, true]);
  expect(verdicts(shown)).toEqual([true, true]);
});

test.each([
  "",
  "extends: none",
  "ignore:\nsite:\ntypes:\nrules:\n",
  "ignore: Templates/",
  "ignore: [Templates/]\nlintExcluded: true\nclasses: wide",
  "types: { MR: , XY: { tags: a, ending: '#', linkage: optional } }",
  "types: { MR: { properties: { a: text, b: [x, 1, true], c: { kind: list, values: [x] }, d: } } }",
  "rules: { unresolved-link: off, malformed-tag: { severity: info, ignore: a }, date-order: }",
  "rules: { unresolved-link: { ignoreTargets: ['x*'] } }",
])("both take %j", (yaml) => {
  expect(verdicts(yaml)).toEqual([true, true]);
});

test.each([
  "- a",
  "ignor: a",
  "extends: tech",
  "ignore: 1",
  "ignore: [1]",
  "ignore: ['']",
  "ignore: ''",
  "lintExcluded: 'true'",
  "site: hugo",
  "types: [MR]",
  "types: { mr: {} }",
  "types: { MR: market }",
  "types: { MR: { class: a } }",
  "types: { MR: { linkage: yes } }",
  "types: { MR: { properties: [a] } }",
  "types: { MR: { properties: { a: txt } } }",
  "types: { MR: { properties: { a: [[b]] } } }",
  "types: { MR: { properties: { a: { values: b } } } }",
  "types: { MR: { properties: { a: { sort: text } } } }",
  "rules: { no-such-rule: off }",
  "rules: { unresolved-link: loud }",
  "rules: { unresolved-link: [error] }",
  "rules: { unresolved-link: { severity: loud } }",
  "rules: { unresolved-link: { ignoreTarget: a } }",
  "rules: { unresolved-link: { ignoreTargets: 1 } }",
])("neither takes %j", (yaml) => {
  expect(verdicts(yaml)).toEqual([false, false]);
});

test("every key says what it is for", () => {
  const silent: string[] = [];
  const look = (node: unknown, place: string): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, below] of Object.entries(node)) {
      const isKeys = key === "properties" && !place.endsWith(".properties");
      for (const [name, said] of isKeys ? Object.entries(below as object) : [])
        if (typeof said === "object" && !("description" in said)) silent.push(`${place}.${name}`);
      look(below, `${place}.${key}`);
    }
  };
  look(JSON.parse(text), "");
  expect(silent).toEqual([]);
});
