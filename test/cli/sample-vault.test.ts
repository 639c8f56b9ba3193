import { readFileSync } from "node:fs";
import * as z from "../../src/journal/zod.ts";
import { lintReportSchema } from "../../src/report/json.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { linkage } from "./command-line.ts";

const readme = readFileSync("test/vaults/README.md", "utf8").normalize("NFC");
const faults = readme.slice(readme.indexOf("## Faults"), readme.indexOf("## Targets"));
const ids = new Set(allRules.map(({ id }) => id));

/** What the page on the sample vault says of each note: `rule ×count` for the rules that are there, sorted. */
const promised = new Map<string, readonly string[]>();
for (const [, note = "", , byDefault = ""] of faults.matchAll(/^\| `([^`]+\.md)`([^|]*)\| ([^|]*) \|/gm)) {
  if (!note.includes("*")) promised.set(note, counted(byDefault));
}

function counted(cell: string): readonly string[] {
  const named = [...cell.matchAll(/`([\w-]+)`(?: ×(\d+))?/g)].map(([, rule = "", count = "1"]) => ({
    rule,
    count,
  }));
  return named.flatMap(({ rule, count }) => (ids.has(rule) ? [`${rule} ×${count}`] : [])).sort();
}

const clean = [...readme.slice(readme.indexOf("## Clean notes")).matchAll(/^- `(.*)`$/gm)].map(
  ([, note = ""]) => note,
);

const found = new Map<string, readonly string[]>();

beforeAll(async () => {
  const { out } = await linkage(["lint", "test/vaults/journal", "--format", "json"], { cwd: process.cwd() });
  const byNote = new Map<string, Map<string, number>>();
  for (const { path, rule } of z.parse(lintReportSchema, JSON.parse(out)).diagnostics) {
    const note = path.normalize("NFC");
    const rules = byNote.get(note) ?? new Map<string, number>();
    byNote.set(note, rules.set(rule, (rules.get(rule) ?? 0) + 1));
  }
  for (const [note, rules] of byNote)
    found.set(note, [...rules].map(([rule, count]) => `${rule} ×${String(count)}`).sort());
});

test.each([...promised])("%s has the faults that its row names", (note, expected) => {
  expect(found.get(note) ?? []).toEqual(expected);
});

test.each(clean)("%s is clean", (note) => {
  expect(found.get(note)).toBeUndefined();
});

test("every rule finds something", () => {
  const rules = new Set([...found.values()].flat().map((each) => each.split(" ")[0]));
  const expected = allRules.filter(({ severity }) => severity !== "off").map(({ id }) => id);
  expect([...rules].sort()).toEqual(expected.sort());
});

test.each(allRules.filter(({ severity }) => severity === "off"))(
  "$id, once it is on, finds what its rows say",
  async ({ id }) => {
    const { out } = await linkage(["lint", "test/vaults/journal", "--rule", id, "--format", "json"], {
      cwd: process.cwd(),
    });
    const { diagnostics } = z.parse(lintReportSchema, JSON.parse(out));
    const [, count = ""] = new RegExp(`^\\| \`${id}\` \\| [^|]* \\| (\\d+)`, "m").exec(readme) ?? [];
    expect(diagnostics).toHaveLength(Number(count));
    expect(diagnostics.length).toBeGreaterThan(0);
  },
);

test("at least eight notes are clean", () => {
  expect(clean.length).toBeGreaterThanOrEqual(8);
});
