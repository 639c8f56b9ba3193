import type { TextEdit } from "../text/range.ts";
import { noteDiff, type DiffHunk, type DiffLine } from "./note-diff.ts";

/** A note's text before and after a change, as the file holds them: with the byte order mark, if it has one. */
export interface FileChange {
  /** Vault-relative. */
  readonly path: string;
  /** Where it is afterwards, if it is moved. */
  readonly to?: string;
  readonly before: string;
  readonly after: string;
  /** From `before` to `after`, in text order. */
  readonly edits: readonly TextEdit[];
}

/**
 * A change of one note as a unified diff that `git apply` and `patch -p1` take in the vault's folder. Line ends are those of
 * the note, so that a CRLF file's lines end in CR.
 */
export function* patchLines({ path, to = path, before, after, edits }: FileChange): Generator<string> {
  const hunks = noteDiff(before, after, edits);
  if (hunks.length === 0 && to === path) return;
  const [old, now] = [patchName(`a/${path}`), patchName(`b/${to}`)];
  yield `diff --git ${old} ${now}\n`;
  if (to !== path) yield* moveLines(path, to, hunks.length === 0);
  if (hunks.length === 0) return;
  yield `--- ${old}${nameEnd(path)}\n`;
  yield `+++ ${now}${nameEnd(to)}\n`;
  for (const hunk of hunks) yield* hunkLines(hunk);
}

/** How git says that a file is moved; one whose content stays is wholly similar. */
function* moveLines(from: string, to: string, isSame: boolean): Generator<string> {
  if (isSame) yield "similarity index 100%\n";
  yield `rename from ${patchName(from)}\n`;
  yield `rename to ${patchName(to)}\n`;
}

function* hunkLines({ before, after, lines }: DiffHunk): Generator<string> {
  const count = (kind: DiffLine["kind"]): string => String(lines.filter((line) => line.kind !== kind).length);
  yield `@@ -${String(before)},${count("added")} +${String(after)},${count("removed")} @@\n`;
  for (const { kind, text, isUnended } of lines) {
    yield `${marks[kind]}${text}\n`;
    if (isUnended) yield "\\ No newline at end of file\n";
  }
}

const marks = { same: " ", removed: "-", added: "+" } as const;

/** Behind a name that holds blanks a tab says where it ends (git's `diff`, and what `patch` expects of a name). */
function nameEnd(path: string): string {
  return path.includes(" ") && patchName(path) === path ? "\t" : "";
}

/** A name as git writes it: in quotes if it holds what would end it, each such character as an escape. */
function patchName(name: string): string {
  const escaped = Array.from(name, escapedInName).join("");
  return escaped === name ? name : `"${escaped}"`;
}

function escapedInName(character: string): string {
  if (character === '"' || character === "\\") return `\\${character}`;
  const code = character.charCodeAt(0);
  return code < 0x20 || code === 0x7f ? `\\${code.toString(8).padStart(3, "0")}` : character;
}

/** A change of a note as its file has it, which starts with a byte order mark. */
export function withMark({ before, after, edits, ...rest }: FileChange): FileChange {
  const moved = edits.map(({ from, to, insert }) => ({
    from: from + byteOrderMark.length,
    to: to + byteOrderMark.length,
    insert,
  }));
  return { ...rest, before: byteOrderMark + before, after: byteOrderMark + after, edits: moved };
}

/** What a file may start with, and no text of a note does. */
export const byteOrderMark = "\ufeff";
