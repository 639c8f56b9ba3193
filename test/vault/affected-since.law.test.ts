import { fc, test } from "@fast-check/jest";
import { techJournal } from "../../src/journal/tech-journal.ts";
import { Linter } from "../../src/lint/linter.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { affectedSince, type EarlierFile } from "../../src/vault/affected-since.ts";
import { isCanvasPath, isNotePath } from "../../src/vault/names.ts";
import { VaultIndex } from "../../src/vault/vault-index.ts";
import { anchored, lineEdit, path, text, type LineEdit } from "./random-vault.ts";

const conventions = { ...techJournal, site: "quartz" } as const;
const linter = new Linter(
  allRules,
  conventions,
  allRules.map(({ id }) => id),
);

/** Texts by path; null is a file that cannot be read. */
type Files = ReadonlyMap<string, string | null>;

const files: fc.Arbitrary<Files> = fc
  .array(fc.tuple(path, fc.option(text, { freq: 9 })), { maxLength: 20, size: "max" })
  .map((entries) => new Map(entries));

/** What comes or changes, in all or in one line, or (undefined) goes. */
type Change = string | null | LineEdit | undefined;

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 3, arbitrary: fc.option(text, { freq: 9 }).map((all): Change => all) },
  { weight: 2, arbitrary: fc.constant<Change>(undefined) },
  { weight: 5, arbitrary: lineEdit.map((edit): Change => edit) },
);

/** A vault, and changes of files that are there, by their number, or of others. */
interface History {
  readonly before: Files;
  readonly changes: readonly (readonly [number | string, Change])[];
}

const histories: fc.Arbitrary<History> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      before: files,
      changes: fc.array(fc.tuple(fc.oneof(fc.nat(19), path), change), { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: anchored.map(({ before, after, links }) => ({
      before: new Map([
        ["home.md", before],
        ["a.md", links],
      ]),
      changes: [["home.md", after] as const],
    })),
  },
);

function filesAfter({ before, changes }: History): {
  readonly after: Files;
  readonly changed: ReadonlySet<string>;
} {
  const paths = [...before.keys()];
  const after = new Map(before);
  const changed = new Set<string>();
  for (const [where, change] of changes) {
    const path = typeof where === "string" ? where : paths[where % paths.length];
    if (path === undefined) continue;
    changed.add(path);
    if (change === undefined) after.delete(path);
    else after.set(path, typeof change === "function" ? change(after.get(path) ?? "") : change);
  }
  return { after, changed };
}

function indexOf(all: Files): VaultIndex {
  const readable = [...all].flatMap(([path, text]) => (text === null ? [] : [{ path, text }]));
  const notes = readable
    .filter(({ path }) => isNotePath(path))
    .map(({ path, text }) => parseNote(path, text));
  const canvases = readable
    .filter(({ path }) => isCanvasPath(path))
    .map(({ path, text }) => [path, parseNote(path, text).links] as const);
  return VaultIndex.of(all.keys(), notes, conventions, new Map(canvases));
}

function earlierFile(path: string, text: string | null): EarlierFile {
  const note = text === null ? null : parseNote(path, text);
  return { note: isNotePath(path) ? note : null, canvas: note && isCanvasPath(path) ? note.links : null };
}

function diagnosticsOf(path: string, index: VaultIndex): string {
  const note = index.note(path);
  const found = note ? linter.lint(note, index) : isNotePath(path) ? [] : linter.lintFile(path, index);
  return JSON.stringify(
    found.map(({ rule, message, range, target, related }) => ({ rule, message, range, target, related })),
  );
}

test.prop([histories], { numRuns: 300 })(
  "every file whose diagnostics have changed is affected",
  (history) => {
    const { before } = history;
    const { after, changed } = filesAfter(history);
    const earlier = new Map<string, EarlierFile | null>();
    for (const path of changed) {
      const text = before.get(path);
      earlier.set(path, text === undefined ? null : earlierFile(path, text));
    }
    const [old, now] = [indexOf(before), indexOf(after)];
    const affected = affectedSince(now, earlier);
    const missed = [...after.keys()].filter(
      (path) =>
        !affected.has(path) && isNotePath(path) && diagnosticsOf(path, old) !== diagnosticsOf(path, now),
    );
    expect(missed).toEqual([]);
  },
);

test("nothing is affected where nothing has changed", () => {
  expect([...affectedSince(indexOf(new Map([["a.md", "[[b]]"]])), new Map())]).toEqual([]);
});
