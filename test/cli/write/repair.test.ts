import {
  appendFileSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { requireJournal } from "../../../src/cli/write/journal.mts";
import { writeBatch } from "../../../src/cli/write/write-batch.mts";
import { linkage } from "../command-line.ts";
import { journaledVault, journalFiles, type JournaledVault } from "./journaled-vault.ts";
import { refusal } from "./watched-disk.ts";

const old = "[[Hoem]] and [[Otehr]]\n";
const next = "[[Home]] and [[Other]]\n";
const torn = "[[Home]] and [[Otehr]]\n";

/** A vault whose batch of `A.md`, `B.md`, `C.md` was written as far as in the middle of `B.md`. */
async function interruptedVault(): Promise<JournaledVault> {
  const vault = journaledVault({ "A.md": old, "B.md": old, "C.md": old }, ({ name, path, writePart }) => {
    if (name !== "write" || !path.endsWith("B.md")) return;
    writePart(0.5);
    throw new Error("dead");
  });
  const changes = ["A.md", "B.md", "C.md"].map((path) => ({ path, before: old, after: next }));
  await expect(writeBatch(vault.journal, "fix", changes)).rejects.toThrow("dead");
  expect([vault.read("A.md"), vault.read("B.md"), vault.read("C.md")]).toEqual([next, torn, old]);
  return { ...vault, journal: requireJournal(vault.folder, vault.env) };
}

/** What the next command tells, without its time. */
async function toldBy(args: readonly string[], { folder, env }: JournaledVault): Promise<string> {
  const { err } = await linkage(args, { cwd: folder, env });
  return err.replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d/g, "then");
}

const repaired =
  'linkage: "fix" of then was interrupted: 1 note was half written and got the old text back (B.md); 1 note was written before, see "linkage undo"\n';

test.each([[["lint"]], [["facts"]], [["tree", "A"]], [["undo", "--list"]], [["undo"]]])(
  "%j repairs what was interrupted first, says so once, and undo gives the rest back",
  async (args) => {
    const vault = await interruptedVault();
    const isUndo = args[0] === "undo" && args.length === 1;
    expect(await toldBy(args, vault)).toBe(repaired);
    expect([vault.read("A.md"), vault.read("B.md"), vault.read("C.md")]).toEqual([
      isUndo ? old : next,
      old,
      old,
    ]);
    expect(await toldBy(["lint"], vault)).toBe("");
    expect(await linkage(["undo"], { cwd: vault.folder, env: vault.env })).toMatchObject({
      code: isUndo ? 2 : 0,
    });
    expect([vault.read("A.md"), vault.read("B.md"), vault.read("C.md")]).toEqual([old, old, old]);
  },
);

test.each<readonly [string, (path: string) => void, string]>([
  [
    "was edited",
    (path) => {
      writeFileSync(path, "mine");
    },
    "This note has changed since",
  ],
  [
    "was written on",
    (path) => {
      appendFileSync(path, "mine");
    },
    "This note has changed since",
  ],
  [
    "vanished",
    (path) => {
      rmSync(path);
    },
    "This note is no longer there",
  ],
])("a note that %s since is left and named", async (_, act, message) => {
  const vault = await interruptedVault();
  act(join(vault.folder, "B.md"));
  const found = vault.read.bind(vault);
  const before = readdirSync(vault.folder).includes("B.md") ? found("B.md") : null;
  expect(await toldBy(["lint"], vault)).toBe(
    `linkage: "fix" of then was interrupted: no note was half written; 1 note was written before, see "linkage undo"; B.md was left: ${message}\n`,
  );
  expect(readdirSync(vault.folder).includes("B.md") ? found("B.md") : null).toBe(before);
  expect(await toldBy(["lint"], vault)).toBe("");
});

test("notes that were not half written keep their times", async () => {
  const vault = await interruptedVault();
  for (const path of ["A.md", "C.md"]) utimesSync(join(vault.folder, path), 1000, 1000);
  await toldBy(["lint"], vault);
  expect(["A.md", "C.md"].map((path) => statSync(join(vault.folder, path)).mtimeMs)).toEqual([1e6, 1e6]);
});

test("a disk that refuses to take the old text back: told at once, and repaired by the next command", async () => {
  let isBroken = true;
  let writes = 0;
  const vault = journaledVault({ "A.md": old, "B.md": old, "C.md": old }, ({ name, path, writePart }) => {
    if (!isBroken || name !== "write" || !path.endsWith("B.md")) return;
    if (writes++ === 0) writePart(0.5);
    throw refusal("EIO");
  });
  const changes = ["A.md", "B.md", "C.md"].map((path) => ({ path, before: old, after: next }));
  const { written, left } = await writeBatch(vault.journal, "fix", changes);
  expect({ written, left: left.map(({ path, message }) => `${path}: ${message}`) }).toEqual({
    written: ["A.md"],
    left: [
      "B.md: This note is half written, and the next run puts its old text back, which failed now: i/o error",
      "C.md: The run ended before this note was written",
    ],
  });
  await expect(writeBatch(vault.journal, "fix", changes)).rejects.toThrow(
    "An interrupted run has not been repaired yet",
  );
  isBroken = false;
  expect(await toldBy(["lint"], vault)).toBe(repaired);
  expect([vault.read("A.md"), vault.read("B.md"), vault.read("C.md")]).toEqual([next, old, old]);
});

describe("a journal that cannot be understood keeps nobody from reading, and everybody from writing", () => {
  test.each<readonly [string, (content: string) => string, RegExp]>([
    [
      "of another version",
      (content) => content.replace("linkage journal 1", "linkage journal 2"),
      /was written by another version of Linkage/,
    ],
    ["damaged at its start", (content) => content.slice(1), /is damaged/],
    ["empty", () => "", /is damaged/],
  ])("%s", async (_, change, message) => {
    const vault = await interruptedVault();
    const [name = ""] = journalFiles(vault.journal);
    const path = join(vault.journal.folder, name);
    writeFileSync(path, change(readFileSync(path, "utf8")));
    const { code, err } = await linkage(["facts"], { cwd: vault.folder, env: vault.env });
    expect({ code, err }).toEqual({ code: 0, err: expect.stringMatching(message) as string });
    expect(vault.read("B.md")).toBe(torn);
    await expect(
      writeBatch(vault.journal, "fix", [{ path: "C.md", before: old, after: next }]),
    ).rejects.toThrow("An interrupted run has not been repaired yet");
    // A batch that was done stays, too, and is told of.
    renameSync(path, path.replace("writing", "done"));
    const undone = await linkage(["undo"], { cwd: vault.folder, env: vault.env });
    expect(undone).toMatchObject({ code: 2, err: expect.stringMatching(message) as string });
  });
});

test("a damaged record costs its note alone", async () => {
  const vault = await interruptedVault();
  const [name = ""] = journalFiles(vault.journal);
  const path = join(vault.journal.folder, name);
  writeFileSync(path, readFileSync(path, "utf8").replace('"path":"C.md"', '"path":"D.md"'));
  expect(await toldBy(["lint"], vault)).toBe(
    repaired.replace("\n", "; the journal is damaged and knows no more of 1 note\n"),
  );
  expect([vault.read("A.md"), vault.read("B.md"), vault.read("C.md")]).toEqual([next, old, old]);
  const { code, out } = await linkage(["undo"], { cwd: vault.folder, env: vault.env });
  expect({ code, out: out.split("\n").slice(1) }).toEqual({
    code: 1,
    out: ["The journal is damaged and knows no more of 1 note", ""],
  });
  expect(vault.read("A.md")).toBe(old);
});

test("a command that reads makes nothing where there is no journal", async () => {
  const { folder, env, journal } = journaledVault({ "A.md": old });
  expect(await linkage(["lint", "--fail-on", "never"], { cwd: folder, env })).toMatchObject({
    code: 0,
    err: "",
  });
  expect(await linkage(["undo", "--list"], { cwd: folder, env })).toEqual({
    code: 0,
    out: "There is nothing to undo\n",
    err: "",
  });
  expect(() => journalFiles(journal)).toThrow("ENOENT");
  expect(() => readdirSync(env["XDG_STATE_HOME"] ?? "")).toThrow("ENOENT");
});
