import { undoLast } from "../../../src/cli/write/undo-batch.mts";
import { writeBatch, type NoteChange } from "../../../src/cli/write/write-batch.mts";
import { journaledVault } from "./journaled-vault.ts";

/** A change of one note's text from `old` to `new`. */
function changeOf(path: string, before = "old", after = "new"): NoteChange {
  return { path, before, after };
}

test("a batch writes its notes, says so, and can be undone", async () => {
  const { journal, read } = journaledVault({ "A.md": "old", "in/B.md": "old", "C.md": "old" });
  expect(await writeBatch(journal, "fix", [changeOf("A.md"), changeOf("in/B.md")])).toEqual({
    written: ["A.md", "in/B.md"],
    left: [],
  });
  expect([read("A.md"), read("in/B.md"), read("C.md")]).toEqual(["new", "new", "old"]);
  expect(await undoLast(journal)).toMatchObject({
    command: "fix",
    written: ["A.md", "in/B.md"],
    left: [],
    lost: 0,
  });
  expect([read("A.md"), read("in/B.md"), read("C.md")]).toEqual(["old", "old", "old"]);
  await expect(undoLast(journal)).rejects.toThrow("There is nothing to undo in this vault");
});
