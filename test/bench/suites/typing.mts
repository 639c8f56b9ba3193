import { Linter } from "../../../src/lint/linter.ts";
import { parseNote } from "../../../src/note/parse-note.ts";
import { allRules } from "../../../src/rules/all-rules.ts";
import { indexOf } from "../index-of.mts";
import { table } from "../report/table.mts";
import type { Result } from "../suite.mts";
import { timedHead, timedRow, timeWork, type Timed } from "../time-work.mts";
import { randomOf } from "../vault/random.mts";
import { planVault } from "../vault/plan-vault.mts";
import { writeNote } from "../vault/write-note.mts";

const keystrokes = 1000;
const length = 10_000;

/** In milliseconds, whatever the size of the vault. */
const goal = "median 1, 99 % 3";

/** What a keystroke costs in a note of 10 KB, in vaults of these sizes: parse it, take it into the index, lint it. */
export function typing(sizes: readonly number[]): Result {
  const timed = sizes.flatMap(typeIn);
  return {
    title: "A keystroke in a note of 10 KB",
    text: table(
      [...timedHead, "goal"],
      timed.map((each) => [...timedRow(each), goal]),
    ),
    data: timed,
  };
}

function typeIn(size: number): readonly Timed[] {
  const index = indexOf(size);
  const linter = new Linter(allRules, index.conventions);
  const plan = planVault(size, 1)[0];
  if (plan === undefined) return [];
  const path = "Notes/Long note.md";
  const text = longText(size);
  const type = (place: number, what: string) => (time: number) => {
    const typed = text.slice(0, place) + what.repeat(1 + (time % 40)) + text.slice(place);
    const note = parseNote(path, typed);
    index.setNote(note);
    linter.lint(note, index);
  };
  const inTitle = text.indexOf("title: ") + "title: ".length;
  const name = (what: string): string => `${size.toLocaleString("en")} notes, ${what}`;
  return [
    timeWork(name("in the text"), keystrokes, 300, type(length / 2, "a")),
    timeWork(name("in the title"), keystrokes, 300, type(inTitle, "a")),
    timeWork(name("in a link"), keystrokes, 300, type(text.indexOf("[[") + 2, "a")),
  ];
}

/** Three generated notes in one, cut at 10 KB. */
function longText(size: number): string {
  const all = planVault(size, 1);
  const texts = all.slice(0, 4).map((plan, at) => writeNote(plan, all, randomOf(at)));
  const [first = "", ...rest] = texts;
  return [first, ...rest.map((text) => text.slice(text.indexOf("\n---\n") + 5))].join("\n").slice(0, length);
}
