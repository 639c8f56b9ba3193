import { join } from "node:path";
import { folderOf, linkage } from "./command-line.ts";

const part = {
  "part/a.md": "[[Kiln]], [[glaze]], [the bench](../tools/bench.md), ![[plan.png]] and [[Nowhere]].",
};
const around = { "Kiln.md": "", "tools/Glaze.md": "", "tools/bench.md": "", "plan.png": "" };
const ofOthers = { "other/Kiln.md": "", "other/Glaze.md": "", "other/bench.md": "", "other/plan.png": "" };
const ofPrograms = { ".trash/Kiln.md": "", ".trash/glaze.md": "", "node_modules/plan.png": "" };
const manyMissing = Array.from({ length: 50 }, (_, at) => `[[Missing ${String(at)}]]`).join(" ");
const pathsOfAll = { "all/in/a.md": "[[in/b]] [[in/c]] [[All in]]", "all/in/b.md": "", "all/in/c.md": "" };

function hint(part: string, found: string, whole: string): string {
  return `linkage: "${part}" is linted as a vault of its own, but ${found} lie in "${whole}", expected --vault "${whole}" if that is the vault, else a linkage.yaml in "${part}"\n`;
}

describe("a folder without the mark of a vault is told to be part of one", () => {
  test.each<readonly [string, Readonly<Record<string, string>>, readonly string[], string]>([
    ["files beside it", { ...part, ...around }, ["part"], hint("part", "4 of 5 missing targets", ".")],
    [
      "named as the vault",
      { ...part, ...around },
      ["--vault", "part"],
      hint("part", "4 of 5 missing targets", "."),
    ],
    [
      "in any format",
      { ...part, ...around },
      ["part", "--format", "json"],
      hint("part", "4 of 5 missing targets", "."),
    ],
    [
      "paths of the whole vault",
      { ...pathsOfAll, "All in.md": "" },
      ["all/in"],
      hint("all/in", "3 of 3 missing targets", "."),
    ],
    ["too few files", { ...part, "Kiln.md": "", "plan.png": "" }, ["part"], ""],
    ["files by the names of few targets", { ...part, ...around, "part/b.md": manyMissing }, ["part"], ""],
    ["files of another vault", { ...part, ...ofOthers, "other/linkage.yaml": "" }, ["part"], ""],
    ["files of programs", { ...part, ...ofPrograms }, ["part"], ""],
    ["a config", { ...part, ...around, "part/linkage.yaml": "" }, ["part"], ""],
    ["a folder of the app", { ...part, ...around, "part/.obsidian/app.json": "" }, ["part"], ""],
    ["a config around it", { ...part, ...around, "linkage.yaml": "" }, ["part"], ""],
    ["other rules alone", { ...part, ...around }, ["part", "--rule", "malformed-tag"], ""],
  ])("%s", async (_, files, args, expected) => {
    expect((await linkage(["lint", ...args], { cwd: folderOf(files) })).err).toBe(expected);
  });
});

test("it is told again where nothing has changed", async () => {
  const cwd = folderOf({ ...part, ...around });
  const place = { cwd: join(cwd, "part"), env: { HOME: folderOf({}) }, build: "1" };
  const [first, second] = [await linkage(["lint"], place), await linkage(["lint"], place)];
  expect(first.err).toBe(hint(".", "4 of 5 missing targets", ".."));
  expect(second).toEqual(first);
});
