import { minuteOf } from "../../src/report/minute.ts";
import { repairLine, type RepairReport } from "../../src/report/repair-text.ts";
import { batchLines, leftLines, undoLines } from "../../src/report/undo-text.ts";

const when = new Date(2026, 0, 2, 3, 4);
const place = (path: string): string => `vault/${path}`;

test("a minute has two digits in each place but the year", () => {
  expect(minuteOf(when)).toBe("2026-01-02 03:04");
});

test("notes that were left stand below their reason, and obey no terminal", () => {
  const left = [
    { path: "a\n.md", why: "changed", message: "This note has changed since" },
    { path: "b.md", why: "refused", message: "This note cannot be written: permission denied" },
    { path: "c.md", why: "changed", message: "This note has changed since" },
  ] as const;
  expect([...leftLines(left, place)]).toEqual([
    "Left 2 notes: This note has changed since",
    "  vault/a\\n.md",
    "  vault/c.md",
    "Left 1 note: This note cannot be written: permission denied",
    "  vault/b.md",
  ]);
});

test.each([
  [0, []],
  [2, ["The journal is damaged and knows no more of 2 notes"]],
  [null, ["The journal is damaged and knows no more of how many notes there were"]],
])("an undo whose journal has lost %j notes", (lost, expected) => {
  const report = { command: "fix", when, written: ["a.md", "b.md"], left: [], lost };
  expect([...undoLines(report, place)]).toEqual([
    'Undid "fix" of 2026-01-02 03:04: 2 notes have their old text again',
    ...expected,
  ]);
});

test("of a move alone no note is told", () => {
  const move = { from: "b.png", to: "a.png" };
  const report = { command: "rename", when, move, written: [], left: [], lost: 0 };
  expect([...undoLines(report, place)]).toEqual([
    'Undid "rename" of 2026-01-02 03:04',
    '"b.png" is "a.png" again',
  ]);
});

test("an undo of which nothing came does not say that it did", () => {
  const stuck = { from: "b", to: "a", message: "There is something at the new path already" };
  const report = { command: "rename", when, move: null, written: [], left: [], stuck, lost: 0 };
  expect([...undoLines(report, place)]).toEqual([
    'Undid nothing of "rename" of 2026-01-02 03:04',
    '"b" cannot be "a" again: There is something at the new path already',
  ]);
});

test("batches are a line each", () => {
  const move = { from: "in/A.md", to: "in/B.md" };
  const batches = [
    { number: 3, command: "rename", when, notes: 1200, move, isUndone: true },
    { number: 2, command: "rename", when, notes: 0, move, isUndone: false },
    { number: 1, command: "fix", when, notes: 1, move: null, isUndone: false },
  ];
  expect([...batchLines(batches)]).toEqual([
    '2026-01-02 03:04  rename  "in/A.md" to "in/B.md", 1,200 notes with links, undone',
    '2026-01-02 03:04  rename  "in/A.md" to "in/B.md"',
    "2026-01-02 03:04  fix     1 note",
  ]);
});

const nothing: RepairReport = {
  command: "fix",
  when,
  putBack: [],
  written: 0,
  left: [],
  lost: 0,
  isRepaired: true,
};

test.each<readonly [Partial<RepairReport>, string]>([
  [{}, "no note was half written"],
  [
    { putBack: ["a\n.md"], written: 2 },
    '1 note was half written and got the old text back (a\\n.md); 2 notes were written before, see "linkage undo"',
  ],
  [
    {
      left: [{ path: "b.md", why: "refused", message: "This note cannot be written: permission denied" }],
      isRepaired: false,
    },
    "no note was half written; b.md was left: This note cannot be written: permission denied; until that is repaired, nothing can be written",
  ],
  [{ lost: 1 }, "no note was half written; the journal is damaged and knows no more of 1 note"],
])("a repair of %j", (report, expected) => {
  expect(repairLine({ ...nothing, ...report })).toBe(
    `"fix" of 2026-01-02 03:04 was interrupted: ${expected}`,
  );
});
