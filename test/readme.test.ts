import { cpSync, readFileSync } from "node:fs";
import { folderOf, linkage } from "./cli/command-line.ts";
import { allRules } from "../src/rules/all-rules.ts";
import { factsReportSchema, lintReportSchema } from "../src/report/json.ts";

const readme = readFileSync("README.md", "utf8");

/** The JSON examples, in order. */
const examples = [...readme.matchAll(/```json\n(.*?)```/gs)].map(
  ([, json = ""]) => JSON.parse(json) as unknown,
);

test.each([
  ["linkage lint --format json", lintReportSchema, examples[0]],
  ["linkage facts", factsReportSchema, examples[1]],
])("the example of %s is what the schema says, key by key", (_, schema, example) => {
  expect(schema.parse(example)).toEqual(example);
});

// `init` writes.
const copy = folderOf({ "test/vaults/": "" });
cpSync("test/vaults/journal", `${copy}/test/vaults/journal`, { recursive: true });

test.each([
  ["lint test/vaults/journal", ["lint", "test/vaults/journal"]],
  ["init test/vaults/journal", ["init", "test/vaults/journal"]],
  ["init --dry-run test/vaults/journal", ["init", "--dry-run", "test/vaults/journal"]],
  [
    'tree "the clock radio runs zephyr" --vault test/vaults/journal',
    ["tree", "the clock radio runs zephyr", "--vault", "test/vaults/journal"],
  ],
])("what it shows of linkage %s is printed so, but for what an ellipsis stands for", async (line, args) => {
  const [, shown = ""] = readme.split(`\n$ linkage ${line}\n`);
  const parts = shown.slice(0, shown.indexOf("```")).split(/^…\n/m);
  const { out } = await linkage(args, { cwd: copy });
  let at = 0;
  for (const part of parts) {
    const found = out.indexOf(part, at);
    expect(found < 0 ? part : "").toBe("");
    at = found + part.length;
  }
});

test("the table of rules is complete and says what they say", () => {
  const rows = [...readme.matchAll(/^\| `([\w-]+)` +\| (error|warning|info|off) +\| (.*?) +\|$/gm)];
  const said = rows.map(([, id = "", severity = "", summary = ""]) => ({ id, severity, summary }));
  for (const { id, severity, summary } of allRules) expect(said).toContainEqual({ id, severity, summary });
});
