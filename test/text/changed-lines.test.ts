import { fc, test } from "@fast-check/jest";
import { changedLines } from "../../src/text/changed-lines.ts";

test.each([
  ["", "a\n", "+a"],
  ["a", "a\n", ""],
  ["a\nb\n", "a\nx\nb\n", "+x"],
  ["a\nb\n", "a\nx\n", "-b +x"],
  ["a\r\nb\r\n", "b\r\n", "-a"],
  ["a\na\n", "a\na\na\n", "+a"],
  ["a\nb\nc\nd", "a\nx\nc\ny", "-b -c -d +x +c +y"],
  ["", "", ""],
])("from %j to %j", (before, after, expected) => {
  const said = changedLines(before, after).map(({ kind, text }) => (kind === "added" ? "+" : "-") + text);
  expect(said.join(" ")).toBe(expected);
});

const lines = fc.array(fc.constantFrom("a", "b", ""), { maxLength: 6 });

test.prop([lines, lines])("lines that go and come make the difference in length", (before, after) => {
  const changed = changedLines(
    before.map((line) => `${line}\n`).join(""),
    after.map((line) => `${line}\n`).join(""),
  );
  const added = changed.filter(({ kind }) => kind === "added").length;
  expect(added - (changed.length - added)).toBe(after.length - before.length);
  expect(changed.length === 0).toBe(before.join("\n") === after.join("\n") && before.length === after.length);
});
