import { readFileSync } from "node:fs";
import { join } from "node:path";
import { nextCommand, shellWord } from "../../src/cli/next-command.mts";
import { folderOf, linkage } from "./command-line.ts";

const around = folderOf({ "notes/linkage.yaml": "", "notes/in/A.md": "", "my notes/linkage.yaml": "" });

test.each([
  ["notes", "notes", "linkage undo"],
  ["notes", "notes/in", "linkage undo"],
  ["notes", "", "linkage undo notes"],
  ["notes", "my notes", "linkage undo ../notes"],
  ["my notes", "", "linkage undo 'my notes'"],
  ["", "", "linkage undo"],
  ["notes/in", "notes", "linkage undo in"],
])("of the vault %j from %j: %s", (vault, cwd, expected) => {
  expect(nextCommand("linkage undo", join(around, vault), join(around, cwd))).toBe(expected);
});

test.each([
  ["a/b-c_d.md", "a/b-c_d.md"],
  ["it's", "'it'\\''s'"],
  ["a\\b", "'a\\b'"],
  ["$HOME", "'$HOME'"],
  ["", "''"],
])("%j as a shell takes it: %s", (word, expected) => {
  expect(shellWord(word)).toBe(expected);
});

test("what is told after a repair and a baseline runs as it is told", async () => {
  const note = "[[flash wear again]] [[Nowhere]]\n";
  const cwd = folderOf({ "notes/A.md": note, "notes/flash-wear.md": "---\ntitle: flash wear again\n---\n" });
  const place = { cwd, env: { HOME: folderOf({}) } };
  const fixed = (await linkage(["fix", "notes"], place)).out;
  expect(await linkage(told(/"linkage (.*)" takes it back/, fixed), place)).toMatchObject({
    code: 0,
    err: "",
  });
  expect(readFileSync(join(cwd, "notes/A.md"), "utf8")).toBe(note);
  const known = (await linkage(["baseline", "notes"], place)).out;
  expect((await linkage(told(/linkage (.*) tells those/, known), place)).out).toMatch(
    /^No problems in 2 notes/m,
  );
});

/** The arguments of the command that a text tells. */
function told(command: RegExp, text: string): readonly string[] {
  return command.exec(text)?.[1]?.split(" ") ?? [];
}
