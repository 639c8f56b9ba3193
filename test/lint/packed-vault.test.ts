import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { techJournal } from "../../src/journal/tech-journal.ts";
import { Linter } from "../../src/lint/linter.ts";
import { RecentNotes } from "../../src/note/packed/recent-notes.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { finish } from "../../src/text/steps.ts";
import { isNotePath } from "../../src/vault/names.ts";
import { NoteStore } from "../../src/vault/note-store.ts";
import { VaultIndex } from "../../src/vault/vault-index.ts";

const folder = "test/vaults/journal";
const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => statSync(join(folder, path)).isFile());
const texts = new Map(
  files.filter(isNotePath).map((path) => [path, readFileSync(join(folder, path), "utf8")]),
);
const ids = allRules.map(({ id }) => id);

/** All that the linter says of the sample vault, with all repairs, of all rules. */
function said(store: NoteStore): readonly unknown[] {
  const index = new VaultIndex(techJournal, store);
  for (const path of files) index.addFile(path);
  for (const [path, text] of texts) index.loadNote(parseNote(path, text));
  const linter = new Linter(allRules, techJournal, ids);
  // First all problems: by the time of the repairs most facts have been forgotten.
  const found = [...index.notes()].flatMap((note) => linter.lint(note, index));
  return found.map((problem) => {
    const { repairs, ...what } = problem;
    const text = texts.get(what.path) ?? "";
    return {
      ...what,
      fix: repairs.fix(problem, () => text),
      suggestions: repairs.suggest(problem, () => text),
    };
  });
}

test("each note has the same problems where a rule is run with each step", () => {
  const index = new VaultIndex(techJournal);
  for (const path of files) index.addFile(path);
  for (const [path, text] of texts) index.loadNote(parseNote(path, text));
  const linter = new Linter(allRules, techJournal, ids);
  for (const note of index.notes())
    expect(finish(linter.lintInSteps(note, index))).toEqual(linter.lint(note, index));
});

test("a vault of packed notes has the problems and the repairs of one of plain notes", () => {
  const plain = said(new NoteStore(Infinity));
  expect(plain.length).toBeGreaterThan(100);
  expect(said(new NoteStore(0, new RecentNotes(1)))).toEqual(plain);
});
