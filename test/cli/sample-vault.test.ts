import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "../../src/journal/zod.ts";
import { lintReportSchema } from "../../src/report/json.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { folderOf, linkage } from "./command-line.ts";

const readme = readFileSync("test/vaults/README.md", "utf8").normalize("NFC");
const faults = readme.slice(readme.indexOf("## Faults"), readme.indexOf("## Targets"));
const ids = new Set(allRules.map(({ id }) => id));

/** By note: its rules with how often each finds something. */
type Findings = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What the page on the sample vault says of each note, for the rules that are there; by default, and with more switched on. */
const byDefault = new Map<string, ReadonlyMap<string, number>>();
const withMore = new Map<string, ReadonlyMap<string, number>>();
for (const [, note = "", , first = "", more = ""] of faults.matchAll(
  /^\| `([^`]+\.md)`([^|]*)\| ([^|]*) \| ([^|]*) \|/gm,
)) {
  if (note.includes("*")) continue;
  byDefault.set(note, counted(first));
  withMore.set(note, counted(`${first}, ${more}`));
}

function counted(cell: string): ReadonlyMap<string, number> {
  const named = [...cell.matchAll(/`([\w-]+)`(?: ×(\d+))?/g)].map(
    ([, rule = "", count = "1"]) => [rule, Number(count)] as const,
  );
  return new Map(named.filter(([rule]) => ids.has(rule)));
}

const clean = [...readme.slice(readme.indexOf("## Clean notes")).matchAll(/^- `(.*)`$/gm)].map(
  ([, note = ""]) => note,
);

/** What `linkage lint` finds in the sample vault. */
async function lint(...options: readonly string[]): Promise<Findings> {
  const args = ["lint", "test/vaults/journal", "--format", "json", ...options];
  const { out } = await linkage(args, { cwd: process.cwd() });
  const byNote = new Map<string, Map<string, number>>();
  for (const { path, rule } of z.parse(lintReportSchema, JSON.parse(out)).diagnostics) {
    const note = path.normalize("NFC");
    const rules = byNote.get(note) ?? new Map<string, number>();
    byNote.set(note, rules.set(rule, (rules.get(rule) ?? 0) + 1));
  }
  return byNote;
}

/** The sample vault's conventions, with every rule switched on that is off by default. */
function configWithMore(): string {
  const off = allRules.filter(({ severity }) => severity === "off").map(({ id }) => `  ${id}: info\n`);
  const config = readFileSync("test/vaults/journal.yaml", "utf8") + "rules:\n" + off.join("");
  return join(folderOf({ "linkage.yaml": config }), "linkage.yaml");
}

let found: Findings = new Map();
let foundWithMore: Findings = new Map();

beforeAll(async () => {
  found = await lint();
  foundWithMore = await lint("--config", configWithMore());
});

test.each([...byDefault])("%s has the faults that its row names", (note, expected) => {
  expect(found.get(note) ?? new Map()).toEqual(expected);
});

test.each([...withMore])("%s has those with more switched on, too", (note, expected) => {
  expect(foundWithMore.get(note) ?? new Map()).toEqual(expected);
});

test.each(clean)("%s is clean", (note) => {
  expect(found.get(note)).toBeUndefined();
  expect(foundWithMore.get(note)).toBeUndefined();
});

test("every rule finds something", () => {
  const rules = [found, foundWithMore].flatMap((each) =>
    [...each.values()].flatMap((note) => [...note.keys()]),
  );
  expect([...new Set(rules)].sort()).toEqual([...ids].sort());
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

/** What the table of findings by rule says of each rule that is there and on by itself. */
const table = readme.slice(readme.indexOf("## Findings by rule"));
const counts = [...table.matchAll(/^\| `([\w-]+)` \| (\d+|–) \|/gm)].flatMap(
  ([, rule = "", count = ""]): readonly (readonly [string, number])[] => {
    const isOn = allRules.some(({ id, severity }) => id === rule && severity !== "off");
    return isOn ? [[rule, Number(count.replace("–", "0"))]] : [];
  },
);

test("the table of findings by rule counts what there is", () => {
  const total = new Map<string, number>();
  for (const [rule, count] of [...found.values()].flatMap((rules) => [...rules]))
    total.set(rule, (total.get(rule) ?? 0) + count);
  const there = counts.filter(([, count]) => count > 0);
  expect(new Map(there)).toEqual(total);
});

test("at least eight notes are clean", () => {
  expect(clean.length).toBeGreaterThanOrEqual(8);
});
