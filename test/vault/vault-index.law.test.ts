import { fc, test } from "@fast-check/jest";
import { keptKeys, type KeptShelf } from "../../src/cli/cache/kept-tables.mts";
import { packTables, tablesOf } from "../../src/cli/cache/shelf-tables.mts";
import { ignoredNotes } from "../../src/journal/ignored-notes.ts";
import { siteKinds, type Conventions } from "../../src/journal/conventions.ts";
import { techJournal } from "../../src/journal/tech-journal.ts";
import { fixFor, suggestionsFor } from "../../src/lint/diagnostic.ts";
import { Linter } from "../../src/lint/linter.ts";
import type { Note } from "../../src/note/note.ts";
import { plainNote } from "../../src/note/packed/plain-note.ts";
import { RecentNotes } from "../../src/note/packed/recent-notes.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { isCanvasPath, isNotePath } from "../../src/vault/names.ts";
import { NoteStore } from "../../src/vault/note-store.ts";
import { VaultIndex } from "../../src/vault/vault-index.ts";
import { anchored, folders, lineEdit, type LineEdit, names, path, text } from "./random-vault.ts";

type Step =
  | { readonly kind: "set"; readonly path: string; readonly text: string }
  | { readonly kind: "remove"; readonly path: string }
  | { readonly kind: "rename"; readonly path: string; readonly to: string };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("set" as const), path, text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("remove" as const), path }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("rename" as const), path, to: path }) },
);

/** A change of one line of the file that was set at a number. */
interface Edit {
  readonly kind: "edit";
  readonly at: number;
  readonly edit: LineEdit;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constant("edit" as const),
  at: fc.nat(),
  edit: lineEdit,
});

/** Steps of which some change what was set before in one line. */
function stepsOf(lengths: fc.ArrayConstraints): fc.Arbitrary<readonly Step[]> {
  return fc
    .array(fc.oneof({ weight: 3, arbitrary: step }, { weight: 1, arbitrary: edit }), lengths)
    .map((steps) => {
      const texts = new Map<string, string>();
      return steps.flatMap((each): readonly Step[] => {
        if (each.kind !== "edit") {
          if (each.kind === "set") texts.set(each.path, each.text);
          return [each];
        }
        const entry = [...texts][each.at % texts.size];
        if (entry === undefined) return [];
        const text = each.edit(entry[1]);
        texts.set(entry[0], text);
        return [{ kind: "set", path: entry[0], text }];
      });
    });
}

/** A note whose headings and blocks change while others link to them. */
const anchorSteps: fc.Arbitrary<readonly Step[]> = anchored.map(({ before, after, links }) => [
  { kind: "set", path: "a.md", text: links },
  { kind: "set", path: "home.md", text: before },
  { kind: "set", path: "home.md", text: after },
]);

/** Take a step; what the index says is affected is returned. A rename onto another file is not one the app allows. */
function take(index: VaultIndex, step: Step): ReadonlySet<string> {
  switch (step.kind) {
    case "set":
      if (isNotePath(step.path)) return index.setNote(parseNote(step.path, step.text));
      return isCanvasPath(step.path)
        ? index.setCanvas(step.path, parseNote(step.path, step.text).links)
        : index.addFile(step.path);
    case "remove":
      return index.remove(step.path);
    case "rename": {
      const paths = [...index.files()];
      const allowed =
        paths.includes(step.path) &&
        !paths.includes(step.to) &&
        extensionOf(step.path) === extensionOf(step.to);
      return allowed ? index.rename(step.path, step.to) : new Set();
    }
  }
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf("."));
}

/** Of notes as they come, whatever the index has made of them. */
function rebuilt(index: VaultIndex): VaultIndex {
  const notes = [...index.notes()].map(plainNote).reverse();
  return VaultIndex.of(index.files(), notes, index.conventions, index.canvasLinks());
}

/** Of what was taken up of the notes of another, kept on two shelves; their facts are read when somebody asks. */
function byKeys(index: VaultIndex): VaultIndex {
  const store = new NoteStore(1, new RecentNotes(), 0, (path) => index.note(path));
  const loaded = new VaultIndex(index.conventions, store);
  const notes = [...index.notes()];
  const shelves = [notes.slice(0, 3), notes.slice(3)].map(keptShelf);
  loaded.begin(keptKeys(shelves, () => true, ignoredNotes(index.conventions)));
  for (const path of index.files()) loaded.loadFile(path);
  for (const [path, links] of index.canvasLinks()) loaded.setCanvas(path, links);
  return loaded;
}

function keptShelf(notes: readonly Note[]): KeptShelf {
  const shelf = tablesOf(packTables(notes));
  if (shelf === null) throw new Error("These are the pieces of tables");
  return { shelf, paths: shelf.paths };
}

/** Packs all notes but one, and forgets what it reads of one as soon as it reads another. */
function packingIndex(conventions: Conventions): VaultIndex {
  return new VaultIndex(conventions, new NoteStore(1, new RecentNotes(1)));
}

const asked = [
  ...names,
  "gone",
  "x.1.png",
  "plan_one",
  "a/home",
  "gone.md",
  "./home",
  "./plan_one",
  "../home",
  "230718TJ01",
  "hone",
  "long-name-of-a-note-that-was-cut-off-here",
];

const someId = { text: "230718TJ01", date: "2023-07-18", code: "TJ", sequence: 1 };

/** All that an index can be asked. */
function answers(index: VaultIndex): unknown {
  return {
    files: [...index.files()].sort(),
    notes: [...index.notes()].map((note) => JSON.stringify(plainNote(note))).sort(),
    ids: [...index.allNoteIds()].sort().map((id) => [id, index.notesWithId(id)]),
    tagged: ["tech-journal", "2023", "tag"].map((tag) => [
      [...index.notesTagged(tag)].sort(),
      index.countTagged(tag),
      [...index.newestTagged(tag)],
    ]),
    day: index.journal.onDayOf(someId),
    spellings: ["tag", "techjournal", "Tag"].map((tag) => index.shared.commonestSpelling(tag)),
    links: folders.flatMap((folder) =>
      asked.map((linkpath) => [
        index.resolve({ linkpath }, `${folder}x.md`),
        index.candidates(linkpath, `${folder}x.md`),
        index.notesMissing(linkpath, `${folder}x.md`),
        index.isPlaceholder(linkpath, `${folder}x.md`),
      ]),
    ),
    backlinks: [...index.files()].sort().map((file) => [file, index.backlinks(file), index.linkpathTo(file)]),
  };
}

/** Packs all notes but the one that changed last. */
function repackingIndex(conventions: Conventions): VaultIndex {
  return new VaultIndex(conventions, new NoteStore(0, new RecentNotes(1), 1));
}

const indexes = fc.constantFrom(
  (conventions: Conventions) => new VaultIndex(conventions),
  packingIndex,
  repackingIndex,
  (conventions: Conventions) => VaultIndex.live(conventions),
);

test.prop([stepsOf({ maxLength: 25 }), indexes], { numRuns: 300 })(
  "law 2: an index updated step by step equals one built at once",
  (steps, emptyIndex) => {
    const live = emptyIndex(techJournal);
    for (const each of steps) {
      take(live, each);
      live.newestTagged("tag");
      live.newestTagged("tech-journal");
    }
    const expected = answers(rebuilt(live));
    expect(answers(live)).toEqual(expected);
    expect(answers(byKeys(live))).toEqual(expected);
  },
);

/** Those that are off by default too. */
const linters = new Map<Conventions, Linter>(
  siteKinds.map((site) => {
    const conventions = { ...techJournal, site };
    const ids = allRules.map(({ id }) => id);
    return [conventions, new Linter(allRules, conventions, ids)];
  }),
);

/** The rules whose suggestions a change does not tell of. */
const fromAfar = new Set(allRules.flatMap(({ id, suggestsFromAfar }) => (suggestsFromAfar ? [id] : [])));

/** What is found in a note, with repairs. @param texts of notes by path */
function diagnosticsOf(note: Note, index: VaultIndex, texts: ReadonlyMap<string, string>): unknown {
  const text = texts.get(note.path) ?? "";
  return linters
    .get(index.conventions)
    ?.lint(note, index)
    .map((problem) => {
      const { rule, message, range, target, related, canFix } = problem;
      const suggestions = fromAfar.has(rule) ? [] : suggestionsFor(problem, text);
      const fix = fixFor(problem, text);
      return { rule, message, range, target, related, canFix, fix, suggestions };
    });
}

function allDiagnostics(index: VaultIndex, texts: ReadonlyMap<string, string>): ReadonlyMap<string, unknown> {
  return new Map([...index.notes()].map((note) => [note.path, diagnosticsOf(note, index, texts)]));
}

/** Take a step, and have the texts of notes follow it. */
function takeWithTexts(index: VaultIndex, step: Step, texts: Map<string, string>): ReadonlySet<string> {
  const text = texts.get(step.path) ?? "";
  const affected = take(index, step);
  if (step.kind === "set") texts.set(step.path, step.text);
  if (step.kind === "rename" && affected.has(step.to)) texts.set(step.to, text);
  return affected;
}

const sites = fc.constantFrom(...linters.keys());

const histories = fc.oneof(
  { weight: 3, arbitrary: stepsOf({ minLength: 10, maxLength: 40 }) },
  { weight: 1, arbitrary: anchorSteps },
);

test.prop([histories, sites, indexes], { numRuns: 100 })(
  "law 3: diagnostics and repairs recomputed only where a change says so equal all of them",
  (steps, conventions, emptyIndex) => {
    let live = emptyIndex(conventions);
    const kept = new Map<string, unknown>();
    const texts = new Map<string, string>();
    for (const [index, each] of steps.entries()) {
      if (index === steps.length - 4) live = byKeys(live);
      for (const affected of takeWithTexts(live, each, texts)) kept.delete(affected);
      for (const path of [...kept.keys()]) if (live.note(path) === null) kept.delete(path);
      for (const note of live.notes()) {
        if (!kept.has(note.path)) kept.set(note.path, diagnosticsOf(note, live, texts));
      }
      if (index % 8 === 7 || index === steps.length - 1)
        expect(kept).toEqual(allDiagnostics(rebuilt(live), texts));
    }
  },
);

test("a file that takes all links from another concerns it, however many there are", () => {
  const sources = ["1.md", "2.md", "3.md"].map((source) => parseNote(source, "[[home]]"));
  const live = VaultIndex.of([], [...sources, parseNote("a/home.md", "")], techJournal);
  expect(live.setNote(parseNote("home.md", ""))).toContain("a/home.md");
  expect(live.remove("home.md")).toContain("a/home.md");
});

test("a title that says other words, though all of its letters are the same, affects who may have meant it", () => {
  const live = VaultIndex.of([], [parseNote("a.md", "[[re-sign]]")], techJournal);
  live.setNote(parseNote("b.md", "---\ntitle: resign\n---\n"));
  expect(live.candidates("re-sign", "a.md")).toMatchObject([{ path: "b.md", sure: false }]);
  expect(live.setNote(parseNote("b.md", "---\ntitle: Re sign\n---\n"))).toContain("a.md");
  expect(live.candidates("re-sign", "a.md")).toMatchObject([{ path: "b.md", sure: true }]);
});

describe("a change of what links lead to in a note affects who links there", () => {
  test.each([
    ["a heading comes", "# One", "# One\n\n# Two", "#Two"],
    ["the last heading goes", "# One\n\n# Two", "# One", "#Two"],
    ["a heading is called otherwise", "# One", "# Two", "#One"],
    ["a heading rises", "# One\n\n## Two", "# One\n\n# Two", "#One#Two"],
    ["headings change places", "# One\n\n## Two", "## Two\n\n# One", "#One#Two"],
    ["a block comes", "text", "text ^b", "#^b"],
    ["the last block goes", "text ^b\n\ntext ^c", "text ^b\n\ntext", "#^c"],
    ["a block is called otherwise", "text ^b", "text ^c", "#^b"],
  ])("%s", (_, before, after, subpath) => {
    const notes = [parseNote("a.md", `[[home${subpath}]]`), parseNote("home.md", before)];
    const live = VaultIndex.of([], notes, techJournal);
    expect(live.setNote(parseNote("home.md", after))).toContain("a.md");
    expect(live.setNote(parseNote("home.md", `${after}\n\nMore words.`))).not.toContain("a.md");
  });
});
