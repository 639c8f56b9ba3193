import { suggestionsFor } from "../../src/lint/diagnostic.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { mark, unmark } from "../marked.ts";
import { lintExample, repaired } from "./lint-example.ts";

/** What one rule says of a note, by path, in a vault of these notes. */
function lintNote(rule: string, path: string, notes: Readonly<Record<string, string>>) {
  const { [path]: text = "", ...others } = notes;
  return lintExample(
    allRules.filter(({ id }) => id === rule),
    { path, text, others },
  );
}

test.each([
  ["duplicate-title", "---\ntitle: one\n---\n", "---\ncover: a.png\ntitle: «' One '» # again\n---\n"],
  ["duplicate-note-id", "---\nnote_id: 230718TJ16\n---\n", "---\ntitle: a\nnote_id: «230718TJ16»\n---\n"],
])("%s points at the same in the other note", (rule, text, marked) => {
  const other = unmark(marked).text;
  const found = lintNote(rule, "Note.md", { "Note.md": text, "Other.md": other });
  expect(
    mark(
      other,
      found.flatMap(({ related }) => related),
    ),
  ).toBe(marked);
});

describe("notes that share a note id", () => {
  const text = "---\nnote_id: 240305TJ07\n---\n";
  const notes = { "c.md": text, "a.md": text, "b/B.md": text, "d.md": text.replace("07", "98") };
  const sharing = ["a.md", "b/B.md", "c.md"];

  /** The notes when the first suggestion has been taken for one of them. */
  function taken(path: string, all: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const written = all[path] ?? "";
    const [problem] = lintNote("duplicate-note-id", path, all);
    const [fix] = problem ? suggestionsFor(problem, written) : [];
    return fix ? { ...all, [path]: repaired(written, [fix]) } : all;
  }

  const idsOf = (all: Readonly<Record<string, string>>): readonly string[] =>
    Object.keys(notes).map((path) => /TJ(\d+)/.exec(all[path] ?? "")?.[1] ?? "");

  test("are offered one each, by path", () => {
    const each = Object.fromEntries(sharing.map((path) => [path, taken(path, notes)[path] ?? ""]));
    expect(idsOf({ ...notes, ...each })).toEqual(["101", "99", "100", "98"]);
  });

  test.each([[sharing], [sharing.toReversed()]])(
    "and have one each when all was taken in turn: %p",
    (order) => {
      let all: Readonly<Record<string, string>> = notes;
      for (const path of order) all = taken(path, all);
      expect(new Set(idsOf(all)).size).toBe(4);
    },
  );
});
