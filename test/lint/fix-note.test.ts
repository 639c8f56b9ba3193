import { fixNote } from "../../src/lint/fix-note.ts";
import type { NoteFix } from "../../src/lint/note-fix.ts";
import {
  type ChooseRepair,
  firstChoice,
  linksAsText,
  linksLedTo,
  problemKey,
  repairsTitled,
  selectedBy,
  sureRepairs,
} from "../../src/lint/repair-choice.ts";
import { fixingOf, lintAll, type Texts } from "./vault-of.ts";

/** What fixing makes of a note of this text among these others. */
function fixed(text: string, others: Texts = {}, choose: ChooseRepair = sureRepairs()): NoteFix {
  return fixNote("Note.md", text, fixingOf({ ...others, "Note.md": text }, choose));
}

function messagesOf(problems: NoteFix["left"]): readonly string[] {
  return problems.map(({ rule, message }) => `${rule}: ${message}`);
}

describe("sure repairs keep what the reader sees", () => {
  const others = { "Linear-Regression.md": "# Sum\n", "Half done.md": "---\ndraft: true\n---\n" };

  test.each<[before: string, after: string]>([
    ["[[Linear Regression]]", "[[Linear-Regression|Linear Regression]]"],
    ["[[Linear Regression|here]]", "[[Linear-Regression|here]]"],
    ["[[Linear Regression#Sum]]", "[[Linear-Regression#Sum|Linear Regression > Sum]]"],
    ["[[Linear Regression#^a1|x]]", "[[Linear-Regression#^a1|x]]"],
    ["![[Linear Regression#Sum]]", "![[Linear-Regression#Sum]]"],
    [
      "| a |\n| - |\n| [[Linear Regression]] |",
      "| a |\n| - |\n| [[Linear-Regression\\|Linear Regression]] |",
    ],
    ["| a |\r\n| - |\r\n| [[Linear Regression\\|b]] |", "| a |\r\n| - |\r\n| [[Linear-Regression\\|b]] |"],
    ["[x](Linear%20Regression.md 'y')", "[x](Linear-Regression.md 'y')"],
    ["[a][y], [b][y]\n\n[y]: <Linear Regression>", "[a][y], [b][y]\n\n[y]: <Linear-Regression>"],
    [
      '<div class="linkage"><ul><li>[[Linear Regression]]</li></ul></div>',
      '<div class="linkage"><ul><li>[[Linear-Regression|Linear Regression]]</li></ul></div>',
    ],
    ["[[half, done]]", "[[half, done]]"],
  ])("%s", (before, after) => {
    const fix = fixed(before, others);
    expect(fix.after).toBe(after);
    expect(fix.obstacle).toBeNull();
  });
});

test("what says whether a note is published has no sure repair", () => {
  const fix = fixed('---\ndraft: "true"\ntags: ai\n---\n');
  expect(fix.after).toBe('---\ndraft: "true"\ntags: [ai]\n---\n');
  expect(fix.refused).toEqual([]);
});

describe("repairs of properties change one value", () => {
  test.each<[before: string, after: string]>([
    [
      "---\n# why\ntags: 'ai'  # one\ntitle:   \"A\"\n---",
      "---\n# why\ntags: ['ai']  # one\ntitle:   \"A\"\n---",
    ],
    [
      "---\r\ntag:\r\n- ai # one\r\n-   law\r\ntitle: A\r\n---\r\n",
      "---\r\ntags:\r\n- ai # one\r\n-   law\r\ntitle: A\r\n---\r\n",
    ],
    ["---\ntags: [ai,  '#law', b] # two\n---\n", "---\ntags: [ai,  'law', b] # two\n---\n"],
    ["---\r\ntags:\n  - ai\r\n  - AI\n  - law\r\n---\n", "---\r\ntags:\n  - ai\r\n  - law\r\n---\n"],
    [
      "---\nup: '[[home!]]' # it's\nkeywords: [b,a]\n---",
      "---\nup: '[[Home|home!]]' # it's\nkeywords: [b,a]\n---",
    ],
    ["\n\n---\nTitle: 'A'\ntags: [ ai ]\n---\nx", "---\nTitle: 'A'\ntags: [ ai ]\n---\nx"],
    [
      "---\ncreated: 20230718\nupdated:   2023-07-19\n---\n",
      "---\ncreated: 2023-07-18\nupdated:   2023-07-19\n---\n",
    ],
    ["---\n  tags: ai\n  title: A\n---\n", "---\n  tags: [ai]\n  title: A\n---\n"],
    ["---\n{ title: A, tags: ai }\n---\n", "---\n{ title: A, tags: [ai] }\n---\n"],
  ])("%j", (before, after) => {
    expect(fixed(before, { "Home.md": "" }).after).toBe(after);
  });
});

test("repairs in one note are made together", () => {
  const fix = fixed("---\ntags: ai\n---\n[[home!]] and [[HOME?|it]].\n", { "Home.md": "" });
  expect(fix.after).toBe("---\ntags: [ai]\n---\n[[Home|home!]] and [[Home|it]].\n");
  expect(fix.done.map(({ title, problem }) => [problem.rule, problem.range.from, title])).toEqual([
    ["property-type", 10, "Write tags: [ai]"],
    ["unresolved-link", 17, 'Link to "Home"'],
    ["unresolved-link", 31, 'Link to "Home"'],
  ]);
  expect(fix.edits).toEqual([
    { from: 10, to: 12, insert: "[ai]" },
    { from: 19, to: 19, insert: "Home|" },
    { from: 34, to: 38, insert: "ome" },
  ]);
});

test("of repairs that overlap the first is made, and the other comes to nothing or waits for the next pass", () => {
  const remove = repairsTitled('Remove "2023"', selectedBy({ rules: ["malformed-tag"] }));
  const fix = fixed("---\ntags: [2023, 2023, ai]\n---\n", {}, firstChoice(remove, sureRepairs()));
  expect(fix.after).toBe("---\ntags: [ai]\n---\n");
  expect(fix.done.map(({ problem }) => problem.range)).toEqual([
    { from: 11, to: 15 },
    { from: 17, to: 21 },
  ]);
});

test("what a repair uncovers is repaired in the next pass, with its place in the text before", () => {
  const fix = fixed("\n---\ntags: ai\n---\n");
  expect(fix.after).toBe("---\ntags: [ai]\n---\n");
  expect(fix.done.map(({ title, problem }) => [title, problem.range])).toEqual([
    ["Remove the blank lines", { from: 1, to: 4 }],
    ["Write tags: [ai]", { from: 11, to: 13 }],
  ]);
  expect(fix.edits).toEqual([
    { from: 0, to: 1, insert: "" },
    { from: 11, to: 13, insert: "[ai]" },
  ]);
});

test("a link that is one only after a repair is uncovered, or speaks against it", () => {
  const others = { "a/Twin.md": "", "b/Twin.md": "", "Half done.md": "---\ndraft: true\n---\n" };
  const closing = repairsTitled('Write "]]"', () => true);
  const twin = fixed("[[Twin] and", others, closing);
  expect(messagesOf(twin.uncovered)).toEqual([expect.stringMatching(/^ambiguous-link: /)]);
  const draft = fixed("[[Half done] and", others, closing);
  expect(draft.obstacle).toMatch(/^"Half done" is not published, /);
});

test("problems that could not be seen before are uncovered", () => {
  const link = fixed("[[home!#Sums]]", { "Home.md": "# Sources\n" });
  expect(messagesOf(link.uncovered)).toEqual(['unresolved-subpath: "Home" has no heading "Sums"']);
  expect(link.uncovered[0]?.range).toEqual({ from: 0, to: link.after.length });
  const late = fixed("\n---\nupdated: 2023-07-17\ncreated: 2023-07-18\n---\n[[home]]", { "Home.md": "" });
  expect(messagesOf(late.uncovered)).toEqual([expect.stringMatching(/^date-order: /)]);
});

describe("a repair is refused", () => {
  test.each<[what: string, before: string, others: Texts, choose: ChooseRepair, reason: string]>([
    [
      "that changes a draft mark",
      '---\ndraft: "true"\n---\n',
      {},
      repairsTitled("Write draft: true", () => true),
      'It would change "draft" or "publish", which only the author does',
    ],
    [
      "that links a published note to a draft",
      "[[Hoem]]",
      { "Home.md": "---\ndraft: true\n---\n" },
      linksLedTo("Home.md", selectedBy({ targets: ["Hoem"] })),
      '"Home" is not published, expected a published note to link to published notes',
    ],
    [
      "that would be sure, were its note published",
      "[[home!]]",
      { "Home.md": "---\ndraft: true\n---\n" },
      sureRepairs(),
      '"Home" is not published, expected a published note to link to published notes',
    ],
    [
      "that links a note to itself",
      "---\ntitle: Of notes\n---\n[[of notes!]]",
      {},
      sureRepairs(),
      "It would link the note to itself, expected a link to another note",
    ],
    [
      "that lets notes embed one another",
      "![[home!]]",
      { "Home.md": "![[Middle]]", "Middle.md": "![[Note]]" },
      sureRepairs(),
      '"Home" embeds this note, expected no note to embed itself by way of others',
    ],
  ])("%s", (_, before, others, choose, reason) => {
    const fix = fixed(before, others, choose);
    expect(fix.after).toBe(before);
    expect(fix.obstacle).toBeNull();
    expect(fix.refused.map((repair) => repair.reason)).toEqual([reason]);
  });
});

describe("a note is left as it was", () => {
  /** A repair that puts words in the place of a problem, whatever they say. */
  const writing =
    (rule: string, insert: string, leadsTo?: string): ChooseRepair =>
    (problem) =>
      problem.rule === rule
        ? {
            title: "Write",
            edits: [{ ...problem.range, insert }],
            ...(leadsTo === undefined ? {} : { leadsTo }),
          }
        : null;

  test.each<[what: string, before: string, others: Texts, choose: ChooseRepair, reason: string]>([
    [
      "where its repair takes no problem away",
      "[[Nowhere]]",
      {},
      writing("unresolved-link", "[[Elsewhere]]"),
      'It would bring another problem: No file matches "Elsewhere"',
    ],
    [
      "where a repair brings a problem of another rule",
      "Of [[Nowhere]]",
      { "Home.md": "" },
      ({ range }) => ({
        title: "Write",
        edits: [
          { from: 0, to: 2, insert: "[[Home#Sum]]" },
          { ...range, insert: "it" },
        ],
      }),
      'It would bring another problem: "Home" has no heading "Sum"',
    ],
    [
      "where the link leads to another note than was said",
      "[[Nowhere]]",
      { "Home.md": "", "Other.md": "" },
      writing("unresolved-link", "[[Home]]", "Other.md"),
      'The link to "Nowhere" would lead elsewhere than meant',
    ],
    [
      "where the link matches several notes",
      "[[Nowhere]]",
      { "a/Twin.md": "", "b/Twin.md": "" },
      writing("unresolved-link", "[[Twin]]", "a/Twin.md"),
      'The link to "Nowhere" would lead elsewhere than meant',
    ],
    [
      "where another link is lost",
      "\n---\ntitle: [[Home]]\n---\n",
      { "Home.md": "" },
      sureRepairs(),
      '"Home" would be a link no longer',
    ],
    [
      "where the properties can no longer be read",
      "---\ntags: ai\n---\n",
      {},
      writing("property-type", "[ai"),
      "The properties could no longer be read",
    ],
    [
      "where its note id is that of another",
      "---\nnote_id: march\n---\n[[Home]]",
      { "Home.md": "---\nnote_id: 230718TJ01\n---\n" },
      writing("malformed-note-id", "230718TJ01"),
      '"230718TJ01" is the note id of another note',
    ],
    [
      "where it does not settle",
      "---\ncreated: 5\n---\n",
      {},
      firstChoice(writing("property-type", "2023-99-99"), writing("malformed-date", "5")),
      "The repairs do not come to an end in 10 passes",
    ],
  ])("%s", (_, before, others, choose, reason) => {
    const fix = fixed(before, others, choose);
    expect(fix.obstacle).toBe(reason);
    expect(fix).toMatchObject({ after: before, edits: [], done: [], uncovered: [] });
    expect(fix.refused.map((repair) => repair.reason)).toEqual(fix.refused.map(() => reason));
    expect(fix.refused.length).toBeGreaterThan(0);
  });
});

describe("a choice lets through", () => {
  const text = "[[home!]] [[Harbor]] [[Harbor|x]]\n\n![[Harbor]]\n";
  const others = { "Home.md": "", "Far.md": "", "Harbour.md": "" };
  const all = fixed(text, others, () => null).left.filter(({ rule }) => rule === "unresolved-link");
  const keys = all.map((problem) => problemKey(problem, problem.range));

  test.each<[what: string, choose: ChooseRepair, after: string]>([
    ["one rule", sureRepairs(selectedBy({ rules: ["property-type"] })), text],
    ["a target", sureRepairs(selectedBy({ targets: ["home!"] })), text.replace("home!", "Home|home!")],
    ["a folder", sureRepairs(selectedBy({ paths: ["Journal"] })), text],
    ["the vault", sureRepairs(selectedBy({ paths: [""] })), text.replace("home!", "Home|home!")],
    ["a note", sureRepairs(selectedBy({ paths: ["Note.md"] })), text.replace("home!", "Home|home!")],
    ["all but one", sureRepairs(selectedBy({ except: new Set(keys.slice(0, 1)) })), text],
    [
      "one problem alone",
      linksLedTo("Far.md", selectedBy({ only: new Set(keys.slice(2, 3)) })),
      text.replace("[[Harbor|x]]", "[[Far|x]]"),
    ],
    [
      "all links to a target, led to another note",
      linksLedTo("Far.md", selectedBy({ targets: ["Harbor"] })),
      "[[home!]] [[Far|Harbor]] [[Far|x]]\n\n![[Far]]\n",
    ],
    [
      "all links to a target, as plain text",
      linksAsText(selectedBy({ targets: ["Harbor"] })),
      "[[home!]] Harbor x\n\n![[Harbor]]\n",
    ],
    [
      "a suggestion, and what is sure",
      firstChoice(repairsTitled('Link to "Harbour"', selectedBy({ targets: ["Harbor"] })), sureRepairs()),
      "[[Home|home!]] [[Harbour]] [[Harbour|x]]\n\n![[Harbour]]\n",
    ],
  ])("%s", (_, choose, after) => {
    expect(fixed(text, others, choose).after).toBe(after);
  });
});

test.each([
  ["links", "[[Linear Regression]]\n\n", "[[Linear-Regression|Linear Regression]]\n\n"],
  ["suppressions", "%% linkage-disable-next-line malformed-link %%\n\n", "\n"],
])("a note with more of one problem than a report lists: %s", (_, once, repaired) => {
  const fix = fixed(`Text.\n\n${once.repeat(600)}End.\n`, { "Linear-Regression.md": "" });
  expect(fix.obstacle).toBeNull();
  expect(fix.after).toBe(`Text.\n\n${repaired.repeat(600)}End.\n`);
});

test("the index is as before afterwards, also when a rule's repair throws", () => {
  const texts = { "Note.md": "\n---\naliases: x\ndraft: true\n---\n", "Other.md": "[[x]] [[Note]]" };
  const fixing = fixingOf(texts, sureRepairs());
  const [before, note] = [lintAll(fixing), fixing.vault.note("Note.md")];
  expect(fixNote("Note.md", texts["Note.md"], fixing).done).toHaveLength(2);
  expect(lintAll(fixing)).toEqual(before);
  const choose: ChooseRepair = () => {
    throw new Error("no");
  };
  expect(() => fixNote("Note.md", "[[Nowhere]]", { ...fixing, choose })).toThrow("no");
  expect(lintAll(fixing)).toEqual(before);
  expect(fixing.vault.note("Note.md")).toBe(note);
});

test("a note that the vault does not have", () => {
  expect(() => fixNote("Note.md", "", fixingOf({}, sureRepairs()))).toThrow(RangeError);
});
