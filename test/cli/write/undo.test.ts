import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fc, test as law } from "@fast-check/jest";
import { undoLast } from "../../../src/cli/write/undo-batch.mts";
import type { NoteChange } from "../../../src/cli/write/prepare-batch.mts";
import { writeBatch } from "../../../src/cli/write/write-batch.mts";
import { linkage, type Outcome } from "../command-line.ts";
import { journaledVault, journalFiles, type JournaledVault } from "./journaled-vault.ts";
import { refusal } from "./watched-disk.ts";

function changesOf(paths: readonly string[], before = "old", after = "new"): readonly NoteChange[] {
  return paths.map((path) => ({ path, before, after }));
}

/** Run `linkage undo`. Times are written as `then`. */
async function undo({ folder, env }: JournaledVault, ...args: readonly string[]): Promise<Outcome> {
  const outcome = await linkage(["undo", ...args], { cwd: folder, env });
  return { ...outcome, out: outcome.out.replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d/g, "then") };
}

const nothing = { code: 2, out: "", err: "linkage: There is nothing to undo in this vault\n" };

test("the last batch is undone, then the one before, and each once", async () => {
  const vault = journaledVault({ "A.md": "old", "B.md": "old" });
  await writeBatch(vault.journal, "fix", changesOf(["A.md", "B.md"]));
  await writeBatch(vault.journal, "lint --fix", changesOf(["A.md"], "new", "newer"));
  const list = "then  lint --fix  1 note\nthen  fix         2 notes\n";
  expect(await undo(vault, "--list")).toEqual({ code: 0, out: list, err: "" });
  expect(await undo(vault)).toEqual({
    code: 0,
    out: 'Undid "lint --fix" of then: 1 note has its old text again\n',
    err: "",
  });
  expect([vault.read("A.md"), vault.read("B.md")]).toEqual(["new", "new"]);
  expect((await undo(vault, "--list")).out).toBe(
    "then  lint --fix  1 note, undone\nthen  fix         2 notes\n",
  );
  expect((await undo(vault)).out).toBe('Undid "fix" of then: 2 notes have their old text again\n');
  expect([vault.read("A.md"), vault.read("B.md")]).toEqual(["old", "old"]);
  expect(await undo(vault)).toEqual(nothing);
});

test("notes that have changed since are left and listed, and the batch is undone all the same", async () => {
  const vault = journaledVault({ "A.md": "old", "B.md": "old", "in/C.md": "old" });
  await writeBatch(vault.journal, "fix", changesOf(["A.md", "B.md", "in/C.md"]));
  writeFileSync(join(vault.folder, "A.md"), "new!");
  rmSync(join(vault.folder, "in/C.md"));
  expect(await undo(vault)).toEqual({
    code: 1,
    out: [
      'Undid "fix" of then: 1 note has its old text again',
      "Left 1 note: This note has changed since",
      "  A.md",
      "Left 1 note: This note is no longer there",
      "  in/C.md",
      "",
    ].join("\n"),
    err: "",
  });
  expect([vault.read("A.md"), vault.read("B.md")]).toEqual(["new!", "old"]);
  expect(await undo(vault)).toEqual(nothing);
});

test("where the disk refused, or somebody cancelled, the rest can be had another time", async () => {
  let isRefused = false;
  const vault = journaledVault({ "A.md": "old", "B.md": "old", "C.md": "old" }, ({ name, path }) => {
    if (isRefused && name === "open" && path.endsWith("B.md")) throw refusal("EACCES");
  });
  await writeBatch(vault.journal, "fix", changesOf(["A.md", "B.md", "C.md"]));
  isRefused = true;
  expect(await undoLast(vault.journal)).toMatchObject({
    written: ["A.md", "C.md"],
    left: [{ path: "B.md", why: "refused" }],
  });
  isRefused = false;
  expect(await undoLast(vault.journal, { isCancelled: () => true })).toMatchObject({ written: [] });
  expect(await undoLast(vault.journal)).toMatchObject({ written: ["A.md", "B.md", "C.md"], left: [] });
  expect(vault.read("B.md")).toBe("old");
});

test("a note that was not written in the first place is none to undo", async () => {
  const vault = journaledVault({ "A.md": "old", "B.md": "old" }, (step, folder) => {
    if (step.name === "rename" && step.path.endsWith(".writing")) writeFileSync(join(folder, "B.md"), "mine");
  });
  await writeBatch(vault.journal, "fix", changesOf(["A.md", "B.md"]));
  expect((await undo(vault, "--list")).out).toBe("then  fix  1 note\n");
  expect(await undo(vault)).toMatchObject({ code: 0 });
  expect(vault.read("B.md")).toBe("mine");
});

test("without a place for a journal there is nothing to undo, and reading needs none", async () => {
  const vault = journaledVault({ "A.md": "old" });
  expect(await undo({ ...vault, env: {} })).toMatchObject({
    code: 2,
    err: "linkage: There is no place for the journal, expected HOME or XDG_STATE_HOME to name a folder outside of the vault\n",
  });
  expect(await linkage(["facts"], { cwd: vault.folder })).toMatchObject({ code: 0, err: "" });
});

const piece = fc.constantFrom("a", "é", "𝄞", "\n", "\r\n", "\r", "\u2028", "[[A]]", '"', "\\", "---\n");
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
const note = fc.record({
  mark: fc.constantFrom("", "\ufeff"),
  texts: fc.array(text, { minLength: 4, maxLength: 4 }),
});

law.prop([fc.array(note, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 3 })], { numRuns: 40 })(
  "undoing batch after batch gives every byte back",
  async (notes, batches) => {
    const pathOf = (at: number): string => `${String(at)}.md`;
    const files = notes.map(({ mark, texts }, at) => [pathOf(at), mark + (texts[0] ?? "")] as const);
    const { journal, folder } = journaledVault(Object.fromEntries(files));
    const bytes = (): readonly string[] =>
      files.map(([path]) => readFileSync(join(folder, path)).toString("hex"));
    const states = [bytes()];
    for (let batch = 0; batch < batches; batch++) {
      const changes = notes.map(({ texts }, at) => ({
        path: pathOf(at),
        before: texts[batch] ?? "",
        after: texts[batch + 1] ?? "",
      }));
      const { written, left } = await writeBatch(journal, "fix", changes);
      expect(left).toEqual([]);
      if (written.length > 0) states.push(bytes());
    }
    const kept = journalFiles(journal).length;
    expect(kept).toBe(states.length - 1);
    for (const state of states.toReversed().slice(1)) {
      await undoLast(journal);
      expect(bytes()).toEqual(state);
    }
  },
);
