import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lintReportSchema } from "../../src/report/json.ts";
import { folderOf, linkage } from "./command-line.ts";

const files = {
  "linkage.yaml": "",
  "Home.md": "[[Notes/Draft]]\n[[Nowhere]]\n",
  "Notes/Draft.md": "---\ndraft: true\n---\n[[Home]]\n",
  "Notes/Other.md": "[[Home]] [[Nowhere]]\n",
};

/** A vault with a baseline of all that is wrong with it. */
async function baselined(): Promise<string> {
  const folder = folderOf(files);
  await linkage(["baseline"], { cwd: folder });
  return folder;
}

async function lint(folder: string, ...args: readonly string[]) {
  return linkage(["lint", "--baseline", "linkage-baseline.json", "--fail-on", "info", ...args], {
    cwd: folder,
  });
}

test("a baseline is written at the vault's root, says so, and hides all that was found", async () => {
  const folder = folderOf(files);
  expect(await linkage(["baseline"], { cwd: folder })).toEqual({
    code: 0,
    out: "Wrote 3 problems in 2 files to linkage-baseline.json\nlinkage lint --baseline linkage-baseline.json tells those that are new\n",
    err: "",
  });
  expect(readFileSync(join(folder, "linkage-baseline.json"), "utf8")).toBe(`{
  "version": 1,
  "problems": {
    "Home.md": [
      { "rule": "link-to-draft", "target": "Notes/Draft" },
      { "rule": "unresolved-link", "target": "Nowhere" }
    ],
    "Notes/Other.md": [
      { "rule": "unresolved-link", "target": "Nowhere" }
    ]
  }
}
`);
  expect(await lint(folder)).toEqual({
    code: 0,
    out: "No problems in 3 notes (3 known in the baseline)\n",
    err: "",
  });
  expect(readdirSync(folder)).toEqual(["Home.md", "Notes", "linkage-baseline.json", "linkage.yaml"]);
});

test("new problems are shown and fail, wherever lines have come", async () => {
  const folder = await baselined();
  writeFileSync(join(folder, "Home.md"), "More.\n\n[[Gone]]\n\n[[Notes/Draft]]\n[[Nowhere]]\n");
  const { code, out } = await lint(folder);
  expect(code).toBe(1);
  expect(out).toContain("Gone");
  expect(out).not.toContain("Nowhere");
  expect(out).toContain("\n1 problem in 1 of 3 notes: 1 warning (3 known in the baseline)\n");
  expect((await lint(folder, "--max-warnings", "1", "--fail-on", "error")).code).toBe(0);
  expect((await lint(folder, "--severity", "error", "--fail-on", "error")).out).toBe(
    "No errors in 3 notes (1 milder problem not shown, 3 known in the baseline)\n",
  );
});

describe("what no longer occurs", () => {
  async function repaired(): Promise<string> {
    const folder = await baselined();
    writeFileSync(join(folder, "Home.md"), "Home.\n");
    return folder;
  }
  const said = "2 problems of the baseline no longer occur, --prune takes them out\n";

  test.each<readonly [string, readonly string[], string]>([
    ["is said", [], said],
    ["is said of the notes that were linted", ["Home.md"], said],
    ["is not said of others", ["Notes"], ""],
    [
      "is said of the rules that ran",
      ["--rule", "link-to-draft"],
      "1 problem of the baseline no longer occurs, --prune takes it out\n",
    ],
  ])("%s", async (_, args, line) => {
    const folder = await repaired();
    const { code, out } = await lint(folder, ...args);
    expect(code).toBe(0);
    expect(out.slice(out.indexOf("\n") + 1)).toBe(line);
    expect(readFileSync(join(folder, "linkage-baseline.json"), "utf8")).toContain("link-to-draft");
  });

  test.each<readonly [string, readonly string[], readonly string[]]>([
    ["all", [], ["Notes/Other.md unresolved-link"]],
    [
      "of notes",
      ["Notes"],
      ["Home.md link-to-draft", "Home.md unresolved-link", "Notes/Other.md unresolved-link"],
    ],
    ["of rules", ["--rule", "link-to-draft"], ["Home.md unresolved-link", "Notes/Other.md unresolved-link"]],
    ["that are gone themselves, in a folder", ["Home.md"], ["Notes/Other.md unresolved-link"]],
  ])("is pruned: %s", async (_, args, left) => {
    const folder = await repaired();
    const { out } = await lint(folder, "--prune", ...args);
    const { problems } = JSON.parse(readFileSync(join(folder, "linkage-baseline.json"), "utf8")) as {
      problems: Record<string, { rule: string }[]>;
    };
    expect(
      Object.entries(problems).flatMap(([path, known]) => known.map(({ rule }) => `${path} ${rule}`)),
    ).toEqual(left);
    expect(out.includes("out of the baseline")).toBe(left.length < 3);
    expect((await lint(folder, "--prune", ...args)).out).not.toContain("out of the baseline");
  });

  test("stays while its rule is off or its note cannot be read", async () => {
    const folder = await repaired();
    writeFileSync(join(folder, "linkage.yaml"), "rules: { link-to-draft: off }\n");
    writeFileSync(join(folder, "Notes/Other.md"), Uint8Array.of(0xff));
    const { out } = await lint(folder, "--prune");
    expect(out).toContain("Took 1 problem that no longer occurs out of the baseline\n");
  });
});

test("JSON counts what is known and what is gone, and has the new problems only", async () => {
  const folder = await baselined();
  writeFileSync(join(folder, "Home.md"), "[[Notes/Draft]] [[Gone]]\n");
  const { out } = await lint(folder, "--format", "json");
  const { summary, diagnostics } = lintReportSchema.parse(JSON.parse(out));
  expect(summary).toMatchObject({ warning: 1, baseline: { known: 2, gone: 1 } });
  expect(diagnostics.map(({ target }) => target)).toEqual(["Gone"]);
});

test("a damaged baseline is a problem with its place, what can be read of it holds, and it is not pruned", async () => {
  const folder = await baselined();
  const file = join(folder, "linkage-baseline.json");
  const damaged = readFileSync(file, "utf8").replace('"rule": "link-to-draft", ', "");
  writeFileSync(file, damaged);
  writeFileSync(join(folder, "Notes/Other.md"), "[[Home]]\n");
  const { code, out } = await lint(folder, "--format", "json", "--prune");
  const { diagnostics } = lintReportSchema.parse(JSON.parse(out));
  expect(code).toBe(1);
  expect(diagnostics.map(({ rule, path, line, column }) => [rule, path, line, column])).toEqual([
    ["invalid-baseline", "linkage-baseline.json", 5, 7],
    ["link-to-draft", "Home.md", 1, 1],
  ]);
  expect((await lint(folder, "--prune")).out).toContain(
    "The baseline was not pruned, since not all of it can be read\n",
  );
  expect(readFileSync(file, "utf8")).toBe(damaged);
});

test("a baseline elsewhere; it replaces another one, and nothing else", async () => {
  const folder = folderOf(files);
  expect((await linkage(["baseline", ".", "--output", "Notes/known.json"], { cwd: folder })).code).toBe(0);
  expect((await linkage(["baseline", ".", "--output", "Notes/known.json"], { cwd: folder })).code).toBe(0);
  expect(
    (await linkage(["lint", "--baseline", "known.json", "--fail-on", "info"], { cwd: join(folder, "Notes") }))
      .code,
  ).toBe(0);
  expect(await linkage(["baseline", "--output", "Home.md"], { cwd: folder })).toEqual({
    code: 2,
    out: "",
    err: 'linkage: "Home.md" is there and is no baseline, expected one or no such file\n',
  });
  expect(readFileSync(join(folder, "Home.md"), "utf8")).toBe(files["Home.md"]);
});

test.each<readonly [string, readonly string[]]>([
  [
    'linkage: "none.json" does not exist, expected what "linkage baseline" writes',
    ["lint", "--baseline", "none.json"],
  ],
  [
    'linkage: "Notes" is no baseline: This file cannot be read: it is a folder',
    ["lint", "--baseline", "Notes"],
  ],
  ["linkage: --prune is given without a baseline, expected --baseline with it", ["lint", "--prune"]],
  [
    'linkage: "Notes" is there and is no baseline, expected one or no such file',
    ["baseline", "--output", "Notes"],
  ],
  [
    'linkage: "no/known.json" cannot be written: no such file or directory',
    ["baseline", "--output", "no/known.json"],
  ],
])("%s", async (line, args) => {
  expect(await linkage(args, { cwd: folderOf(files) })).toEqual({ code: 2, out: "", err: `${line}\n` });
});
