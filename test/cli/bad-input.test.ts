import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lintReportSchema } from "../../src/report/json.ts";
import { folderOf, linkage } from "./command-line.ts";

describe("what cannot be run says so on one line", () => {
  const vault = folderOf({
    "linkage.yaml": "",
    "Home.md": "",
    "a/Twin.md": "",
    "b/Twin.md": "",
    "empty/": "",
    "picture.png": "",
  });
  symlinkSync("gone.md", join(vault, "lost.md"));

  test.each<readonly [string, readonly string[]]>([
    ['linkage: "nowhere" does not exist, expected a folder', ["lint", "--vault", "nowhere"]],
    ['linkage: "Home.md" is not a folder, expected one', ["lint", "--vault", "Home.md"]],
    ['linkage: "nowhere" does not exist, expected a folder', ["facts", "nowhere"]],
    ['linkage: "emptyy" does not exist, perhaps "empty"', ["lint", "--vault", "emptyy"]],
    ['linkage: "home.md" does not exist, perhaps "Home.md"', ["lint", "home.md"]],
    ['linkage: "Home" does not exist, perhaps "Home.md"', ["lint", "Home"]],
    ['linkage: "Home.md:12:3" does not exist, perhaps "Home.md"', ["lint", "Home.md:12:3"]],
    ['linkage: "a/twin.md" does not exist, perhaps "a/Twin.md"', ["fix", "a/twin.md"]],
    ['linkage: "A/Twin.md" does not exist, perhaps "a/Twin.md"', ["lint", "A/Twin.md"]],
    ['linkage: "A//twin.md:3" does not exist, perhaps "a//Twin.md"', ["lint", "A//twin.md:3"]],
    [
      'linkage: "emptyy/Home.md" does not exist, expected a note, a folder or a glob',
      ["lint", "emptyy/Home.md"],
    ],
    ['linkage: "./A/" does not exist, perhaps "./a"', ["lint", "./A/"]],
    ['linkage: "nowhere" does not exist, expected a note, a folder or a glob', ["lint", "nowhere"]],
    [
      'linkage: "nowhere" does not exist, expected a note, a folder or a glob',
      ["lint", "Home.md", "nowhere"],
    ],
    [
      'linkage: "lost.md" is a symbolic link that leads nowhere, expected a note, a folder or a glob',
      ["lint", "lost.md"],
    ],
    ...["facts", "undo", "init", "baseline"].map(
      (command) =>
        [
          'linkage: The vault is "a" and, with --vault, "b", expected one of them',
          [command, "a", "--vault", "b"],
        ] as const,
    ),
    ['linkage: "*.txt" matches no note, expected a note, a folder or a glob of the vault', ["lint", "*.txt"]],
    [
      'linkage: "picture.png" matches no note, expected a note, a folder or a glob of the vault',
      ["lint", "picture.png"],
    ],
    ['linkage: "empty" matches no note, expected a note, a folder or a glob of the vault', ["lint", "empty"]],
    [`linkage: "/" is not in the vault "${vault}"`, ["lint", "--vault", ".", "/"]],
    [
      'linkage: No rule is called "unresolved-lnk", perhaps "unresolved-link"',
      ["lint", "--rule", "unresolved-lnk"],
    ],
    ['linkage: No rule is called "", "linkage rules" lists all', ["fix", "--rule", ""]],
    ['linkage: No rule is called "", "linkage rules" lists all', ["lint", "--rule", "unresolved-link,"]],
    ['linkage: No rule is called "xyz", "linkage rules" lists all', ["rules", "xyz"]],
    [
      'linkage: --format is "xml", expected text, json, markdown, sarif, github or junit',
      ["lint", "--format", "xml"],
    ],
    ['linkage: --severity is "bad", expected error, warning or info', ["lint", "--severity", "bad"]],
    ['linkage: --max-warnings is "-1", expected a whole number', ["lint", "--max-warnings=-1"]],
    ['linkage: --depth is "deep", expected a whole number', ["tree", "Home", "--depth", "deep"]],
    ['linkage: No note is called "Hom", perhaps "Home"', ["tree", "Hom"]],
    ['linkage: No note is called "Hoem", expected a path, a name, a note id or a title', ["tree", "Hoem"]],
    [
      'linkage: No note is called "a\\nb\\x1b[31m", expected a path, a name, a note id or a title',
      ["tree", "a\nb\u001b[31m"],
    ],
    ['linkage: "none.yaml" does not exist, expected a config', ["lint", "--config", "none.yaml"]],
  ])("%s", async (line, args) => {
    expect(await linkage(args, { cwd: vault })).toEqual({ code: 2, out: "", err: `${line}\n` });
  });

  test("a tree of a note that may be one of several lists them", async () => {
    const { code, out, err } = await linkage(["tree", "twin"], { cwd: join(vault, "empty") });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toBe('linkage: "twin" may be any of 2 notes:\n  a/Twin.md\n  b/Twin.md\n');
  });
});

/** `severity path message` of everything that could not be read. */
async function unreadable(folder: string): Promise<readonly string[]> {
  const { out } = await linkage(["lint", "--format", "json", folder]);
  return lintReportSchema
    .parse(JSON.parse(out))
    .diagnostics.filter(({ rule }) => rule === "unreadable-file")
    .map(({ severity, path, message }) => `${severity} ${path}: ${message}`);
}

describe("arguments that the program does not take are told with what was expected", () => {
  const vault = folderOf({ "Home.md": "", "my notes/a.md": "", "-dash.md": "", fix: "", "lint.yaml": "" });

  test.each<readonly [string, readonly string[]]>([
    ['There is no command "lnt", perhaps "lint"', ["lnt"]],
    ['There is no command "lnit", perhaps "init" or "lint"', ["lnit"]],
    ['There is no command "version", "linkage help" lists all', ["version"]],
    ['There is no command ".", expected linkage lint . to lint what is there', ["."]],
    [
      `There is no command "my notes", expected linkage lint 'my notes' to lint what is there`,
      ["my notes", "--fix"],
    ],
    [
      'There is no command "-dash.md", expected linkage lint -- -dash.md to lint what is there',
      ["--", "-dash.md"],
    ],
    ['The command is empty, "linkage help" lists all', [""]],
    ['The command is empty, "linkage help" lists all', ["help", ""]],
    ["A path is empty, expected a note, a folder or a glob", ["fix", ""]],
    ["A path is empty, expected a note, a folder or a glob", ["lint", "Home.md", ""]],
    ['The name of the vault is empty, expected a folder, "." for this one', ["fix", "--vault", ""]],
    ['The name of the vault is empty, expected a folder, "." for this one', ["undo", ""]],
    ['The name of the vault is empty, expected a folder, "." for this one', ["tree", "Home", "--vault="]],
    ['There is no command "nope", "linkage help" lists all', ["help", "nope"]],
    ['There is no command "lnt", perhaps "lint"', ["help", "lnt"]],
    ['"linkage lint" has no option "--rulez", perhaps --rule', ["lint", "--rulez"]],
    ['"linkage lint" has no option "--quiet", "linkage help lint" lists all', ["lint", "--quiet"]],
    ['"linkage tree" has no option "-r", "linkage help tree" lists all', ["tree", "Home", "-r"]],
    ['"--vault" stands in front of the command, expected linkage lint --vault .', ["--vault", ".", "lint"]],
    [
      `"--vault" stands in front of the command, expected linkage tree --vault 'my notes' Home`,
      ["--vault", "my notes", "tree", "Home"],
    ],
    ['"linkage lint" has no option "--quiet", "linkage help lint" lists all', ["--quiet", "lint"]],
    ['"linkage lint" has no option "--rulez", perhaps --rule', ["--rulez", "lint"]],
    [
      '"extra" is too many, expected linkage help [command], with quotes around what has blanks',
      ["help", "lint", "extra"],
    ],
    ['"linkage help" takes no options, expected linkage help [command]', ["help", "--foo"]],
    ['"linkage help" takes no options, expected linkage help [command]', ["help", "lint", "--format"]],
    ['"linkage" has no option "-v", perhaps -V', ["-v"]],
    ['"linkage" has no option "--vesion", perhaps --version', ["--vesion"]],
    ['"linkage" has no option "--nope", "linkage help" lists all', ["--nope"]],
    ['"--version" takes no value', ["--version=1"]],
    ['"--no-cache" takes no value', ["--no-cache=1", "lint"]],
    ['"--no-cache" takes no value', ["lint", "--no-cache=1"]],
    [
      'No command is given, expected one in front of "--vault", "linkage help" lists all',
      ["--vault", "lint"],
    ],
    [
      '"--vault" stands in front of the command, expected linkage lint --vault tree',
      ["--vault", "tree", "lint"],
    ],
    [
      '"--output" stands in front of the command, expected linkage lint --output fix',
      ["--output", "fix", "lint"],
    ],
    [
      '"linkage lint" has no option "-dash.md", expected -- in front of what begins with a dash',
      ["lint", "-dash.md"],
    ],
    ['There is no command "HELP", perhaps "help"', ["HELP"]],
    ['"hom" does not exist, expected a folder', ["lint", "--vault", "hom"]],
    ['"my note" does not exist, perhaps "my notes"', ["lint", "--vault", "my note"]],
    ['"my note" does not exist, expected a config', ["lint", "--config", "my note"]],
    ["The new name is empty, expected a name or a path", ["rename", "Home", ""]],
    ["The new name is empty, expected a name or a path", ["rename", "Home", " "]],
    ['"Home.md" is not a folder, expected one', ["baseline", "Home.md"]],
    ['"*.md" does not exist, expected a folder', ["baseline", "*.md"]],
    ['"my note" does not exist, perhaps "my notes"', ["baseline", "my note"]],
    ['The name of the vault is empty, expected a folder, "." for this one', ["baseline", ""]],
    ["--config is empty, expected --config <file>", ["lint", "--config", ""]],
    ["--since is empty, expected --since <revision>", ["fix", "--since="]],
    ["--baseline is empty, expected --baseline <file>", ["lint", "--baseline="]],
    ["--output is empty, expected --output <file>", ["baseline", "--output", ""]],
    [
      'There is no command "./-dash.md", expected linkage lint ./-dash.md to lint what is there',
      ["./-dash.md"],
    ],
    ['There is no command "./fix", expected linkage lint ./fix to lint what is there', ["./fix"]],
    ['There is no command "fix.md", "linkage help" lists all', ["fix.md"]],
    ['"linkage" has no option "--formt", "linkage help" lists all', ["--formt"]],
    ['"Hoem.yaml" does not exist, expected a config', ["lint", "--config", "Hoem.yaml"]],
    [
      '"--rule" stands in front of the command, expected linkage lint --rule=unresolved-link',
      ["--rule=unresolved-link", "lint"],
    ],
    ["--max-warnings has no value, expected --max-warnings <n>", ["lint", "--max-warnings"]],
    ['"<note>" is missing, expected linkage tree <note>', ["tree"]],
    ['"<new>" is missing, expected linkage rename <old> <new>', ["rename", "Home"]],
    [
      '"title" is too many, expected linkage tree <note>, with quotes around what has blanks',
      ["tree", "My", "title"],
    ],
    [
      '"b" and "c" are too many, expected linkage rename <old> <new>, with quotes around what has blanks',
      ["rename", "My", "a", "b", "c"],
    ],
  ])("%s", async (line, args) => {
    expect(await linkage(args, { cwd: vault })).toEqual({ code: 2, out: "", err: `linkage: ${line}\n` });
  });

  test.each([["help"], ["help lint"], ["help help"], ["help -h"], ["lint --help"], ["--help"]])(
    "%s is answered",
    async (args) => {
      const { code, out, err } = await linkage(args.split(" "));
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out).toMatch(/^Usage: linkage/);
    },
  );
});

describe("what cannot be read is a problem, and the rest is linted", () => {
  test("text that is not UTF-8; links still lead to it", async () => {
    const folder = folderOf({ "Latin.md": Uint8Array.of(0x63, 0xe9), "A.md": "[[Latin]] [[Nowhere]]" });
    expect(await unreadable(folder)).toEqual([
      "error Latin.md: This file is not UTF-8, expected text in UTF-8",
    ]);
    const { out, code } = await linkage(["lint", folder]);
    expect(out).toContain("2 problems in 2 of 2 notes: 1 error, 1 warning");
    expect(out).toContain("Nowhere");
    expect(code).toBe(1);
  });

  test("a note of more than 2 MB, which the app does not index; links still lead to it", async () => {
    const message = "This note has more than 2 MB and is not indexed by Obsidian, expected a smaller note";
    const folder = folderOf({
      "Large.md": "[[Nowhere]]\n".repeat(4_500_000),
      "Just.md": "é".repeat((1 << 20) + 1),
      "A.md": "[[Large]] [[Just#é]] [[Nowhere]]",
    });
    expect(await unreadable(folder)).toEqual([`warning Just.md: ${message}`, `warning Large.md: ${message}`]);
    const { out, code } = await linkage(["lint", folder, "--fail-on", "error"]);
    expect(out).toContain("3 problems in 3 of 3 notes: 3 warnings");
    expect(code).toBe(0);
    expect(JSON.parse((await linkage(["facts", folder])).out)).toMatchObject({
      files: 3,
      notes: [{ path: "A.md", links: [{ target: "Large.md" }, { target: "Just.md" }, { target: null }] }],
    });
  });

  test("a config of more than 2 MB", async () => {
    expect(await unreadable(folderOf({ "linkage.yaml": "#\n".repeat(1 << 20) + " " }))).toEqual([
      "error linkage.yaml: This file has more than 2 MB, expected less",
    ]);
  });

  test("NUL bytes: no text, or text in another encoding", async () => {
    const message = "This file holds NUL bytes, as no text does, expected text in UTF-8";
    const folder = folderOf({ "A.md": "[[B]]\0", "B.md": Buffer.from("# B", "utf16le"), "C.md": "[[A]]" });
    expect(await unreadable(folder)).toEqual([`error A.md: ${message}`, `error B.md: ${message}`]);
  });

  test("a config that is a folder, or a symbolic link that leads nowhere", async () => {
    expect(await unreadable(folderOf({ "linkage.yaml/A.md": "" }))).toEqual([
      "error linkage.yaml: This file cannot be read: it is a folder",
    ]);
    const folder = folderOf({ "A.md": "" });
    symlinkSync("gone.yaml", join(folder, "linkage.yaml"));
    expect(await unreadable(folder)).toContain(
      "error linkage.yaml: This file cannot be read: no such file or directory",
    );
  });

  test("a config that is not UTF-8", async () => {
    expect(await unreadable(folderOf({ "linkage.yaml": Uint8Array.of(0xff) }))).toEqual([
      "error linkage.yaml: This file is not UTF-8, expected text in UTF-8",
    ]);
  });

  test("symbolic links: followed, unless they lead nowhere or in a circle", async () => {
    const other = folderOf({ "Elsewhere.md": "", "deep/Far.md": "[[Elsewhere]]" });
    const folder = folderOf({ "A.md": "[[Elsewhere]] [[Far]] [[Linked]]", "sub/B.md": "[[A]]" });
    symlinkSync(other, join(folder, "other"));
    symlinkSync("A.md", join(folder, "Linked.md"));
    symlinkSync("gone.md", join(folder, "dangling.md"));
    symlinkSync("self.md", join(folder, "self.md"));
    symlinkSync("..", join(folder, "sub/up"));
    symlinkSync("/", join(folder, "sub/root"));
    symlinkSync("../other/deep", join(folder, "sub/twice"));
    symlinkSync("/dev/zero", join(folder, "zero.md"));
    expect(await unreadable(folder)).toEqual([
      'warning dangling.md: This symbolic link leads to "gone.md", which cannot be reached: no such file or directory',
      'warning self.md: This symbolic link leads to "self.md", which cannot be reached: too many symbolic links encountered',
      'warning sub/root: This symbolic link leads to "/", a folder that it lies in itself',
      'warning sub/twice: This symbolic link leads to "../other/deep", where another symbolic link has led already',
      'warning sub/up: This symbolic link leads to "..", a folder that it lies in itself',
      'warning zero.md: This symbolic link leads to "/dev/zero", which is neither a file nor a folder',
    ]);
    expect(await linkage(["lint", folder, "--rule", "unresolved-link"])).toMatchObject({ code: 0 });
  });

  test("a file that the disk refuses", async () => {
    const folder = folderOf({ "A.md": "" });
    symlinkSync("/proc/self/mem", join(folder, "memory.md"));
    expect(await unreadable(folder)).toEqual(["error memory.md: This file cannot be read: i/o error"]);
  });

  test("a name that is not UTF-8", async () => {
    const folder = folderOf({ "A.md": "" });
    const name = Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.of(0xe9), Buffer.from(".md")]);
    symlinkSync("A.md", name);
    mkdirSync(Buffer.concat([Buffer.from(`${folder}/d`), Buffer.of(0xe9)]));
    expect(await unreadable(folder)).toEqual([
      "error caf\ufffd.md: This name is not UTF-8, expected one that is",
      "error d\ufffd: This name is not UTF-8, expected one that is",
    ]);
  });

  test("a name that is not UTF-8 beside the one that is shown for it", async () => {
    const folder = folderOf({ "A.md": "[[gone]]", "caf\ufffd.md": "[[gone]]" });
    const name = Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.of(0xe9), Buffer.from(".md")]);
    writeFileSync(name, "[[gone]] [[gone]]");
    expect(await unreadable(folder)).toEqual([
      "error caf\ufffd.md: This name is not UTF-8, expected one that is",
    ]);
    const { out } = await linkage(["lint", "--format", "json", folder]);
    const { diagnostics } = lintReportSchema.parse(JSON.parse(out));
    expect(diagnostics.filter(({ rule }) => rule === "unresolved-link")).toHaveLength(2);
  });

  test("facts tell what they lack", async () => {
    const folder = folderOf({ "Latin.md": Uint8Array.of(0xe9), "A.md": "" });
    const { code, out, err } = await linkage(["facts", folder]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ files: 2, notes: [{ path: "A.md" }] });
    expect(err).toBe("linkage: Latin.md: This file is not UTF-8, expected text in UTF-8\n");
  });
});

describe("what looks odd is linted like the rest", () => {
  const big = `${"x".repeat((1 << 20) - 1)}\n`.repeat(2);

  test.each<readonly [string, Readonly<Record<string, string>>]>([
    ["a byte order mark", { "A.md": "\ufeff---\ndraft: false\n---\n[[B]]", "B.md": "" }],
    ["names like object members", { "__proto__.md": "[[constructor]]", "constructor.md": "[[__proto__]]" }],
    ["a name in NFD", { "Cafe\u0301.md": "[[B]]", "B.md": "[[Café]]" }],
    ["a folder called like a note", { "A.md/B.md": "[[C]]", "C.md": "[[A.md/B]]" }],
    ["a note in capitals", { "A.MD": "[[B]]", "B.md": "" }],
    ["a name with a line break", { "a\nb.md": "[[B]]", "B.md": "" }],
    ["2 MB in one note", { "A.md": `[[B]]${big.slice(5)}`, "B.md": "" }],
    ["dot files", { "A.md": "[[B]]", "B.md": "", ".trash/C.md": "[[D]]", ".hidden.md": "[[E]]" }],
  ])("%s", async (_, files) => {
    expect(
      await linkage(["lint", folderOf(files), "--rule", "unresolved-link", "--fail-on", "info"]),
    ).toEqual({
      code: 0,
      out: `No problems in 2 notes\n`,
      err: "",
    });
  });

  test("names that differ in letter case only", async () => {
    const folder = folderOf({ "A.md": "[[b]]", "B.md": "", "b.md": "" });
    const { out } = await linkage(["facts", folder]);
    expect(JSON.parse(out)).toMatchObject({ files: 3, notes: [{ links: [{ linkpath: "b" }] }, {}, {}] });
  });

  test("a byte order mark shifts nothing: the place is that in the text", async () => {
    const { out } = await linkage([
      "lint",
      folderOf({ "A.md": "\ufeff[[Nowhere]]" }),
      "--format",
      "json",
      "--severity",
      "warning",
    ]);
    expect(JSON.parse(out)).toMatchObject({
      diagnostics: [{ from: 0, to: 11, line: 1, column: 1, endColumn: 12 }],
    });
  });
});
