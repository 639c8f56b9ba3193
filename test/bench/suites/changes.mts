import { parseNote } from "../../../src/note/parse-note.ts";
import { Linter } from "../../../src/lint/linter.ts";
import { allRules } from "../../../src/rules/all-rules.ts";
import { indexOf } from "../index-of.mts";
import { table } from "../report/table.mts";
import type { Result } from "../suite.mts";
import { timedHead, timedRow, timeWork, type Timed } from "../time-work.mts";

const backlinks = 500;

/** In milliseconds, whatever the size of the vault. */
const goal = "at most 20";

const hub = "Notes/The hub of many.md";
const hubText = "---\ntitle: The hub of many\n---\n\n# The hub of many\n";

/** What it costs that a note with 500 backlinks comes, goes, or is renamed, the notes affected linted anew. */
export function changes(sizes: readonly number[]): Result {
  const timed = sizes.flatMap(changeIn);
  return {
    title: "A note with 500 backlinks changes",
    text: table(
      [...timedHead, "goal"],
      timed.map((each) => [...timedRow(each), goal]),
    ),
    data: timed,
  };
}

function changeIn(size: number): readonly Timed[] {
  const linking = Array.from(
    { length: backlinks },
    (_, at) => [`Notes/Linking/${String(at)}.md`, `See [[The hub of many]] and more.\n`] as const,
  );
  const index = indexOf(size, [...linking, [hub, hubText]]);
  const linter = new Linter(allRules, index.conventions);
  const lintAll = (paths: Iterable<string>): void => {
    for (const path of paths) {
      const note = index.note(path);
      if (note) linter.lint(note, index);
    }
  };
  const name = (what: string): string => `${size.toLocaleString("en")} notes, ${what}`;
  const moved = "Notes/Moved/The hub of many.md";
  const renamed = "Notes/Another hub.md";
  const note = parseNote(hub, hubText);
  return [
    timeWork(name("deleted"), 30, 10, () => {
      index.setNote(note);
      lintAll(index.remove(hub));
    }),
    timeWork(name("created"), 30, 10, () => {
      index.remove(hub);
      lintAll(index.setNote(note));
    }),
    // There, and the next time back.
    timeWork(name("moved"), 30, 10, (time) => {
      lintAll(time % 2 === 0 ? index.rename(hub, moved) : index.rename(moved, hub));
    }),
    timeWork(name("renamed"), 30, 10, (time) => {
      lintAll(time % 2 === 0 ? index.rename(hub, renamed) : index.rename(renamed, hub));
    }),
  ];
}
