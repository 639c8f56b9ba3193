import { techJournal } from "../../src/journal/tech-journal.ts";
import type { Fixing } from "../../src/lint/fix-note.ts";
import { Linter } from "../../src/lint/linter.ts";
import type { ChooseRepair } from "../../src/lint/repair-choice.ts";
import type { Note } from "../../src/note/note.ts";
import { parseNote } from "../../src/note/parse-note.ts";
import { allRules } from "../../src/rules/all-rules.ts";
import { VaultIndex } from "../../src/vault/vault-index.ts";

/** Notes by path, each as its text. */
export type Texts = Readonly<Record<string, string>>;

const linter = new Linter(allRules, techJournal);

/** The index of these notes, the rules that are on by default, and a choice of repairs. */
export function fixingOf(texts: Texts, choose: ChooseRepair): Fixing {
  const notes = Object.entries(texts).map(([path, text]) => parsedOnce(path, text));
  return { vault: VaultIndex.of([], notes, techJournal), linter, choose };
}

/** The note last parsed at each path: laws ask for many vaults that differ in one note. */
const parsed = new Map<string, { readonly text: string; readonly note: Note }>();

function parsedOnce(path: string, text: string): Note {
  const kept = parsed.get(path);
  if (kept?.text === text) return kept.note;
  const note = parseNote(path, text);
  parsed.set(path, { text, note });
  return note;
}

/** What the rules say of every note of the index. */
export function lintAll({ vault, linter }: Fixing): readonly string[] {
  return [...vault.notes()].flatMap((note) =>
    linter
      .lint(note, vault)
      .map(({ path, rule, message, range }) => JSON.stringify({ path, rule, message, range })),
  );
}
