import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { folderOf, linkage } from "./cli/command-line.ts";
import { allRules } from "../src/rules/all-rules.ts";
import { factsReportSchema, lintReportSchema } from "../src/report/json.ts";

const pages = ["README.md", "docs/command-line.md", "docs/conventions.md"];
const docs = pages.map((path) => readFileSync(path, "utf8")).join("\n");

/** The JSON examples, in order. */
const examples = [...docs.matchAll(/```json\n(.*?)```/gs)].map(
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
  const [, shown = ""] = docs.split(`\n$ linkage ${line}\n`);
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
  const rows = [...docs.matchAll(/^\| `([\w-]+)` +\| (error|warning|info|off) +\| (.*?) +\|$/gm)];
  const said = rows.map(([, id = "", severity = "", summary = ""]) => ({ id, severity, summary }));
  for (const { id, severity, summary } of allRules) expect(said).toContainEqual({ id, severity, summary });
});

const everyPage = ["README.md", ...readdirSync("docs").map((name) => `docs/${name}`)].filter(isPage);

test.each(everyPage)("%s has no mark left of what was to be written there", (path) => {
  expect(readFileSync(path, "utf8").match(/@@.*?@@/g)).toBeNull();
});

test.each(everyPage.filter((path) => path !== "README.md"))("another page leads to %s", (path) => {
  const others = everyPage.filter((other) => other !== path);
  const isLinked = (other: string): boolean =>
    [...readFileSync(other, "utf8").matchAll(/\]\((?!https?:)([^)#]+)/g)].some(
      ([, target = ""]) => join(dirname(other), target) === path,
    );
  expect(others.filter(isLinked)).not.toEqual([]);
});

test.each(everyPage)("each link of %s to a file of the project, or to a heading in one, finds it", (path) => {
  for (const [, target = "", heading] of readFileSync(path, "utf8").matchAll(
    /\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g,
  )) {
    const page = target === "" ? path : join(dirname(path), target);
    expect([page, existsSync(page)]).toEqual([page, true]);
    if (heading !== undefined) expect(anchorsOf(page)).toContain(heading);
  }
});

function isPage(path: string): boolean {
  // Made from the rules, whose examples hold links that lead nowhere on purpose.
  return path.endsWith(".md") && path !== "docs/rules.md";
}

/** The headings of a page as GitHub names them in addresses. */
function anchorsOf(page: string): readonly string[] {
  return [...readFileSync(page, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, text = ""]) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
