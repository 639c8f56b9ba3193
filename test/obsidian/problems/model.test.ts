/** @jest-environment jsdom */
import type { Diagnostic } from "../../../src/lint/diagnostic.ts";
import { ProblemsModel } from "../../../src/obsidian/problems/problems-model.ts";
import {
  initialState,
  readState,
  type ProblemsState,
} from "../../../src/obsidian/problems/problems-state.ts";
import { rowText } from "../../../src/obsidian/problems/row-text.ts";
import { ProblemTable } from "../../../src/report/problem-table.ts";
import { problem } from "../../report/problems.ts";
import { vaultOf } from "../../vault/vault-of.ts";

const a = problem({ path: "in/a.md", rule: "link", target: "x", message: 'No "x"', severity: "warning" });
const a2 = { ...a, range: { from: 5, to: 6 } };
const b = { ...a, path: "b.md" };
const other = { ...b, target: "y", message: 'No "y"' };
const tag = problem({ path: "b.md", rule: "tag", message: "Has no tags" });
const all = [b, other, tag, a, a2];

const vault = vaultOf({ "in/a.md": "[[x]]\n[[x]]", "b.md": "[[x]] [[y]]" });

/** Time goes on by this much whenever somebody looks, in milliseconds. */
let pace = 0;

beforeEach(() => {
  let now = 0;
  jest.spyOn(performance, "now").mockImplementation(() => (now += pace));
});

afterEach(() => {
  pace = 0;
  jest.restoreAllMocks();
});

/** A model, and how to give it other problems than it had. */
interface Filled {
  readonly model: ProblemsModel;
  readonly give: (diagnostics: readonly Diagnostic[]) => void;
}

function emptyModel(tell?: () => void): Filled {
  const table = new ProblemTable();
  const model = new ProblemsModel(table, undefined, tell);
  const give = (diagnostics: readonly Diagnostic[]): void => {
    const changed = new Set([...table.paths(), ...diagnostics.map(({ path }) => path)]);
    for (const path of changed)
      table.set(
        path,
        diagnostics.filter((each) => each.path === path),
      );
    model.update(changed);
  };
  return { model, give };
}

function filledModel(diagnostics: readonly Diagnostic[], state: Partial<ProblemsState> = {}): Filled {
  const filled = emptyModel();
  filled.model.setState({ ...initialState, ...state });
  filled.give(diagnostics);
  return filled;
}

function modelOf(diagnostics: readonly Diagnostic[], state: Partial<ProblemsState> = {}): ProblemsModel {
  return filledModel(diagnostics, state).model;
}

/** Rows as an outline: `  - label | detail (count) 1/2`, `+` for a collapsed one, `-` for an expanded one. */
function outline({ rows }: ProblemsModel): readonly string[] {
  return Array.from({ length: rows.length }, (_, index) => {
    const row = rows.at(index);
    if (!row) throw new RangeError(`No row ${String(index)}`);
    const { label, detail, place, count } = rowText(row.node, vault);
    const where = [detail, place].filter((part) => part !== "").join(" ");
    const mark = row.expanded === null ? "·" : row.expanded ? "-" : "+";
    const said = [label, where && `| ${where}`, count === null ? "" : `(${String(count)})`];
    const position = `${String(row.position)}/${String(row.setSize)}`;
    return `${"  ".repeat(row.level - 1)}${mark} ${[...said, position].filter((part) => part).join(" ")}`;
  });
}

/** Expand or collapse the row at `index`. */
function toggle(model: ProblemsModel, index: number): void {
  const row = model.rows.at(index);
  if (row && row.node.kind !== "problem") model.setExpanded(row.node, row.expanded !== true);
}

test.each<readonly [string, Partial<ProblemsState>, readonly string[]]>([
  [
    "by target",
    {},
    [
      "- tag (1) 1/2",
      "  · Has no tags | b 1:1 1/1",
      '- link | No "…" (4) 2/2',
      "  + x (3) 1/2",
      "  · y | b 1:1 2/2",
    ],
  ],
  ["by rule", { grouping: "rule" }, ["+ tag (1) 1/2", "+ link (4) 2/2"]],
  [
    "by note",
    { grouping: "note" },
    [
      "- b (3) 1/2",
      '  · No "x" | 1:1 1/3',
      '  · No "y" | 1:1 2/3',
      "  · Has no tags | 1:1 3/3",
      "- a | in (2) 2/2",
      '  · No "x" | 1:1 1/2',
      '  · No "x" | 1:6 2/2',
    ],
  ],
  ["of one severity", { severities: ["error"] }, ["- tag (1) 1/1", "  · Has no tags | b 1:1 1/1"]],
  ["of no severity", { severities: [] }, []],
  ["of one rule", { rule: "tag" }, ["- tag (1) 1/1", "  · Has no tags | b 1:1 1/1"]],
  ["of one note", { note: "in/a.md" }, ["- link (2) 1/1", '  + No "x" (2) 1/1']],
  ["of one folder", { folder: "in", grouping: "rule" }, ["+ link (2) 1/1"]],
  ["of a folder that is the beginning of another's name", { folder: "i" }, []],
  ["with a word of the message", { text: "TAGS", grouping: "rule" }, ["+ tag (1) 1/1"]],
  ["with words of the message and the path", { text: ' "x"  in/ ', grouping: "rule" }, ["+ link (2) 1/1"]],
  ["with words that are nowhere", { text: "tags nowhere" }, []],
])("problems %s", (_, state, expected) => {
  expect(outline(modelOf(all, state))).toEqual(expected);
});

test("what a filter let through before the table was filled is asked anew when it is", () => {
  const table = new ProblemTable();
  const model = new ProblemsModel(table);
  model.setState({ ...initialState, note: "b.md" });
  for (const path of ["b.md", "in/a.md"])
    table.set(
      path,
      all.filter((each) => each.path === path),
    );
  model.begin();
  expect([model.counts.shown, model.counts.total]).toEqual([3, 5]);
});

test("counts tell what is shown, and what each severity would add", () => {
  const { counts } = modelOf(all, { severities: ["warning"], note: "b.md" });
  expect(counts).toEqual({
    shown: 2,
    files: 1,
    total: 5,
    bySeverity: { error: 1, warning: 2, info: 0 },
  });
});

test("what is expanded stays so when diagnostics change, are filtered, and grouped otherwise for a while", () => {
  const { model, give } = filledModel(all);
  toggle(model, 3);
  toggle(model, 0);
  const expected = [
    "+ tag (1) 1/2",
    '- link | No "…" (4) 2/2',
    "  - x (3) 1/2",
    "    · b | 1:1 1/3",
    "    · a | 1:1 2/3",
    "    · a | 1:6 3/3",
    "  · y | b 1:1 2/2",
  ];
  expect(outline(model)).toEqual(expected);
  give(all.map((each) => ({ ...each })));
  expect(outline(model)).toEqual(expected);
  model.setState({ ...initialState, text: "nowhere" });
  model.setState({ ...initialState, grouping: "note" });
  model.setState(initialState);
  expect(outline(model)).toEqual(expected);
});

test.each(["target", "rule", "note"] as const)("all is expanded and collapsed at once, by %s", (grouping) => {
  const model = modelOf(all, { grouping });
  model.setAllExpanded(true);
  const problems = outline(model).filter((line) => line.includes("·"));
  expect(problems).toHaveLength(all.length);
  model.setAllExpanded(false);
  expect(outline(model)).toHaveLength(2);
});

test.each(["target", "rule", "note"] as const)(
  "a row is found again after its note has changed, by %s",
  (grouping) => {
    const before = modelOf(all, { grouping });
    before.setAllExpanded(true);
    const after = modelOf(
      all.map((each) => ({ ...each, range: { from: each.range.from + 9, to: each.range.to + 9 } })),
      { grouping },
    );
    after.setAllExpanded(true);
    const found = Array.from({ length: before.rows.length }, (_, index) => {
      const row = before.rows.at(index);
      return row ? after.rows.indexOf(row.node) : -1;
    });
    expect(found).toEqual(Array.from(found, (_, index) => index));
  },
);

test("there are no rows outside of the list", () => {
  const { rows } = modelOf(all);
  expect([rows.at(-1), rows.at(rows.length)]).toEqual([null, null]);
});

test.each<readonly [string, unknown, Partial<ProblemsState>]>([
  ["nothing", null, {}],
  ["a part", { note: "a.md" }, { note: "a.md" }],
  ["what it does not know", { grouping: "colour", more: 1, rule: "tag" }, { rule: "tag" }],
  ["wrong types", { text: 5, severities: ["error", "fatal"], folder: undefined }, {}],
])("a state that says %s", (_, said, expected) => {
  expect(readState(said, initialState)).toEqual({ ...initialState, ...expected });
});

describe("where there is much to do", () => {
  const many = Array.from({ length: 3000 }, (_, index) =>
    problem({ path: `${String(index)}.md`, target: `t${String(index)}`, message: `No "t${String(index)}"` }),
  );

  async function done(told: () => boolean): Promise<number> {
    let turns = 0;
    for (; !told(); turns++) await new Promise((resolve) => setTimeout(resolve, 0));
    return turns;
  }

  test("the old rows stay until the new ones are ready, and others have their turn meanwhile", async () => {
    let told = 0;
    const { model, give } = emptyModel(() => told++);
    give(all);
    const before = outline(model);
    expect(told).toBe(1);
    pace = 10;
    give(many);
    expect(outline(model)).toEqual(before);
    expect(await done(() => told === 2)).toBeGreaterThan(20);
    expect(model.counts.shown).toBe(3000);
    expect(model.rows.length).toBe(3001);
  });

  test("what is collapsed while the rows are made is collapsed in them, whenever that is", async () => {
    const some = many.slice(0, 600);
    /** Collapse the one rule in this turn; gives how many turns it took, and how many rows there are in the end. */
    const collapseIn = async (turn: number): Promise<{ turns: number; rows: number }> => {
      pace = 0;
      let told = 0;
      const { model, give } = emptyModel(() => told++);
      give(some);
      pace = 10;
      give(some.map((each) => ({ ...each })));
      let turns = 0;
      await done(() => {
        if (told === 1 && turns++ === turn) toggle(model, 0);
        return told === 2;
      });
      return { turns, rows: model.rows.length };
    };
    const never = await collapseIn(Infinity);
    expect(never.rows).toBe(601);
    // The rows are made last.
    for (let turn = never.turns - 8; turn < never.turns; turn++) {
      const { turns, rows } = await collapseIn(turn);
      expect(rows).toBe(turn < turns ? 1 : 601);
    }
  });

  test("what is asked for later takes the place of what is on its way", async () => {
    const shown: number[] = [];
    const { model, give }: Filled = emptyModel(() => shown.push(model.counts.shown));
    pace = 10;
    give(many);
    await new Promise((resolve) => setTimeout(resolve, 0));
    model.setState({ ...initialState, text: "t2999" });
    await done(() => shown.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(shown).toEqual([1]);
  });

  test("nothing comes of what is stopped", async () => {
    const tell = jest.fn();
    const { model, give } = emptyModel(tell);
    pace = 10;
    give(many);
    model.stop();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(tell).not.toHaveBeenCalled();
  });

  test("what is expanded while the grouping changes belongs to what is on the screen", () => {
    const model = modelOf(all);
    pace = 10;
    model.setState({ ...initialState, grouping: "note" });
    toggle(model, 3);
    expect(outline(model)).toContain("  - x (3) 1/2");
    model.stop();
  });
});
