import { fc, test } from "@fast-check/jest";
import { techJournal } from "../../src/journal/tech-journal.ts";
import { Linter } from "../../src/lint/linter.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { affectedSince, type EarlierFile } from "../../src/vault/affected-since.ts";
import { isCanvasPath, isNotePath } from "../../src/vault/names.ts";
import { VaultIndex } from "../../src/vault/vault-index.ts";
import { path, text } from "./random-vault.ts";

const conventions = { ...techJournal, site: "quartz" } as const;
const linter = new Linter(
  allRules,
  conventions,
  allRules.map(({ id }) => id),
);

/** Texts by path; null is a file that cannot be read. */
type Files = ReadonlyMap<string, string | null>;

const files: fc.Arbitrary<Files> = fc
  .array(fc.tuple(path, fc.option(text, { freq: 9 })), { maxLength: 20 })
  .map((entries) => new Map(entries));

/** What comes, changes or (undefined) goes. */
const changes = fc
  .array(fc.tuple(path, fc.option(fc.option(text, { freq: 9 }), { nil: undefined, freq: 2 })), {
    maxLength: 6,
  })
  .map((entries) => new Map(entries));

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

test.prop([files, changes], { numRuns: 300 })(
  "every file whose diagnostics have changed is affected",
  (before, changed) => {
    const after = new Map(before);
    for (const [path, text] of changed) {
      if (text === undefined) after.delete(path);
      else after.set(path, text);
    }
    const earlier = new Map<string, EarlierFile | null>();
    for (const path of changed.keys()) {
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
