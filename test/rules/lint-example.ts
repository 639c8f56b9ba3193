import type { Conventions } from "../../src/journal/conventions.ts";
import { readConfig } from "../../src/journal/read-config.ts";
import { techJournal } from "../../src/journal/tech-journal.ts";
import { fixFor, suggestionsFor, type Diagnostic } from "../../src/lint/diagnostic.ts";
import { Linter } from "../../src/lint/linter.ts";
import type { Note } from "../../src/note/note.ts";
import { PackedNote } from "../../src/note/packed/packed-note.ts";
import { RecentNotes } from "../../src/note/packed/recent-notes.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { optionSchemas } from "../../src/rules/rule-options.ts";
import type { Example } from "../../src/rules/examples/example.ts";
import type { Fix, Rule } from "../../src/rules/rule.ts";
import { applyEdits } from "../../src/text/edits.ts";
import type { TextRange } from "../../src/text/range.ts";
import { NoteStore } from "../../src/vault/note-store.ts";
import { VaultIndex } from "../../src/vault/vault-index.ts";

/**
 * What these rules say of the note with this text, which has no marks, in the vault of an example. All notes are packed and
 * forget what is read of them as soon as may be: repairs get other objects for the same facts.
 */
export function lintExample(rules: readonly Rule[], example: Omit<Example, "title">): readonly Diagnostic[] {
  const { text, path = "Note.md", others = {}, files = [], config } = example;
  const conventions = config === undefined ? techJournal : conventionsOf(config);
  const vault = packingIndex(files, [parseNote(path, text), ...notesOf(others)], conventions);
  const note = packedAt(path, vault);
  const ids = rules.map(({ id }) => id);
  // What suppressions are of use for, only the other rules can tell.
  const running = rules.some(({ bindSuppressions }) => bindSuppressions !== null) ? allRules : rules;
  const found = new Linter(running, conventions, ids).lint(note, vault);
  note.forget();
  return found;
}

function packingIndex(
  files: readonly string[],
  notes: readonly Note[],
  conventions: Conventions,
): VaultIndex {
  const index = new VaultIndex(conventions, new NoteStore(0, new RecentNotes(1)));
  for (const path of files) index.addFile(path);
  for (const note of notes) index.loadNote(note);
  return index;
}

function packedAt(path: string, vault: VaultIndex): PackedNote {
  const note = vault.note(path);
  if (note instanceof PackedNote) return note;
  throw new Error(`${path} is no packed note`);
}

/** Those files of an example that are no notes of which this rule speaks, and what it says of them. */
export function lintFiles(rule: Rule, example: Omit<Example, "title">): readonly Diagnostic[] {
  const { text, path = "Note.md", others = {}, files = [], config } = example;
  const conventions = config === undefined ? techJournal : conventionsOf(config);
  const vault = VaultIndex.of(files, [parseNote(path, text), ...notesOf(others)], conventions);
  const linter = new Linter([rule], conventions, [rule.id]);
  return files.flatMap((file) => linter.lintFile(file, vault));
}

function conventionsOf(config: string): Conventions {
  const { conventions, mistakes } = readConfig(config, optionSchemas(allRules));
  expect(mistakes).toEqual([]);
  return conventions;
}

const parsed = new WeakMap<object, readonly Note[]>();

/** Parsed once for many notes among the same others. */
function notesOf(others: Readonly<Record<string, string>>): readonly Note[] {
  const notes = parsed.get(others) ?? Object.entries(others).map(([path, text]) => parseNote(path, text));
  parsed.set(others, notes);
  return notes;
}

/** Ranges without those that are there already: several findings may be about one place. */
export function once(ranges: readonly TextRange[]): readonly TextRange[] {
  return ranges.filter(
    ({ from, to }, at) => at === ranges.findIndex((other) => other.from === from && other.to === to),
  );
}

/** The text with all these repairs made; what two of them have in common is done once. */
export function repaired(text: string, fixes: readonly Fix[]): string {
  const edits = new Map(fixes.flatMap((fix) => fix.edits).map((edit) => [JSON.stringify(edit), edit]));
  return applyEdits(text, [...edits.values()]);
}

/** What is in `after` more often than in `before`. */
export function added(before: readonly string[], after: readonly string[]): readonly string[] {
  const left = [...before];
  return after.filter((item) => {
    const at = left.indexOf(item);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** What of a text is not as messages and titles are to be (style.md). */
export function faultsOfSentence(sentence: string): readonly string[] {
  return [/^\P{Ll}/u, /[^.!?\s]$/, /^[^\n\r]+$/]
    .filter((form) => !form.test(sentence))
    .map((form) => `${sentence} does not match ${String(form)}`)
    .concat(
      /\b(?:invalid|illegal|please|broken|dead|dangling|orphan)\b/i.exec(sentence.replace(/"[^"]*"/g, "")) ??
        [],
    );
}

/** All repairs that there are of a problem, the fix first. */
export function repairsOf(problem: Diagnostic, text: string): readonly Fix[] {
  const fix = fixFor(problem, text);
  return [...(fix ? [fix] : []), ...suggestionsFor(problem, text)];
}
