import { join } from "node:path";
import { lintReportSchema } from "../../src/report/json.ts";
import { folderOf, linkage, type Place } from "./command-line.ts";

const draft = "---\ndraft: true\n---\n";

/** One error (a published note that links to a draft), two warnings (links that lead nowhere). */
const files = {
  "linkage.yaml": "",
  "Home.md": "[[Notes/Draft]]\n[[Nowhere]]\n",
  "Notes/Draft.md": draft,
  "Notes/Other.md": "[[Home]] [[Nowhere]]\n",
  "Notes/deep/Fine.md": "[[Home]]\n",
  "picture.png": "",
};
const vault = folderOf(files);

async function rulesFound(
  args: readonly string[],
  place: Place = { cwd: vault },
): Promise<readonly string[]> {
  const { out, err } = await linkage(["lint", "--format", "json", ...args], place);
  if (err !== "") return [err];
  const { diagnostics } = lintReportSchema.parse(JSON.parse(out));
  // Of a small vault there is also to say that its notes hardly hang together.
  return diagnostics.filter(({ severity }) => severity !== "info").map(({ rule, path }) => `${rule} ${path}`);
}

const all = ["link-to-draft Home.md", "unresolved-link Home.md", "unresolved-link Notes/Other.md"];
const inNotes = ["unresolved-link Notes/Other.md"];

describe("what is linted", () => {
  test.each<readonly [string, readonly string[], readonly string[]]>([
    ["the vault around", [], all],
    ["a folder", ["Notes"], inNotes],
    ["a folder with a slash", ["Notes/"], inNotes],
    ["the vault as a folder", ["."], all],
    ["a note", ["Home.md"], all.slice(0, 2)],
    ["several", ["Home.md", "Notes/Other.md"], all],
    ["a glob", ["Notes/*.md"], inNotes],
    ["a glob over folders", ["**/*.md"], all],
    ["the config alone", ["linkage.yaml"], []],
    ["a rule", ["--rule", "link-to-draft"], all.slice(0, 1)],
    ["two rules", ["--rule", "link-to-draft", "--rule", "unresolved-link"], all],
    ["two rules at once", ["--rule", "link-to-draft, unresolved-link"], all],
    ["errors", ["--severity", "error"], all.slice(0, 1)],
  ])("%s", async (_, args, expected) => {
    expect(await rulesFound(args)).toEqual(expected);
  });

  test.each<readonly [string, readonly string[], string]>([
    ["a vault by name", ["--vault", vault], "/"],
    ["a note of a vault by name", ["--vault", vault, "Home.md", "Notes"], "/"],
    ["a glob of a vault by name", ["--vault", vault, "**/*.md"], "/"],
    ["a glob below a folder of a vault by name", ["--vault", vault, "Home.md", "Notes/*.md"], "/tmp"],
    ["an absolute folder", [vault], "/"],
    ["an absolute glob", [`${vault}/**/*.md`], "/"],
    ["a folder above", ["../../Home.md", ".."], join(vault, "Notes/deep")],
    ["the vault around a folder below", ["--vault", "../.."], join(vault, "Notes/deep")],
  ])("from elsewhere: %s", async (_, args, cwd) => {
    expect(await rulesFound(args, { cwd })).toEqual(all);
  });

  test("the nearest vault around counts, also for a folder of it", async () => {
    const outer = folderOf({
      ".obsidian/app.json": "{}",
      "A.md": "[[B]]",
      "in/linkage.yaml": "",
      "in/B.md": "[[A]]",
    });
    expect(await rulesFound([], { cwd: join(outer, "in") })).toEqual(["unresolved-link B.md"]);
    expect(await rulesFound([join(outer, "in")])).toEqual(["unresolved-link B.md"]);
    expect(await rulesFound(["A.md"], { cwd: outer })).toEqual([]);
  });

  test("the app's templates and excluded files are left out, unless the config wants them", async () => {
    const excluding = {
      ".obsidian/app.json": JSON.stringify({
        userIgnoreFilters: ["archive/", "/(a+)+\\.excalidraw/", "/(.)\\1/", "/[/", 1, ""],
      }),
      ".obsidian/templates.json": '{"folder":"Templates/"}',
      "Archive/Old.md": "[[Nowhere]]\n",
      "Drawing aaa.excalidraw.md": "[[Nowhere]]\n",
      "Home.md": "---\nnote_id: 240305XX07\n---\n[[Old]]\n",
      "Templates/Note.md": "---\nnote_id: 240305XX07\n---\n[[Nowhere]]\n",
    };
    expect(await rulesFound([folderOf(excluding)])).toEqual([]);
    const wanting = folderOf({ ...excluding, "linkage.yaml": "lintExcluded: true\n" });
    const missing = ["Archive/Old.md", "Drawing aaa.excalidraw.md", "Templates/Note.md"];
    expect(await rulesFound(["--rule", "unresolved-link", wanting])).toEqual(
      missing.map((path) => `unresolved-link ${path}`),
    );
  });

  test("classes that the app's snippets style are known, where the config lists classes", async () => {
    const folder = folderOf({
      "linkage.yaml": "classes: [wide]\n",
      ".obsidian/snippets/tables.css": ".striped td { color: red }",
      ".obsidian/snippets/readme.md": ".plain",
      "A.md": "---\ncssclasses: [wide, striped, plain]\n---\n[[B]]",
      "B.md": "[[A]]",
    });
    const { out } = await linkage(["lint", folder, "--format", "json"]);
    expect(out.match(/Unknown class \\"[^"]*"/g)).toEqual(['Unknown class \\"plain\\"']);
  });

  test.each(["", "[]", "null", "{", '{"userIgnoreFilters":{}}', '{"userIgnoreFilters":"Home"}'])(
    "app settings that say nothing leave nothing out: %j",
    async (settings) => {
      const folder = folderOf({
        ".obsidian/app.json": settings,
        ".obsidian/templates.json": settings,
        "Home.md": "[[Nowhere]]",
      });
      expect(await rulesFound([folder])).toEqual(["unresolved-link Home.md"]);
    },
  );

  test("without a vault around, the folder given is one; else the current folder, if it is not the whole disk", async () => {
    const bare = folderOf({ "A.md": "[[B]] [[C]]", "in/B.md": "[[A]]" });
    expect(await rulesFound(["in"], { cwd: bare })).toEqual(["unresolved-link B.md"]);
    expect(await rulesFound(["in/B.md"], { cwd: bare })).toEqual([]);
    expect(await rulesFound([join(bare, "in/B.md")], { cwd: "/" })).toEqual(["unresolved-link B.md"]);
    expect(await rulesFound(["../A.md", "B.md"], { cwd: join(bare, "in") })).toEqual([
      "unresolved-link A.md",
    ]);
    expect(await rulesFound(["*.md"], { cwd: bare })).toEqual(["unresolved-link A.md"]);
    expect(await rulesFound(["A.md", "in"], { cwd: bare })).toEqual(["unresolved-link A.md"]);
  });
});

describe("the exit code", () => {
  test.each<readonly [number, readonly string[]]>([
    [1, []],
    [1, ["--severity", "info"]],
    [1, ["--fail-on", "info"]],
    [0, ["--fail-on", "never"]],
    [0, ["--rule", "unresolved-link"]],
    [1, ["--rule", "unresolved-link", "--fail-on", "warning"]],
    [1, ["--rule", "unresolved-link", "--fail-on", "warning", "--severity", "error"]],
    [0, ["Notes"]],
    [0, ["Notes", "--max-warnings", "1"]],
    [1, ["Notes", "--max-warnings", "0"]],
    [0, ["Notes/deep", "--fail-on", "info", "--max-warnings", "0"]],
  ])("%d for %j", async (code, args) => {
    expect(await linkage(["lint", ...args], { cwd: vault })).toMatchObject({ code, err: "" });
  });
});

describe("output", () => {
  test("a report that names files from where one stands", async () => {
    const { out } = await linkage(["lint", "--rule", "link-to-draft"], { cwd: join(vault, "Notes") });
    expect(out).toContain("../Home.md:1:1");
    expect((await linkage(["lint"], { cwd: vault })).out).toContain(" Home.md:1:1");
  });

  test.each<readonly [boolean, Place]>([
    [false, {}],
    [true, { columns: 80 }],
    [false, { columns: 80, env: { NO_COLOR: "1" } }],
    [false, { columns: 80, env: { TERM: "dumb" } }],
    [true, { env: { FORCE_COLOR: "1" } }],
    [false, { env: { FORCE_COLOR: "1", NO_COLOR: "1" } }],
  ])("colours: %s for %j", async (colours, place) => {
    const { out } = await linkage(["lint"], { cwd: vault, ...place });
    expect(out.includes("\u001b[")).toBe(colours);
  });

  test.each<readonly [string, readonly string[]]>([
    ["Failed: 2 problems of --fail-on warning or graver", ["--severity", "error", "--fail-on", "warning"]],
    ["Failed: 2 warnings, expected at most 1 (--max-warnings)", ["--max-warnings", "1"]],
  ])("why it fails, where the report does not show it: %s", async (line, args) => {
    const asked = ["lint", "--rule", "unresolved-link", ...args];
    const { code, out } = await linkage(asked, { cwd: vault });
    expect(code).toBe(1);
    expect(out.endsWith(`${line}\n`)).toBe(true);
    const json = await linkage([...asked, "--format", "json"], { cwd: vault });
    expect(() => lintReportSchema.parse(JSON.parse(json.out))).not.toThrow();
  });

  test("what is milder than asked for is counted, not shown", async () => {
    const { out } = await linkage(["lint", "--severity", "error"], { cwd: vault });
    expect(out).toContain("1 problem in 1 of 4 notes: 1 error (2 milder problems not shown)\n");
    expect(out).not.toContain("unresolved-link");
  });

  test("by note", async () => {
    const { out } = await linkage(["lint", "--group", "note"], { cwd: vault });
    expect(out).toMatch(/^Home\.md\n {2}1:1 {2}error {4}.*link-to-draft\n {2}2:1 {2}warning/m);
  });

  test("repairs, on request", async () => {
    const folder = folderOf({ "Field-Notes.md": "", "A.md": "[[Field Notes]] [[Field-Notes]]" });
    const plain = await linkage(["lint", "--format", "json", folder]);
    const full = await linkage(["lint", "--format", "json", "--suggestions", folder]);
    expect(plain.out).not.toContain('"fix"');
    const [diagnostic] = lintReportSchema.parse(JSON.parse(full.out)).diagnostics;
    expect(diagnostic?.fix?.title).toBe('Link to "Field-Notes"');
    expect(diagnostic?.fix?.edits[0]).toEqual({ from: 2, to: 13, insert: "Field-Notes" });
  });

  test("an empty vault has no problems", async () => {
    expect(await linkage(["lint", folderOf({})])).toEqual({
      code: 0,
      out: "No problems in 0 notes\n",
      err: "",
    });
  });
});

describe("the config", () => {
  test("its mistakes are problems with a place, and the rest of it holds", async () => {
    const folder = folderOf({
      ...files,
      "linkage.yaml": "rules:\n  unresolved-link: off\n  no-such-rule: off\n",
    });
    const { out, code } = await linkage(["lint", "--format", "json"], { cwd: folder });
    const { diagnostics } = lintReportSchema.parse(JSON.parse(out));
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["invalid-config", "link-to-draft"]);
    expect(diagnostics[0]).toMatchObject({ path: "linkage.yaml", line: 3, column: 3, severity: "error" });
    expect(code).toBe(1);
  });

  test("of what matches no file there is a hint, of types that overlap a warning", async () => {
    const config =
      "ignore: [Hoem.md, Home.md]\ntypes: { MR: { folders: [Nots], tags: a }, XY: { tags: a } }\n";
    const folder = folderOf({ ...files, "linkage.yaml": config });
    const { out } = await linkage(["lint", "--format", "json"], { cwd: folder });
    const { diagnostics } = lintReportSchema.parse(JSON.parse(out));
    const said = diagnostics
      .filter(({ path }) => path === "linkage.yaml")
      .map(({ severity, from, to, message }) => [severity, config.slice(from, to), message]);
    expect(said).toEqual([
      ["warning", "a", '"a" is a tag of MR already, expected it in one note type'],
      [
        "info",
        "Hoem.md",
        'Nothing in the vault matches "Hoem.md", expected a path or pattern of notes that are there',
      ],
      ["info", "Nots", 'No file lies in the folder "Nots", expected a folder of the vault'],
    ]);
  });

  test("--config is used instead", async () => {
    const config = join(folderOf({ "my.yaml": "rules: { unresolved-link: off }" }), "my.yaml");
    expect(await rulesFound(["--config", config])).toEqual(["link-to-draft Home.md"]);
  });
});
