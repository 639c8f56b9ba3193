import { inferConventions } from "../../src/inference/infer-conventions.ts";
import { inferenceLines } from "../../src/report/inference-text.ts";
import { plainStyle } from "../../src/report/style.ts";
import { type Alike, journalOf } from "../inference/journal-of.ts";

function linesOf(width: number, ...kinds: readonly Alike[]): readonly string[] {
  const screen = { width, style: plainStyle, place: (path: string) => path };
  return [...inferenceLines(inferConventions(journalOf(...kinds), null), screen)];
}

test("types that have nothing in common but a folder and a tag", () => {
  expect(linesOf(80, { count: 6, folder: "Recipes", body: "#recipe" }, { count: 1 })).toEqual([
    "1 note type in 7 notes; 1 has none",
    "",
    "RE  6  tag recipe; folder Recipes",
  ]);
});

test("more types than fit beside each other", () => {
  const codes = ["AA", "BB", "CC", "DD", "EE", "FF"];
  expect(
    linesOf(
      40,
      ...codes.map((code) => ({ count: 5, code, yaml: code === "BB" ? "title: a" : "draft: true" })),
    ),
  ).toEqual([
    "6 note types in 30 notes",
    "",
    ...codes.map((code) => `${code}  5  told by its code alone`),
    "",
    "           AA     BB     CC     DD",
    "note_id  100%   100%   100%   100%",
    "draft    100%      –   100%   100%",
    "title       –   100%      –      –",
    "",
    "           EE     FF",
    "note_id  100%   100%",
    "draft    100%   100%",
    "title       –      –",
  ]);
});

test("what falls short stands in brackets, and so little is left out", () => {
  const common = { code: "GN", yaml: "title: a\naliases: [b]" };
  expect(
    linesOf(80, { ...common, count: 3 }, { count: 2, code: "GN", yaml: "title: b\nx: 1" }).slice(3),
  ).toEqual([
    "",
    "           GN",
    "note_id  100%",
    "title    100%",
    "aliases  (60%)",
    "",
    "In brackets: not required, too few notes of the type have it",
  ]);
});

test("names of a stranger are shown, not obeyed", () => {
  const [, , , , ...rows] = linesOf(80, { count: 5, code: "GN", yaml: '"\\e[31m": 1' });
  expect(rows).toContain("\\x1b[31m  100%");
});
