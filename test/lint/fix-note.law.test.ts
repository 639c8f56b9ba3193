import { fc, test as law } from "@fast-check/jest";
import { fixFor, suggestionsFor } from "../../src/lint/diagnostic.ts";
import { fixNote } from "../../src/lint/fix-note.ts";
import type { NoteFix } from "../../src/lint/note-fix.ts";
import {
  type ChooseRepair,
  problemKey,
  type ProblemTest,
  selectedBy,
  sureRepairs,
} from "../../src/lint/repair-choice.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { applyEdits } from "../../src/text/edits.ts";
import { RangeMap } from "../../src/text/range-map.ts";
import { added } from "../rules/lint-example.ts";
import { randomNotes, surroundings } from "../rules/random-note.ts";
import { fixingOf, lintAll } from "./vault-of.ts";

const runs = { numRuns: 150 };

function fixed(text: string, choose: ChooseRepair): NoteFix {
  return fixNote("Note.md", text, fixingOf({ ...surroundings, "Note.md": text }, choose));
}

/** Of each problem that is wanted one of its repairs, sure or not. */
function someRepair(isWanted: ProblemTest, seed: number): ChooseRepair {
  return (problem, { text, origin }) => {
    if (!isWanted(problem, origin)) return null;
    const repairs = [fixFor(problem, text) ?? [], ...suggestionsFor(problem, text)].flat();
    return repairs[(seed + problem.message.length) % Math.max(1, repairs.length)] ?? null;
  };
}

const choices = fc.oneof(
  fc.constant(sureRepairs()),
  fc.nat(7).map((seed) => someRepair(() => true, seed)),
  // What other repairs bring to light must stand there, and not be repaired in turn.
  fc
    .nat(7)
    .map((seed) => someRepair(({ rule }) => rule !== "ambiguous-link" && rule !== "link-to-draft", seed)),
);

law.prop([randomNotes(), choices], runs)("fixing what is fixed changes nothing", (text, choose) => {
  const fix = fixed(text, choose);
  const again = fixed(fix.after, choose);
  expect(again.after).toBe(fix.after);
  expect(again.done).toEqual([]);
});

law.prop([randomNotes(), choices], runs)("every byte outside the edits stays", (text, choose) => {
  const { before, after, edits } = fixed(text, choose);
  expect(before).toBe(text);
  expect(applyEdits(before, edits)).toBe(after);
  const breaks = new Set(text.match(lineEnds));
  expect(
    edits.flatMap(({ insert }) => insert.match(lineEnds) ?? []).filter((end) => !breaks.has(end)),
  ).toEqual([]);
  const cuts = edits
    .flatMap(({ from, to }) => [from, to])
    .filter((at) => at > 0 && text.startsWith("\r\n", at - 1));
  expect(cuts).toEqual([]);
});

const lineEnds = /\r\n|\n|\r/g;

law.prop([randomNotes(), choices], runs)(
  "what was repaired is gone, and nothing is there that was not there or uncovered",
  (text, choose) => {
    const { done, uncovered, left, obstacle } = fixed(text, choose);
    const before = fixed(text, () => null).left;
    const names = (problems: NoteFix["left"]): readonly string[] => problems.map(({ rule }) => rule);
    if (obstacle !== null) {
      expect(left).toEqual(before);
      expect(done).toEqual([]);
      return;
    }
    const keys = new Set(before.map((problem) => problemKey(problem, problem.range)));
    const found = done.flatMap(({ problem, key }) => (keys.has(key) ? [] : [problem]));
    const repaired = done.map(({ problem }) => problem);
    const now = names([...left, ...uncovered, ...repaired]);
    expect(added(names([...before, ...uncovered, ...found]), now)).toEqual([]);
  },
);

law.prop([randomNotes(), choices], runs)("links that no edit touches lead where they led", (text, choose) => {
  const fixing = fixingOf({ ...surroundings, "Note.md": text }, choose);
  const { after, edits } = fixNote("Note.md", text, fixing);
  const ranges = new RangeMap(edits);
  const now = new Map(parseNote("Note.md", after).links.map((link) => [link.from, link]));
  for (const link of parseNote("Note.md", text).links) {
    if (ranges.isTouched(link) || ranges.isTouched(link.linkpathRange)) continue;
    const next = now.get(ranges.shifted(link).from);
    expect([next?.linkpath, next?.subpath]).toEqual([link.linkpath, link.subpath]);
  }
});

law.prop([randomNotes(), choices], runs)(
  "draft stays, and no link comes to lead to a draft that none led to",
  (text, choose) => {
    const { after } = fixed(text, choose);
    const draft = (words: string) =>
      parseNote("Note.md", words)
        .frontmatter.properties.filter(({ key }) => key === "draft")
        .map(({ value }) => value);
    const isRead = parseNote("Note.md", text).frontmatter.state === "read";
    if (isRead) expect(draft(after)).toEqual(draft(text));
    const drafts = (words: string) =>
      fixed(words, () => null).left.flatMap(({ rule, target }) => (rule === "link-to-draft" ? [target] : []));
    const old = drafts(text);
    expect(drafts(after).filter((target) => !old.includes(target))).toEqual([]);
  },
);

law.prop([randomNotes(), choices, fc.nat()], runs)(
  "a part of the problems chosen, nothing else is repaired",
  (text, choose, seed) => {
    const problems = fixed(text, () => null).left;
    const only = new Set(
      problems
        .filter((_, at) => (seed >> (at % 20)) % 2 === 1)
        .map((problem) => problemKey(problem, problem.range)),
    );
    const isWanted = selectedBy({ only });
    const fix = fixed(text, (problem, place) =>
      isWanted(problem, place.origin) ? choose(problem, place) : null,
    );
    expect([...fix.done, ...fix.refused].filter(({ key }) => !only.has(key))).toEqual([]);
    if (only.size === 0) expect(fix.after).toBe(text);
  },
);

law.prop([randomNotes(), choices], { numRuns: 80 })("the index is as before", (text, choose) => {
  const fixing = fixingOf(
    { ...surroundings, "Note.md": text, "Other.md": "[[Note]] [[Note#Old & new]] [[a b]]" },
    choose,
  );
  const before = lintAll(fixing);
  fixNote("Note.md", text, fixing);
  expect(lintAll(fixing)).toEqual(before);
});
