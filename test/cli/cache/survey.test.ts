import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { surveyAll, surveyChanges } from "../../../src/cli/cache/survey.mts";
import { isSettled } from "../../../src/cli/cache/stamp.mts";
import { lookHere } from "../../../src/cli/cache/vault-look.mts";
import { folderOf } from "../command-line.ts";

const progress = { step: () => undefined, end: () => undefined };

test.each([
  ["long ago", 0, 0, true],
  ["long ago, and its name lately", 0, 9_500, false],
  ["long ago, as somebody says who changed it lately", -5_000, 9_500, false],
  ["a second ago", 9_000, 9_000, false],
  ["later, by the clock", 11_000, 11_000, false],
])("a file changed %s", (_, mtime, ctime, expected) => {
  expect(isSettled([1, mtime, ctime, 1], 10_000)).toBe(expected);
});

describe("a file that was written just now", () => {
  const folder = folderOf({ "A.md": "" });
  const { now } = Date;
  afterEach(() => {
    Date.now = now;
  });

  test.each([
    ["is to be read again", 0, false],
    ["is to be read again after the clock was put back", -60_000, false],
    ["need not be read again a minute later", 60_000, true],
  ])("%s", (_, drift, isStamped) => {
    Date.now = () => now() + drift;
    const { contents, notes } = surveyAll(folder, progress);
    expect([...notes]).toHaveLength(1);
    expect(contents.get("A.md")?.stamp != null).toBe(isStamped);
  });
});

test("a file that may have changed since the look began is to be read again, however late it is read", () => {
  const folder = folderOf({ "A.md": "" });
  const look = lookHere(folder);
  const { now } = Date;
  Date.now = () => now() + 60_000;
  try {
    const head = { vault: "", maker: "", settings: "", rules: [], signs: [], reports: [], told: [] };
    const config = { path: "", lines: "", problems: [] };
    const kept = { head: { ...head, config }, files: [], groups: [] };
    const { contents } = surveyChanges(folder, look, kept, progress, () => undefined);
    expect(contents.get("A.md")?.stamp).toBe(null);
  } finally {
    Date.now = now;
  }
});

test("of a vault of which nothing was kept each note is read when it is asked for", () => {
  const folder = folderOf({ "A.md": "# A", "B.md": "# B", "C.png": "" });
  const { files, contents, notes } = surveyAll(folder, progress);
  const read: string[] = [];
  for (const { path, headings } of notes) {
    read.push(headings[0]?.text ?? "");
    expect(contents.has(path)).toBe(true);
    writeFileSync(join(folder, "B.md"), "# Later");
  }
  expect(read).toEqual(["A", "Later"]);
  expect(files).toEqual(["A.md", "B.md", "C.png"]);
});
