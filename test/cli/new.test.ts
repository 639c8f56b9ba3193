import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { folderOf, linkage, type Outcome } from "./command-line.ts";

const old = "---\ntitle: Old\nnote_id: 250115TJ01\ncreated: 2025-01-15\n---\n\n# Old\n";

const config = `types:
  TJ: { tags: [tj], required: [title, note_id, created], ending: "#" }
  GN: { folders: [General], required: [title] }
`;

const files = { "linkage.yaml": config, "J/2025/Old.md": old, "other.md": "" };

/** Run `linkage new` in a fresh vault. */
async function make(args: readonly string[], vault = folderOf(files)): Promise<Outcome & { vault: string }> {
  const outcome = await linkage(["new", "--date", "2026-03-01", ...args], { cwd: vault });
  return { ...outcome, vault };
}

test("a new note is written where its type's notes lie, and its path is printed", async () => {
  const { vault, ...outcome } = await make(["--type", "tj", "--title", "A new one"]);
  expect(outcome).toEqual({ code: 0, out: "J/2026/A new one.md\n", err: "" });
  expect(readFileSync(join(vault, "J/2026/A new one.md"), "utf8")).toBe(
    "---\ntitle: A new one\nnote_id: 260301TJ01\ncreated: 2026-03-01\ntags:\n  - tj\n---\n\n# A new one\n\n\n\n#\n",
  );
});

test.each([
  ["as the argument", ["A new one", "--type", "TJ"]],
  ["behind the options", ["--type", "TJ", "A new one"]],
  ["as both", ["A new one", "--title", "A new one", "--type", "TJ"]],
])("the title %s", async (_, args) => {
  expect(await make(args)).toMatchObject({ code: 0, out: "J/2026/A new one.md\n", err: "" });
});

test("the next one has the next note id, and both are right", async () => {
  const vault = folderOf(files);
  await make(["--type", "TJ", "--title", "First"], vault);
  await make(["--type", "TJ", "--title", "Second"], vault);
  expect(readFileSync(join(vault, "J/2026/Second.md"), "utf8")).toContain("note_id: 260301TJ02");
  const { out } = await linkage(["lint", "--severity", "warning", "J/2026"], { cwd: vault });
  expect(out).toContain("No errors or warnings in 2 notes");
});

test("from elsewhere the path is that from there", async () => {
  const vault = folderOf(files);
  const { out } = await linkage(["new", "--type", "GN", "--title", "A", "--vault", vault], {
    cwd: join(vault, "J"),
  });
  expect(out).toBe("../General/A.md\n");
});

test.each([[[]], [["--dry-run"]]])("no note is made in a file %j", async (more) => {
  const { vault, ...outcome } = await make(["--type", "GN", "A", "--folder", "other.md/in", ...more]);
  expect(outcome).toEqual({
    code: 2,
    out: "",
    err: 'linkage: --folder is "other.md/in", and "other.md" is a file\n',
  });
  expect(existsSync(join(vault, "General"))).toBe(false);
});

test("a dry run prints the text and writes nothing", async () => {
  const { vault, code, out } = await make(["--type", "GN", "--title", "A", "--folder", "In/it", "--dry-run"]);
  expect({ code, out }).toEqual({
    code: 0,
    out: "In/it/A.md\n\n---\ntitle: A\nnote_id: 260301GN01\n---\n\n# A\n\n\n",
  });
  expect(existsSync(join(vault, "In"))).toBe(false);
});

test("a type need not be named where there is but one", async () => {
  const { out, vault } = await make(["--title", "A"], folderOf({ "b.md": "" }));
  expect(out).toBe("A.md\n");
  expect(readFileSync(join(vault, "A.md"), "utf8")).toContain("note_id: 260301TJ01");
});

test.each([
  ["an unknown type", ["--type", "XX", "--title", "A"], 'There is no note type "XX", expected TJ, GN'],
  ["no type, of several", ["--title", "A"], "A note type is missing, expected --type and one of TJ, GN"],
  ["no title", ["--type", "TJ"], 'A title is missing, expected one in quotes: linkage new "…"'],
  [
    "two titles",
    ["A", "--title", "B", "--type", "TJ"],
    'The title is "A" and, with --title, "B", expected one of them',
  ],
  [
    "a title without quotes",
    ["A", "new", "one", "--type", "TJ"],
    '"new" and "one" are too many, expected linkage new [title], with quotes around what has blanks',
  ],
  ["an empty title", ["--type", "TJ", "--title", " "], "The title is empty, expected some words"],
  [
    "a title of two lines",
    ["--type", "TJ", "--title", "a\nb"],
    'The title "a b" has a line break or a control character, expected one line of text',
  ],
  [
    "a file that is there",
    ["--type", "TJ", "--title", "Other", "--folder", ""],
    'There is a file "other.md" already, expected another title',
  ],
  [
    "no day",
    ["--type", "TJ", "--title", "A", "--date", "2026-02-30"],
    '--date is "2026-02-30", expected a day such as 2026-01-25',
  ],
  [
    "a day of another century",
    ["--type", "TJ", "--title", "A", "--date", "1999-02-03"],
    '"1999-02-03" is in no note id, expected a day from 2000 to 2099',
  ],
  ...["../out", "/etc", "a/../../b", "C:\\x", "~/x"].map(
    (folder) =>
      [
        `the folder ${folder}`,
        ["--type", "TJ", "--title", "A", "--folder", folder],
        `--folder is "${folder}", expected a folder of the vault, from its top`,
      ] as const,
  ),
  [
    "a hidden folder",
    ["--type", "TJ", "--title", "A", "--folder", "a/.b"],
    '--folder is "a/.b", expected one whose name starts with no dot',
  ],
] as const)("refused: %s", async (_, args, message) => {
  const { vault, ...outcome } = await make(args);
  expect(outcome).toEqual({ code: 2, out: "", err: `linkage: ${message}\n` });
  expect(existsSync(join(vault, "J/2026"))).toBe(false);
});

test("a vault without types", async () => {
  const { err } = await make(["--title", "A"], folderOf({ "linkage.yaml": "extends: none\n" }));
  expect(err).toBe("linkage: linkage.yaml lists no note type, expected one to make a note of\n");
});

test("what the disk refuses is said in one line", async () => {
  const vault = folderOf(files);
  mkdirSync(join(vault, "General/A.md"), { recursive: true });
  const { code, err } = await make(["--type", "GN", "--title", "A"], vault);
  expect({ code, err }).toEqual({
    code: 2,
    err: 'linkage: "General/A.md" cannot be written: there is one already\n',
  });
});
