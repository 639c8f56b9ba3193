import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
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

/** @param links what each symbolic link says, by its path */
function vault(
  more: Readonly<Record<string, string>> = {},
  links: Readonly<Record<string, string>> = {},
): Vault {
  const folder = folderOf({ ...files, ...more });
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path));
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

/** The files and folders that the symbolic links in a folder lead to; null for one that leads nowhere. */
function endsOfLinks(folder: string): readonly (number | null)[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isSymbolicLink())
    .map(({ parentPath, name }) => statSync(join(parentPath, name), { throwIfNoEntry: false })?.ino ?? null)
    .sort();
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

test.each(["empty", "hidden/.git"])(
  "a folder without a file that links can lead to stays: %s",
  async (old) => {
    const { run } = vault({ "empty/": "", "hidden/.git/x": "", "hidden/a.md": "" });
    expect(await run("rename", old, "new")).toEqual({
      code: 2,
      out: "",
      err: `linkage: "${old}" is a folder without a file that links could lead to, expected one with some\n`,
    });
  },
);

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
  for (const more of [[], ["--dry-run"]])
    expect(await run("rename", "a", "d", ...more)).toEqual({
      code: 2,
      out: "",
      err: 'linkage: "a" cannot be "d": There is something at the new path already\n',
    });
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
    for (const more of [[], ["--dry-run"]]) {
      const { code, err } = await run("rename", from ?? "", to ?? "", ...more);
      const told = expect.stringContaining("This leads out of the vault, where nothing is written") as string;
      expect([from, to, code, err]).toEqual([from, to, 2, told]);
    }
  }
  expect(all()).toEqual(before);
  expect(readdirSync(outside)).toEqual(["Theirs.md"]);
});

test.each([
  ["the note that it leads to is renamed", { "a/Linked.md": "Old.md" }, ["a/Old.md", "New"], "a/Linked.md"],
  ["the note is moved", { "Linked.md": "a/Old.md" }, ["a/Old.md", "b/"], "Linked.md"],
  ["it leads there by way of another", { "1": "2", "2": "a/Old.md" }, ["a/Old.md", "New"], "1"],
  [
    "the one that it leads to is",
    { "One.md": "Two.md", "Two.md": "b/Twin.md" },
    ["Two.md", "Three"],
    "One.md",
  ],
  ["the folder that it leads to is", { "to a": "a" }, ["a", "e"], "to a"],
  ["the folder of what it leads to is", { "b/to a": "../a/Old.md" }, ["a", "c/d/a"], "b/to a"],
  ["a folder on its way is", { folder: "a", "Linked.md": "folder/Old.md" }, ["folder", "f"], "Linked.md"],
  ["the note is named by its path through it", { folder: "a" }, ["a/Old.md", "New"], null],
  [
    "the note is named through it, and another leads to it",
    { folder: "a", "L.md": "a/Old.md" },
    ["folder/Old.md", "New"],
    "L.md",
  ],
  [
    "a way through another folder leads to the note",
    { folder: "a", "L.md": "folder/Old.md" },
    ["a/Old.md", "New"],
    "L.md",
  ],
  ["hidden", { ".hidden": "a/Old.md" }, ["a/Old.md", "New"], ".hidden"],
  ["it is moved itself", { "Linked.md": "a/Old.md" }, ["Linked.md", "b/"], "Linked.md"],
  ["it is renamed where it is", { "Linked.md": "a/Old.md" }, ["Linked.md", "Still linked"], null],
  ["its folder is moved", { "a/to b": "../b", "a/dead": "nowhere" }, ["a", "c/d/a"], "a/to b"],
  ["its folder is moved with what it leads to", { "a/Linked.md": "Old.md" }, ["a", "c/d/a"], null],
  ["its folder is moved to where it is as near", { "a/to b": "../b" }, ["a", "e"], null],
  ["it led nowhere before", { dead: "New.md" }, ["a/Old.md", "b/"], null],
])("a symbolic link leads where it led: %s", async (_, links, [from = "", to = ""], stray) => {
  const { run, folder } = vault({}, links);
  const before = readdirSync(folder, { recursive: true });
  const ends = endsOfLinks(folder);
  if (stray === null) {
    expect(await run("rename", from, to)).toMatchObject({ code: 0, err: "" });
    expect(endsOfLinks(folder)).toEqual(ends);
    expect(await run("undo")).toMatchObject({ code: 0, err: "" });
  } else {
    const told = stray === from ? "This" : `"${stray}"`;
    expect(await run("rename", from, to)).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining(
        `: ${told} is a symbolic link that would no longer lead where it leads\n`,
      ) as string,
    });
  }
  expect(readdirSync(folder, { recursive: true })).toEqual(before);
});

test.each([
  ["by its own path", "real/One.md", "New"],
  ["by a path through a link", "linked/One.md", "New"],
  ["to where it has one path", "linked/One.md", "/d/New"],
])("all paths of a note follow when it is renamed %s", async (_, from, to) => {
  const { run, folder, all } = vault(
    {
      "real/One.md": "x",
      "real/Beside.md": "[[real/One]] [](One.md)",
      "Own.md": "[[real/One]]",
      "Through.md": "[[linked/One]]",
    },
    { linked: "real", "Beside too.md": "real/Beside.md" },
  );
  const before = all();
  const patched = folderOf({});
  const { out: patch } = await run("rename", from, to, "--dry-run");
  cpSync(folder, patched, { recursive: true, verbatimSymlinks: true });
  execFileSync("git", ["apply"], { cwd: patched, input: patch });
  expect(await run("rename", from, to)).toMatchObject({ code: 0, err: "" });
  const next = to === "New" ? "real/New" : "d/New";
  expect(all()).toMatchObject({
    "Own.md": `[[${next}]]`,
    "Through.md": `[[${next.replace("real", "linked")}]]`,
    [`${next}.md`]: "x",
  });
  const { code, out } = await run("lint", "--rule", "unresolved-link", "--no-cache");
  expect([code, out]).toEqual([0, expect.stringContaining("No problems")]);
  const texts = ["Own.md", "Through.md", "real/Beside.md", `${next}.md`];
  expect(texts.map((path) => readFileSync(join(patched, path), "utf8"))).toEqual(
    texts.map((path) => all()[path]),
  );
  await run("undo");
  expect(all()).toEqual(before);
});

test("a path through a linked folder to a symbolic link follows that link", async () => {
  const { run, all } = vault(
    { "real/note.md": "", "By.md": "[[linked/Alias]] [[real/Alias]]" },
    { "real/Alias.md": "note.md", linked: "real" },
  );
  expect(await run("rename", "real/Alias.md", "Other")).toMatchObject({ code: 0, err: "" });
  expect(all()["By.md"]).toBe("[[linked/Other]] [[real/Other]]");
});

test.each<
  readonly [
    string,
    Readonly<Record<string, string>>,
    Readonly<Record<string, string>>,
    readonly [string, string],
    string,
  ]
>([
  [
    "leaves a linked folder that is called alike",
    { "k/n/T.md": "", "z/.x": "" },
    { "z/n": "../k/n" },
    ["k/n/T.md", "k/"],
    "[[z/n/T]] → [[k/T]]",
  ],
  [
    "is a linked folder in a linked folder",
    { "k/e/T.md": "", "m/.x": "" },
    { "m/L": "../k/e", A: "m" },
    ["A/L", "A/M"],
    "[[A/L/T]] → [[A/M/T]]",
  ],
  ["has a second name that is no note's", { "T.md": "" }, { "By.txt": "By.md" }, ["T", "U"], "[[T]] → [[U]]"],
  [
    "is found by a name that two of its paths have",
    { "k/T.md": "" },
    { n: "k" },
    ["T", "U"],
    "[[k/T]] → [[k/U]]",
  ],
])("links follow what %s", async (_, more, links, [from, to], texts) => {
  const [before = "", after = ""] = texts.split(" → ");
  const { run, all } = vault({ ...more, "By.md": before }, links);
  expect(await run("rename", from, to)).toMatchObject({ code: 0, err: "" });
  expect(all()["By.md"]).toBe(after);
});

test("a canvas with two paths follows, and a note outside of the vault is left and told of", async () => {
  const canvas = JSON.stringify({
    nodes: [
      { type: "text", text: "[[Home]]" },
      { type: "file", file: "Home.md" },
    ],
  });
  const outside = folderOf({ "Theirs.md": "[[Home]]" });
  const links = { n: "k", "Theirs.md": join(outside, "Theirs.md") };
  const { run, all } = vault({ "k/map.canvas": canvas }, links);
  expect(await run("rename", "Home", "Start")).toMatchObject({
    code: 1,
    out: expect.stringContaining("Theirs.md:1  Home\nRenamed") as string,
  });
  expect(all()["k/map.canvas"]).toBe(canvas.replaceAll("Home", "Start"));
  expect(readFileSync(join(outside, "Theirs.md"), "utf8")).toBe("[[Home]]");
});

test("nothing goes to a hidden folder by another path", async () => {
  const { run, all } = vault({ ".hidden/x": "" }, { seen: ".hidden" });
  const before = all();
  expect(await run("rename", "Home", "seen/")).toEqual({
    code: 2,
    out: "",
    err: 'linkage: "seen/Home.md" is ".hidden/Home.md", which is hidden, expected a path that links can say\n',
  });
  expect(all()).toEqual(before);
});

test.each([[[]], [["--dry-run"]]])("a folder does not go into itself by another path %j", async (more) => {
  const { run, all } = vault({}, { "to a": "a" });
  const before = all();
  expect(await run("rename", "a", "to a/b", ...more)).toEqual({
    code: 2,
    out: "",
    err: 'linkage: "a" cannot be "to a/b": This cannot be moved into itself\n',
  });
  expect(all()).toEqual(before);
});

test("a file with two paths is written once, and not where its links cannot follow by both", async () => {
  const { run, all } = vault(
    { "x/By.md": "[](./To.md)", "x/To.md": "", "y/To.md": "", "Both.md": "[[Home]] [](b/Twin.md)" },
    { "y/By.md": "../x/By.md", "y/Too.md": "../Both.md" },
  );
  const before = all();
  expect(await run("rename", "x/To.md", "New")).toEqual({
    code: 2,
    out: "",
    err: 'linkage: "x/By.md" and "y/By.md" are one file, and no text of it lets the links of each follow, so that nothing was written\n',
  });
  expect(all()).toEqual(before);
  expect(await run("rename", "Home", "Start")).toMatchObject({
    out: expect.stringMatching(/^Renamed "Home.md" to "Start.md"; 2 links in 2 notes follow/) as string,
  });
  expect(all()["Both.md"]).toBe("[[Start]] [](b/Twin.md)");
});

test("a path from the disk's top is one of the vault where it leads into it", async () => {
  const { run, folder, all } = vault();
  expect(await run("rename", "Home", join(folder, "b/Start"))).toMatchObject({ code: 0 });
  expect(all()).toHaveProperty(["b/Start.md"]);
  const elsewhere = join(folderOf({}), "Start");
  expect(await run("rename", "b/Start.md", elsewhere)).toEqual({
    code: 2,
    out: "",
    err: `linkage: "${elsewhere}" is not in the vault "${folder}"\n`,
  });
  expect(await run("rename", "b/Start.md", "/c/Start")).toMatchObject({ code: 0 });
  expect(all()).toHaveProperty(["c/Start.md"]);
});
