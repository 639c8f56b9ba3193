import { suggestionsFor } from "../../src/lint/diagnostic.ts";
import { type BatchFix, fixBatch, finishBatch } from "../../src/lint/fix-batch.ts";
import {
  type ChooseRepair,
  firstChoice,
  linksLedTo,
  repairsTitled,
  selectedBy,
  sureRepairs,
} from "../../src/lint/repair-choice.ts";
import { fixingOf, lintAll, type Texts } from "./vault-of.ts";

function fixed(texts: Texts, choose: ChooseRepair = sureRepairs()): BatchFix {
  return finishBatch(fixBatch(Object.keys(texts), fixingOf(texts, choose)), (path) => texts[path] ?? null);
}

/** The vault after a batch, of the notes that it changes. */
function changes({ fixes }: BatchFix): Texts {
  return Object.fromEntries(
    fixes.filter(({ before, after }) => before !== after).map(({ path, after }) => [path, after]),
  );
}

function obstacles({ fixes }: BatchFix): Texts {
  return Object.fromEntries(
    fixes.flatMap(({ path, obstacle }) => (obstacle === null ? [] : [[path, obstacle]])),
  );
}

test("notes are fixed each as if it were the only one", () => {
  const batch = fixed({ "A.md": "[[home!]]", "B.md": "---\ntags: ai\n---\n[[home!]]", "Home.md": "[[A]]" });
  expect(changes(batch)).toEqual({
    "A.md": "[[Home|home!]]",
    "B.md": "---\ntags: [ai]\n---\n[[Home|home!]]",
  });
  expect(batch.fixes.map(({ path, done }) => [path, done.length])).toEqual([
    ["A.md", 1],
    ["B.md", 2],
  ]);
  expect(batch).toMatchObject({ unread: [], elsewhere: [] });
});

test("a target that is no longer the only one by the repair of another note", () => {
  const texts = {
    "A.md": "[[of notes]]",
    "B.md": "---\ntitle: Of notes\n---\n",
    "C.md": "---\nalias: Of notes\n---\n",
  };
  const batch = fixed(texts);
  expect(changes(batch)).toEqual({ "C.md": "---\naliases: [Of notes]\n---\n" });
  expect(obstacles(batch)).toEqual({
    "A.md": "Another note of the same batch is changed so that a repair of this one is no longer sure",
  });
  expect(changes(fixed({ ...texts, "C.md": "" }))).toEqual({ "A.md": "[[B|of notes]]" });
});

describe("a target that is a draft only by the repair of another note", () => {
  const late = "\n---\ndraft: true\n---\n[[A]]";

  test("by a sure repair", () => {
    const batch = fixed({ "A.md": "[[half, done]]", "Half done.md": late });
    expect(changes(batch)).toEqual({ "Half done.md": late.slice(1) });
    expect(Object.keys(obstacles(batch))).toEqual(["A.md"]);
  });

  test("by choice", () => {
    const choose = firstChoice(
      linksLedTo("Half done.md", selectedBy({ targets: ["Nowhere"] })),
      sureRepairs(),
    );
    const batch = fixed({ "A.md": "[[Nowhere]]", "Half done.md": late }, choose);
    expect(changes(batch)).toEqual({ "Half done.md": late.slice(1) });
    expect(obstacles(batch)).toEqual({
      "A.md": '"Half done" is not published, expected a published note to link to published notes',
    });
  });

  test("which another note links to already", () => {
    const batch = fixed({ "A.md": "See [[Half done]].", "Half done.md": late });
    expect(changes(batch)).toEqual({ "Half done.md": late.slice(1) });
    expect(batch.elsewhere).toEqual([
      {
        path: "A.md",
        rule: "link-to-draft",
        severity: "error",
        message: '"Half done" is a draft, which the site does not have, expected a link to a published note',
        target: "Half done",
        range: { from: 4, to: 17 },
      },
    ]);
  });
});

test("notes that would embed one another only by both repairs", () => {
  const texts = { "A one.md": "![[b, one]]", "B one.md": "![[a, one]]" };
  const batch = fixed(texts);
  expect(changes(batch)).toEqual({});
  expect(Object.keys(obstacles(batch))).toEqual(["A one.md", "B one.md"]);
  expect(changes(fixed({ ...texts, "B one.md": "" }))).toEqual({ "A one.md": "![[B one]]" });
});

describe("note ids", () => {
  const id = (id: string) => `---\nnote_id: ${id}\n---\n`;

  test("each note with the same one gets its own", () => {
    const texts = { "A.md": id("230718TJ01"), "B.md": id("230718TJ01"), "C.md": id("230718TJ02") };
    const choose: ChooseRepair = (problem, { text }) =>
      problem.rule === "duplicate-note-id" ? (suggestionsFor(problem, text)[0] ?? null) : null;
    expect(changes(fixed(texts, choose))).toEqual({ "A.md": id("230718TJ03"), "B.md": id("230718TJ04") });
  });

  test("two that would get the same one get none", () => {
    const texts = { "A.md": id("20230718TJ1"), "B.md": id("2023-07-18-TJ1") };
    const batch = fixed(texts, repairsTitled("Use the note id 230718TJ01", selectedBy({})));
    expect(changes(batch)).toEqual({});
    expect(obstacles(batch)).toEqual({
      "A.md": '"230718TJ01" is the note id of another note',
      "B.md": '"230718TJ01" is the note id of another note',
    });
  });

  test("one that can be read now and another note has is uncovered", () => {
    const batch = fixed({ "A.md": `\n${id("230718TJ01")}[[B]]`, "B.md": `${id("230718TJ01")}[[A]]` });
    expect(changes(batch)).toEqual({ "A.md": `${id("230718TJ01")}[[B]]` });
    expect(batch.fixes[0]?.uncovered.map(({ rule }) => rule)).toContain("duplicate-note-id");
    expect(batch.elsewhere.map(({ path, rule }) => [path, rule])).toEqual([["B.md", "duplicate-note-id"]]);
  });
});

test("notes that cannot be read are told, and each is asked for once", () => {
  const texts = { "A.md": "[[home!]]", "Home.md": "" };
  const asked: string[] = [];
  const batch = finishBatch(fixBatch(["Home.md", "A.md", "A.md"], fixingOf(texts, sureRepairs())), (path) => {
    asked.push(path);
    return null;
  });
  expect(asked).toEqual(["Home.md", "A.md"]);
  expect(batch).toEqual({ fixes: [], unread: asked, elsewhere: [] });
});

test("the index given is never touched, not even between two steps", () => {
  const texts = {
    "A.md": "[[half, done]]",
    "Half done.md": "\n---\ndraft: true\nalias: x\n---\n[[A]]",
    "C.md": "[[Half done]]",
  };
  const fixing = fixingOf(texts, sureRepairs());
  const before = lintAll(fixing);
  const steps = fixBatch(Object.keys(texts), fixing);
  const phases = new Set<string>();
  let step = steps.next();
  for (
    ;
    step.done !== true;
    step = steps.next(
      step.value.kind === "read" ? (new Map(Object.entries(texts)).get(step.value.path) ?? null) : null,
    )
  ) {
    phases.add(step.value.progress.phase);
    expect(step.value.progress.done).toBeLessThanOrEqual(step.value.progress.total);
    expect(lintAll(fixing)).toEqual(before);
  }
  expect([...phases]).toEqual(["prepare", "fix", "check"]);
  expect(step.value.fixes.length).toBeGreaterThan(0);
});
