import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { folderOf, linkage, type Outcome } from "./command-line.ts";

const files = {
  "linkage.yaml": "",
  "a/Old.md": "---\nnote_id: 230718TJ01\ntitle: The old one\n---\n\n[by](./By.md) [[Home]]\n",
  "a/By.md": "[[Old]]",
  "Home.md": "\ufeffSee [[Old|x]] and [y](a/Old.md#z).\r\n\r\n<ul><li>[[a/Old]]</li></ul>\r\n",
  "map.canvas": '{"nodes":[{"type":"file","file":"a/Old.md"}],"edges":[]}',
  "a/pic.png": "\u0000",
  "b/Twin.md": "",
  "c/Twin.md": "",
};

interface Vault {
  readonly folder: string;
  readonly run: (...args: readonly string[]) => Promise<Outcome>;
  /** All files with their texts. */
  readonly all: () => Readonly<Record<string, string>>;
}

function vault(more: Readonly<Record<string, string>> = {}): Vault {
  const folder = folderOf({ ...files, ...more });
  const env = { XDG_STATE_HOME: folderOf({}) };
  const paths = (): readonly string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
  return {
    folder,
    run: (...args) => linkage(args, { cwd: folder, env }),
    all: () =>
      Object.fromEntries(paths().map((path) => [path, readFileSync(join(folder, path), "utf8")] as const)),
  };
}

const { "a/Old.md": _, ...others } = files;
const toNew = {
  ...others,
  "a/New name.md": files["a/Old.md"],
  "a/By.md": "[[New name]]",
  "Home.md":
    "\ufeffSee [[New name|x]] and [y](a/New%20name.md#z).\r\n\r\n<ul><li>[[a/New name]]</li></ul>\r\n",
  "map.canvas": '{"nodes":[{"type":"file","file":"a/New name.md"}],"edges":[]}',
};

const told =
  'Renamed "a/Old.md" to "a/New name.md"; 5 links in 3 notes follow; "linkage undo" takes it back\n';

test.each([["a/Old.md"], ["a/Old"], ["Old"], ["230718TJ01"], ["the old one"]])(
  "rename %j gives the note its new name, and all links follow",
  async (old) => {
    const { run, all, folder } = vault();
    const { ino } = statSync(join(folder, "a/Old.md"));
    expect(await run("rename", old, "New name")).toEqual({ code: 0, out: told, err: "" });
    expect(all()).toEqual(toNew);
    expect(statSync(join(folder, "a/New name.md")).ino).toBe(ino);
  },
);

test("undo takes it back as a whole, byte for byte", async () => {
  const { run, all } = vault();
  await run("rename", "Old", "New name");
  const { code, out } = await run("undo");
  expect({ code, out: out.replace(/of .*:/, "of then:") }).toEqual({
    code: 0,
    out: 'Undid "rename" of then: 3 notes have their old text again\n"a/New name.md" is "a/Old.md" again\n',
  });
  expect(all()).toEqual(files);
});

test.each<readonly [args: readonly [string, string], from: string, to: string]>([
  [["Old", "b/"], "a/Old.md", "b/Old.md"],
  [["Old", "./x/y/Z.md"], "a/Old.md", "x/y/Z.md"],
  [["Old", "./Z"], "a/Old.md", "Z.md"],
  [["Old", "old"], "a/Old.md", "a/old.md"],
  [["Old", "v1.2"], "a/Old.md", "a/v1.2.md"],
  [["pic.png", "pic 2"], "a/pic.png", "a/pic 2.png"],
  [["a/pic.png", "/pic.PNG"], "a/pic.png", "pic.PNG"],
  [["b/Twin", "B/Other"], "b/Twin.md", "b/Other.md"],
])("rename %j moves from %j to %j, and back", async (args, from, to) => {
  const { run, all } = vault();
  expect(await run("rename", ...args)).toMatchObject({ code: 0, err: "" });
  expect(Object.keys(all())).toContain(to);
  expect(Object.keys(all())).not.toContain(from);
  expect(await run("undo")).toMatchObject({ code: 0 });
  expect(all()).toEqual(files);
});

test("a folder moves with all in it, and what was made for it goes with undo", async () => {
  const { run, all, folder } = vault();
  expect(await run("rename", "a/", "x/y/z/")).toMatchObject({
    code: 0,
    out: 'Renamed "a" with 3 files to "x/y/z/a"; 3 links in 2 notes follow; "linkage undo" takes it back\n',
  });
  expect(
    Object.keys(all())
      .filter((path) => path.startsWith("x"))
      .sort(),
  ).toEqual(["x/y/z/a/By.md", "x/y/z/a/Old.md", "x/y/z/a/pic.png"]);
  expect(all()["Home.md"]).toContain("[y](x/y/z/a/Old.md#z)");
  await run("undo");
  expect(all()).toEqual(files);
  expect(existsSync(join(folder, "x"))).toBe(false);
});

test("a folder is named from where one is", async () => {
  const { folder, all } = vault();
  const env = { XDG_STATE_HOME: folderOf({}) };
  expect(await linkage(["rename", "./a", "./x"], { cwd: folder, env })).toMatchObject({ code: 0 });
  expect(await linkage(["rename", "Old.md", "../b/New"], { cwd: join(folder, "x"), env })).toMatchObject({
    code: 0,
  });
  expect(await linkage(["rename", "../x", "./y"], { cwd: join(folder, "b"), env })).toMatchObject({
    code: 0,
  });
  expect(Object.keys(all()).sort()).toEqual(
    [
      "linkage.yaml",
      "Home.md",
      "map.canvas",
      "b/New.md",
      "b/Twin.md",
      "b/y/By.md",
      "b/y/pic.png",
      "c/Twin.md",
    ].sort(),
  );
});

test.each<readonly [args: readonly [string, string], err: string]>([
  [["Nobody", "x"], 'No file of the vault is called "Nobody", expected a path, a name, a note id or a title'],
  [["Twin", "x"], '"Twin" may be any of 2 files:\n  b/Twin.md\n  c/Twin.md'],
  [["Old", "by"], 'There is "a/By.md" already'],
  [["Old", "B/TWIN.md"], 'There is "b/Twin.md" already'],
  [["a", "B"], 'There is a folder "B" already'],
  [["a", "a/b/c"], '"a" cannot be moved into itself'],
  [["Old", "Old"], '"a/Old.md" is called so already'],
  [["Old", "Home.md/x"], '"Home.md" is a file, expected a folder'],
  [["Old", "../x"], '"../x.md" is no path in the vault, expected names without a dot or blank in front'],
  [["Old", ".x"], '"a/.x.md" is no path in the vault, expected names without a dot or blank in front'],
  [
    ["Old", "C# one"],
    '"C# one.md" holds what no link can say, expected a name without any of # ^ [ ] | \\ : %%',
  ],
  [["Old", "x|y/new"], '"x|y" holds what no link can say, expected a name without any of # ^ [ ] | \\ : %%'],
  [
    ["Old", "Why?"],
    '"Why?.md" holds "?", expected a name without any of * ? " < >, which Windows does not take',
  ],
  [
    ["Old", 'so "called"/new'],
    '"so "called"" holds """, expected a name without any of * ? " < >, which Windows does not take',
  ],
  [["Old", "New."], '"New..md" ends in a dot, expected a name without, since Windows drops it'],
  [["Old", "New .md"], '"New .md" ends in a blank, expected a name without, since Windows drops it'],
  [["a", "x."], '"x." ends in a dot, expected a name without, since Windows drops it'],
  [["Old", "con"], '"con.md" is a device for Windows, expected another name'],
  [["a", "x/Lpt1"], '"Lpt1" is a device for Windows, expected another name'],
])("rename %j changes nothing", async (args, err) => {
  const { run, all } = vault();
  const outcome = await run("rename", ...args);
  expect(outcome).toEqual({ code: 2, out: "", err: `linkage: ${err}\n` });
  expect(all()).toEqual(files);
});

test.each([
  [{ "Why?.md": "" }, "How?"],
  [{ "what?/a.md": "" }, "what?/con"],
])("in a vault with %j a note can be called %s", async (more, name) => {
  const { run, folder } = vault(more);
  expect(await run("rename", "By", name)).toMatchObject({ code: 0 });
  expect(existsSync(join(folder, name.includes("/") ? `${name}.md` : `a/${name}.md`))).toBe(true);
});

test("what is not in the index is not overwritten either", async () => {
  const { run, all, folder } = vault({ "b/.hidden/x": "", "d/.keep": "" });
  const before = all();
  expect(await run("rename", "a", "d")).toEqual({
    code: 1,
    out: "Left 1 note: There is something at the new path already\n  a\nRenamed nothing\n",
    err: "",
  });
  expect(await run("rename", "a", "d", "--dry-run")).toMatchObject({ code: 2, out: "" });
  expect(all()).toEqual(before);
  expect(existsSync(join(folder, "a"))).toBe(true);
});

test("a link that cannot follow is told of, and the rest is done", async () => {
  const escaped = { "Escaped.md": '---\nup: "\\u005b[Old]]"\n---\n' };
  const { run, all } = vault(escaped);
  expect(await run("rename", "Old", "New name")).toMatchObject({
    code: 1,
    out: `Left 1 link that cannot be written so that it follows:\n  Escaped.md:2  Old\n${told}`,
  });
  expect(all()).toEqual({ ...toNew, ...escaped });
});

test.each([
  ["Old", "New name"],
  ["a", "x/y"],
  ["pic.png", "b/"],
])("--dry-run of %j to %j prints a patch that git applies, and writes nothing", async (old, name) => {
  const { run, all, folder } = vault();
  const { code, out, err } = await run("rename", old, name, "--dry-run");
  expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(/^Would rename ".*\n$/) as string });
  expect(all()).toEqual(files);
  const patch = join(folderOf({}), "a.patch");
  writeFileSync(patch, out);
  execFileSync("git", ["apply", patch], { cwd: folder });
  const applied = all();
  const other = vault();
  await other.run("rename", old, name);
  expect(applied).toEqual(other.all());
});

test.each<readonly [string, (note: string) => void, string]>([
  [
    "has changed",
    (note) => {
      writeFileSync(note, "mine [[New name]]");
    },
    "has changed since",
  ],
  ["is gone", rmSync, "is no longer there"],
])("where a note with a link %s, undo of a rename leaves all as it is, and says so", async (_, act, why) => {
  const { run, all, folder } = vault();
  await run("rename", "Old", "New name");
  const note = join(folder, "a/By.md");
  const text = readFileSync(note);
  act(note);
  const before = all();
  const { code, out } = await run("undo");
  expect(code).toBe(1);
  expect(out).toMatch(/^Undid nothing of "rename" of /);
  expect(out).toContain(
    `\nLeft 1 note: This note ${why}\n  a/By.md\n"a/New name.md" stays where it is; "linkage rename" moves it with the links of all notes\n`,
  );
  expect(all()).toEqual(before);
  writeFileSync(note, text);
  expect(await run("undo")).toMatchObject({ code: 0 });
  expect(all()).toEqual(files);
});

test("undo moves nothing over a new file, and can be had another time", async () => {
  const { run, all, folder } = vault();
  await run("rename", "Old", "New name");
  writeFileSync(join(folder, "a/Old.md"), "new");
  expect(await run("undo")).toMatchObject({ code: 1 });
  expect(all()).toEqual({ ...toNew, "a/Old.md": "new" });
  execFileSync("rm", [join(folder, "a/Old.md")]);
  expect(await run("undo")).toMatchObject({ code: 0 });
  expect(all()).toEqual(files);
});

test.each([[[]], [["--dry-run"]]])(
  "a name that the disk does not take is said to be one %j",
  async (more) => {
    const { run, all } = vault();
    const { code, out, err } = await run("rename", "Old", "n".repeat(300), ...more);
    expect(code).not.toBe(0);
    expect(out + err).toContain("This cannot be moved: name too long");
    expect(all()).toEqual(files);
  },
);

test("a note does not leave the vault by a symbolic link, nor come in by one", async () => {
  const { folder, run, all } = vault();
  const outside = folderOf({ "Theirs.md": "[[Home]]" });
  symlinkSync(outside, join(folder, "out"));
  const before = all();
  for (const [from, to] of [
    ["a/Old.md", "out/Old.md"],
    ["a/Old.md", "out/deep/er/Old.md"],
    ["a", "out/a"],
    ["out/Theirs.md", "Ours.md"],
  ]) {
    const { code } = await run("rename", "--dry-run", from ?? "", to ?? "");
    expect([from, to, code]).toEqual([from, to, 2]);
    const { out } = await run("rename", from ?? "", to ?? "");
    expect([from, to, out]).toEqual([
      from,
      to,
      expect.stringContaining("This leads out of the vault, where nothing is written"),
    ]);
  }
  expect(all()).toEqual(before);
  expect(readdirSync(outside)).toEqual(["Theirs.md"]);
});

test("a rename that leaves a symbolic link without its note can be undone", async () => {
  const { folder, run, all } = vault();
  writeFileSync(join(folder, "a/Old.md"), "[[Old#x]] by [[a/Old]]");
  symlinkSync("Old.md", join(folder, "a/Linked.md"));
  const before = all();
  expect(await run("rename", "a/Old.md", "New name")).toMatchObject({ code: 0 });
  expect(existsSync(join(folder, "a/New name.md"))).toBe(true);
  expect(await run("undo")).toMatchObject({ code: 0, err: "" });
  expect(all()).toEqual(before);
});

test("a folder is not moved to where a symbolic link in it leads elsewhere", async () => {
  const { run, folder } = vault();
  symlinkSync("../b", join(folder, "a/to b"));
  symlinkSync("Old.md", join(folder, "a/Linked.md"));
  symlinkSync("nowhere", join(folder, "a/dead"));
  const before = readdirSync(folder, { recursive: true });
  expect(await run("rename", "a", "c/d/a")).toMatchObject({
    code: 1,
    out: 'Left 1 note: In this folder "to b" is a symbolic link that would lead elsewhere from its new place\n  a\nRenamed nothing\n',
  });
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
  // One that leads to what goes with it leads there still, and one beside is as near.
  expect(await run("rename", "a", "moved")).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder, "moved/Linked.md"), "utf8")).toBe(
    readFileSync(join(folder, "moved/Old.md"), "utf8"),
  );
  expect(existsSync(join(folder, "moved/to b"))).toBe(true);
});

test("a symbolic link is not moved to where it leads elsewhere", async () => {
  const { run, folder } = vault();
  symlinkSync("a/Old.md", join(folder, "Linked.md"));
  expect(await run("rename", "Linked.md", "b/")).toMatchObject({
    code: 1,
    out: "Left 1 note: This is a symbolic link that would lead elsewhere from its new place\n  Linked.md\nRenamed nothing\n",
  });
  expect(await run("rename", "Linked.md", "Still linked")).toMatchObject({ code: 0 });
  expect(existsSync(join(folder, "Still linked.md"))).toBe(true);
});
