import { withShortPaths } from "../../../src/obsidian/problems/short-paths.ts";

const long = `2026/${"a long name ".repeat(8).trim()}`;
const cut = long.slice(0, 79);
const notes = ["2025/parts.md", "2026/parts.md", "2026/bench.md", `${long}.md`];
const name = long.slice(5);

test.each([
  ["a target", "2026/bench", "2026/bench", "bench"],
  ["a target that is no note's path", "2026/shelf", "2026/shelf", "2026/shelf"],
  ["a target at the top", "bench", "bench", "bench"],
  ["a sentence", '"2026/bench" is a draft', "2026/bench", '"bench" is a draft'],
  ["a sentence with another target", '"x" is also in "2026/bench"', "x", '"x" is also in "bench"'],
  ["no target", '"x" is also in "2026/bench"', null, '"x" is also in "bench"'],
  [
    "words that are no note's path",
    'The tag "a/b" is there already',
    "a/b",
    'The tag "a/b" is there already',
  ],
  [
    "notes of one name",
    '"p" matches "2025/parts" and "2026/parts"',
    "p",
    '"p" matches "2025/parts" and "2026/parts"',
  ],
  ["a path that is cut", `"${cut}…" is a draft`, long, `"${name.slice(0, 79)}…" is a draft`],
])("%s: notes are called by their names", (_, label, target, short) => {
  expect(withShortPaths(label, target, (path) => notes.includes(path))).toBe(short);
});
