import type { Note } from "../note/note.ts";
import { parseNote } from "../note/parse-note.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Linter } from "./linter.ts";

/** One text of a note, and all that is said of it. */
export interface LintedNote {
  readonly text: string;
  readonly note: Note;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a note is linted with. */
export interface Linting {
  readonly vault: VaultIndex;
  readonly linter: Linter;
}

/** Lint a note as if this were its text. The index holds it from now on. */
export function lintText(path: string, text: string, { vault, linter }: Linting): LintedNote {
  const note = parseNote(path, text);
  vault.setNote(note);
  return { text, note, diagnostics: linter.lintWhole(note, vault) };
}
