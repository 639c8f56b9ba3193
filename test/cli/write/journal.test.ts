import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { findJournal, makeJournal } from "../../../src/cli/write/journal.mts";
import { isLocked, lock } from "../../../src/cli/write/lock.mts";
import { writeBatch } from "../../../src/cli/write/write-batch.mts";
import { folderOf, linkage } from "../command-line.ts";
import { journaledVault, journalFiles } from "./journaled-vault.ts";

describe("the journal's place", () => {
  const vault = folderOf({ "A.md": "" });
  const placeOf = (folder: string, state: string): string | undefined =>
    findJournal(folder, { XDG_STATE_HOME: state })?.folder;

  test("all ways to a vault lead to one journal, and other vaults have others", () => {
    const way = join(folderOf({}), "way");
    symlinkSync(vault, way);
    expect(placeOf(way, "/state")).toBe(placeOf(vault, "/state"));
    expect(placeOf(folderOf({}), "/state")).not.toBe(placeOf(vault, "/state"));
  });

  test.each([
    ["state", false],
    [".state", true],
    ["in/.state", true],
    ["../state", true],
  ])("seen from the vault, %s will do: %s", (way, expected) => {
    expect(placeOf(vault, join(vault, way)) !== undefined).toBe(expected);
  });
});

test("nobody else can look into it", async () => {
  const { journal, env } = journaledVault({ "A.md": "old" });
  await writeBatch(journal, "fix", [{ path: "A.md", before: "old", after: "new" }]);
  const modeOf = (path: string): number => statSync(path).mode & 0o777;
  expect(modeOf(env["XDG_STATE_HOME"] ?? "")).toBe(0o700);
  expect(modeOf(journal.folder)).toBe(0o700);
  expect(journalFiles(journal)).toEqual(["000001.done"]);
  expect(modeOf(join(journal.folder, "000001.done"))).toBe(0o600);
});

test("the last ten batches are kept", async () => {
  const { journal } = journaledVault({ "A.md": "0" });
  for (let at = 0; at < 12; at++) {
    await writeBatch(journal, "fix", [{ path: "A.md", before: String(at), after: String(at + 1) }]);
  }
  const names = Array.from({ length: 10 }, (_, at) => `${String(at + 3).padStart(6, "0")}.done`);
  expect(journalFiles(journal)).toEqual(names);
});

test("the oldest batches make room for the last", async () => {
  const { journal, folder } = journaledVault({ "A.md": "x".repeat(1000) });
  const small = { ...journal, mostBytes: 4500 };
  for (let at = 0; at < 5; at++) {
    const before = at === 0 ? "x".repeat(1000) : "y".repeat(1000 + at - 1);
    await writeBatch(small, "fix", [{ path: "A.md", before, after: "y".repeat(1000 + at) }]);
  }
  expect(statSync(join(folder, "A.md")).size).toBe(1004);
  expect(journalFiles(journal)).toEqual(["000003.done", "000004.done", "000005.done"]);
});

describe("two runs at once", () => {
  const change = { path: "A.md", before: "old", after: "new" };

  test("the second one is refused, and a reader is told", async () => {
    const { journal, folder, env, read } = journaledVault({ "A.md": "old" });
    makeJournal(journal);
    const unlock = lock(journal.folder);
    expect(unlock).not.toBeNull();
    await expect(writeBatch(journal, "fix", [change])).rejects.toThrow(
      "Another run of Linkage is writing to this vault",
    );
    writeFileSync(join(journal.folder, "000001.writing"), "");
    expect(await linkage(["facts"], { cwd: folder, env })).toMatchObject({
      code: 0,
      err: "linkage: Another run of Linkage is writing to this vault\n",
    });
    expect(existsSync(join(journal.folder, "000001.writing"))).toBe(true);
    expect(read("A.md")).toBe("old");
    unlock?.();
    expect(isLocked(journal.folder)).toBe(false);
  });

  test("of two that start together one at most goes on", async () => {
    const { journal, read } = journaledVault({ "A.md": "old" });
    const runs = await Promise.allSettled([1, 2, 3].map(() => writeBatch(journal, "fix", [change])));
    expect(runs.filter(({ status }) => status === "fulfilled").length).toBe(1);
    expect(read("A.md")).toBe("new");
  });
});

describe("a lock that a run left", () => {
  const host = createHash("sha256").update(hostname()).digest("hex").slice(0, 12);
  /** Larger than the largest process id of Linux. */
  const nobody = "4194305";

  test.each<readonly [string, string, boolean]>([
    ["of a process that is no more", `${nobody}-0-${host}-abc.lock`, false],
    [
      "of a process whose id another one has now",
      `${String(process.pid)}-0123456789ab-${host}-abc.lock`,
      false,
    ],
    ["on another computer", `${nobody}-0-0123456789ab-abc.lock`, true],
    ["of another kind", "note.lock", false],
  ])("%s", (_, name, expected) => {
    const { journal } = journaledVault({});
    makeJournal(journal);
    writeFileSync(join(journal.folder, name), "");
    expect(isLocked(journal.folder)).toBe(expected);
  });

  test("before the computer was started", () => {
    const { journal } = journaledVault({});
    makeJournal(journal);
    const unlock = lock(journal.folder);
    const [name = ""] = journalFiles(journal);
    utimesSync(join(journal.folder, name), 1000, 1000);
    expect(isLocked(journal.folder)).toBe(false);
    unlock?.();
    expect(journalFiles(journal)).toEqual([]);
  });
});

test("what is not the journal's own stays", async () => {
  const { journal } = journaledVault({ "A.md": "old" });
  makeJournal(journal);
  mkdirSync(join(journal.folder, "notes"));
  writeFileSync(join(journal.folder, "000009.txt"), "");
  chmodSync(journal.folder, 0o700);
  await writeBatch(journal, "fix", [{ path: "A.md", before: "old", after: "new" }]);
  expect(readdirSync(journal.folder).sort()).toEqual(["000001.done", "000009.txt", "notes"]);
});
