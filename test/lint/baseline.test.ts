import { baselineText, isBaselineText } from "../../src/lint/baseline-text.ts";
import { baselineOf, compare, countKnown, partOf, without, type Baseline } from "../../src/lint/baseline.ts";
import type { Diagnostic } from "../../src/lint/diagnostic.ts";
import { hostProblem } from "../../src/lint/host-problem.ts";
import { readBaseline } from "../../src/lint/read-baseline.ts";

/** Problems as `path rule target`, or `path rule "message"`, at any places. */
function problems(...lines: readonly string[]): readonly Diagnostic[] {
  return lines.map((line, at) => {
    const [, path = "", rule = "", target = "", message = ""] =
      /^(\S+) (\S+) (?:"(.*)"|(.*))$/.exec(line) ?? [];
    const range = { from: at, to: at };
    return {
      ...hostProblem("unreadable-file", "error", path, target || "Some", range),
      rule,
      target: message || null,
    };
  });
}

function shown({ path, rule, target, message }: Diagnostic): string {
  return `${path} ${rule} ${target ?? `"${message}"`}`;
}

const old = ["a.md links Hoem", "a.md links Hoem", 'a.md source "None"', "b/c.md links Hoem"];

test.each<readonly [string, readonly string[], readonly string[], readonly string[]]>([
  ["the same", old, [], []],
  ["in another order", [...old].reverse(), [], []],
  ["nothing", [], [], ["a.md links Hoem 2", "a.md source None", "b/c.md links Hoem"]],
  ["one less", old.slice(1), [], ["a.md links Hoem"]],
  ["one more of the same", [...old, "a.md links Hoem"], ["a.md links Hoem"], []],
  ["another target", [...old, "a.md links Home"], ["a.md links Home"], []],
  ["another rule", [...old, "a.md tags Hoem"], ["a.md tags Hoem"], []],
  ["a message that is the target of another", [...old, 'a.md links "Hoem"'], ['a.md links "Hoem"'], []],
  ["another note", [...old, "b/a.md links Hoem"], ["b/a.md links Hoem"], []],
])("a baseline compared with %s", (_, found, fresh, gone) => {
  const result = compare(baselineOf(problems(...old)), problems(...found), ["a.md", "b/c.md", "b/a.md"]);
  expect(result.fresh.map(shown)).toEqual(fresh);
  expect(result.known).toBe(found.length - fresh.length);
  expect(entries(result.gone)).toEqual(gone);
});

function entries(baseline: Baseline): readonly string[] {
  return [...baseline].flatMap(([path, known]) =>
    known.map(({ rule, target, message, count }) =>
      [path, rule, target ?? message, ...(count > 1 ? [count] : [])].join(" "),
    ),
  );
}

describe("a note that", () => {
  test.each<readonly [string, readonly string[], readonly string[], readonly string[]]>([
    ["was moved", ["d/c.md links Hoem"], ["a.md", "d/c.md"], []],
    [
      "was moved, and has a new problem",
      ["d/c.md links Hoem", "d/c.md links x"],
      ["a.md", "d/c.md"],
      ["d/c.md links x"],
    ],
    ["was copied", ["d/c.md links Hoem"], ["a.md", "b/c.md", "d/c.md"], ["d/c.md links Hoem"]],
    ["may be at two places", ["d/c.md links Hoem"], ["a.md", "d/c.md", "e/c.md"], ["d/c.md links Hoem"]],
    ["was renamed", ["b/d.md links Hoem"], ["a.md", "b/d.md"], ["b/d.md links Hoem"]],
    [
      "is new, where another of its name is gone",
      ["a/b.md links Hoem"],
      ["a.md", "a/b.md"],
      ["a/b.md links Hoem"],
    ],
  ])("%s", (_, found, files, fresh) => {
    const baseline = baselineOf(problems(...old));
    expect(compare(baseline, problems(...found), files).fresh.map(shown)).toEqual(fresh);
  });
});

test("pruning takes out what is gone of what was linted, and has notes that have moved at their new paths", () => {
  const { gone, baseline } = compare(baselineOf(problems(...old)), problems("a.md links Hoem"), [
    "a.md",
    "d/c.md",
  ]);
  const lost = partOf(gone, (rule) => rule === "links");
  expect(countKnown(lost)).toBe(2);
  expect(entries(without(baseline, lost))).toEqual(["a.md links Hoem", "a.md source None"]);
  expect(
    entries(
      without(
        baseline,
        partOf(gone, (_, path) => path === "a.md"),
      ),
    ),
  ).toEqual(["a.md links Hoem", "d/c.md links Hoem"]);
});

const text = `{
  "version": 1,
  "problems": {
    "a.md": [
      { "rule": "links", "target": "Hoem", "count": 2 },
      { "rule": "source", "message": "None" }
    ],
    "b/c.md": [
      { "rule": "links", "target": "Hoem" }
    ]
  }
}
`;

test("the text of a baseline has a line for each known problem, in order", () => {
  expect([...baselineText(baselineOf(problems(...[...old].reverse())))].join("")).toBe(text);
  expect(isBaselineText(text)).toBe(true);
});

test.each([
  ["none", ""],
  ["a note", "# Home\n"],
  ["other JSON", '{ "name": "linkage", "version": "1.0.0", "problems": {} }'],
])("no baseline: %s", (_, other) => {
  expect(isBaselineText(other)).toBe(false);
});

/** What is wrong with a text is marked with «». */
test.each<readonly [string, string, string, readonly string[]]>([
  ["nothing", text, "", ["a.md links Hoem 2", "a.md source None", "b/c.md links Hoem"]],
  ["a comma too many", text.replace('"None" }', '"None" },'), "", entries(baselineOf(problems(...old)))],
  ["an empty file", "«»", "This is no baseline", []],
  ["a text that ends early", text.slice(0, 80) + "«»", "This baseline is no JSON from here on", []],
  [
    "a conflict of a merge",
    text.replace('      { "rule": "source"', '«<<<<<<< HEAD»\n      { "rule": "source"'),
    "A conflict of a merge is left",
    [],
  ],
  ["a list", "«[]»", "This is no baseline", []],
  ["no version", "«»{}", "This is no baseline", []],
  [
    "a version to come",
    text.replace("1,", "«2»,"),
    'This baseline has version 2, expected 1: "linkage baseline" writes it anew',
    [],
  ],
  ["a version that is no number", text.replace("1,", '«"1"»,'), "This is no baseline", []],
  ["no problems", text.replace('"problems"', '"problem"').replace(/^/, "«»"), "This is no baseline", []],
  [
    "entries of a wrong kind",
    text
      .replace('{ "rule": "source", "message": "None" }', '«"source"»')
      .replace('[\n      { "rule": "links", "target": "Hoem" }\n    ]', "{}"),
    "This entry and 1 more of the baseline say of no problem",
    ["a.md links Hoem 2"],
  ],
  ...[
    '«{ "rule": 1, "target": "a" }»',
    '«{ "rule": "source" }»',
    '«{ "rule": "source", "target": "a", "message": "b" }»',
    '«{ "rule": "source", "target": "a", "count": 0 }»',
    '«{ "rule": "source", "target": "a", "count": 1.5 }»',
    "«null»",
  ].map(
    (entry) =>
      [
        entry,
        text.replace('{ "rule": "source", "message": "None" }', entry),
        "This entry of the baseline says of no problem",
        ["a.md links Hoem 2", "b/c.md links Hoem"],
      ] as const,
  ),
])("reading a baseline: %s", (_, marked, message, known) => {
  const from = marked.indexOf("«");
  const to = marked.indexOf("»") - 1;
  const { baseline, mistake } = readBaseline(marked.replace(/[«»]/g, ""));
  expect(entries(baseline)).toEqual(known);
  expect(mistake?.message ?? "").toMatch(new RegExp(`^${message}`));
  if (mistake !== null) expect(mistake.from).toBe(from);
  if (mistake !== null && !message.includes("no JSON")) expect(mistake.to).toBe(to);
});
