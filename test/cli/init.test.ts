import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { filesOf } from "../inference/journal-of.ts";
import { folderOf, linkage } from "./command-line.ts";

const pages = { count: 2, folder: "Pages" };
const reports = { count: 6, code: "MR", classes: ["market-report"], folder: "memo", yaml: "title: a" };
const templates = { count: 9, code: "XY", folder: "Templates" };
const notes = filesOf(pages, reports);

function configIn(folder: string): string {
  return readFileSync(join(folder, "linkage.yaml"), "utf8");
}

test("prints what it found and writes it", async () => {
  const folder = folderOf(notes);
  const { code, out, err } = await linkage(["init"], { cwd: folder, columns: 80, env: { NO_COLOR: "1" } });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out.split("\n")).toEqual([
    "1 note type in 8 notes; 2 have none",
    "",
    "MR  6  class market-report; folder memo",
    "",
    "              MR",
    "note_id     100%",
    "cssclasses  100%",
    "title       100%",
    "",
    'Wrote linkage.yaml; "linkage lint" goes by it from now on',
    "",
  ]);
  expect(configIn(folder)).toMatch(
    /^types:\n {2}# MR: 6 notes.*\n {2}MR:\n {4}classes: \[market-report\] # all notes$/m,
  );
  expect(readdirSync(folder).sort()).toEqual(["Pages", "linkage.yaml", "memo"]);
});

test("lint goes by what it wrote, and finds no mistake in it", async () => {
  const folder = folderOf({ ...notes, "memo/odd.md": "---\nnote_id: 230101MR01\n---\n" });
  await linkage(["init", folder]);
  const { out } = await linkage(["lint", folder, "--format", "json"]);
  expect(out).not.toContain("invalid-config");
  expect(out).toContain("missing-type-tag");
});

test("never writes over a file", async () => {
  const folder = folderOf({ ...notes, "linkage.yaml": "site: quartz\n" });
  const { code, out, err } = await linkage(["init", folder]);
  expect({ code, out, err }).toEqual({
    code: 2,
    out: "",
    err: 'linkage: "linkage.yaml" is there already, expected --force to replace it or --dry-run to see what would be written\n',
  });
  expect(configIn(folder)).toBe("site: quartz\n");
});

test("--force replaces the file, whatever it said, and keeps its mode", async () => {
  const folder = folderOf({ ...notes, "linkage.yaml": "ignore: [memo/]\n" });
  chmodSync(join(folder, "linkage.yaml"), 0o640);
  expect((await linkage(["init", "--force", folder])).code).toBe(0);
  expect(configIn(folder)).toContain("  MR:\n");
  expect(statSync(join(folder, "linkage.yaml")).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder).sort()).toEqual(["Pages", "linkage.yaml", "memo"]);
});

test("--force where there is no file", async () => {
  const folder = folderOf(notes);
  expect((await linkage(["init", "--force", folder])).code).toBe(0);
  expect(configIn(folder)).toContain("  MR:\n");
});

test("--force through a symbolic link leaves the link", async () => {
  const folder = folderOf({ ...notes, "conventions/real.yaml": "" });
  symlinkSync("conventions/real.yaml", join(folder, "linkage.yaml"));
  expect((await linkage(["init", folder])).code).toBe(2);
  expect((await linkage(["init", "--force", folder])).code).toBe(0);
  expect(lstatSync(join(folder, "linkage.yaml")).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, "conventions/real.yaml"), "utf8")).toContain("  MR:\n");
});

test.each([["a link that leads nowhere"], ["a folder"]])("%s is a file that is there", async (what) => {
  const folder = folderOf(what === "a folder" ? { ...notes, "linkage.yaml/": "" } : notes);
  if (what !== "a folder") symlinkSync("nowhere.yaml", join(folder, "linkage.yaml"));
  for (const more of [[], ["--force"]]) {
    const { code, err } = await linkage(["init", folder, ...more]);
    expect({ code, lines: err.split("\n").length }).toEqual({ code: 2, lines: 2 });
  }
});

test("--dry-run prints the file and writes nothing", async () => {
  const folder = folderOf(notes);
  const { code, out, err } = await linkage(["init", "--dry-run", folder]);
  expect({ code, err, files: readdirSync(folder).sort() }).toEqual({
    code: 0,
    err: "",
    files: ["Pages", "memo"],
  });
  await linkage(["init", folder]);
  expect(configIn(folder)).toBe(out);
  expect((await linkage(["init", "--dry-run", folder])).out).toBe(out);
});

test("without note types it says so, and the file says how one is written", async () => {
  const folder = folderOf({ "a.md": "" });
  const { code, out } = await linkage(["init", folder]);
  expect({ code, first: out.split("\n")[0] }).toEqual({
    code: 0,
    first: "No note types in 1 note, expected 5 or more that go together",
  });
  expect(
    configIn(folder)
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#")),
  ).toEqual([]);
});

test("leaves the app's templates out", async () => {
  const settings = { ".obsidian/templates.json": '{ "folder": "Templates" }' };
  const { out } = await linkage([
    "init",
    folderOf({ ...filesOf(reports, templates), ...settings }),
    "--dry-run",
  ]);
  expect(out).toContain("  MR:\n");
  expect(out).not.toContain("XY");
});

test.each([
  ["among the notes", "quartz.config.ts", ""],
  ["beside them", "../quartz.config.ts", "content"],
])("tells a Quartz site by its config %s", async (_, file, vault) => {
  const folder = folderOf({ "quartz.config.ts": "", [join(vault, "a.md")]: "" });
  const { out } = await linkage(["init", join(folder, vault), "--dry-run"]);
  expect(out).toContain(`\nsite: quartz # as ${file} says\n`);
});

test("tells what it could not read", async () => {
  const folder = folderOf({ ...notes, "odd.md": new Uint8Array([0xff, 0xfe]) });
  const { code, err } = await linkage(["init", folder]);
  expect({ code, err: err.startsWith("linkage: odd.md: ") }).toEqual({ code: 1, err: true });
});

test("a vault that is not there", async () => {
  expect((await linkage(["init", "/nowhere"])).code).toBe(2);
});
