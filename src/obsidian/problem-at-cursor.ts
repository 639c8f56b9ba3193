import type { Editor, EditorRange, TFile } from "obsidian";
import type { Diagnostic } from "../lint/diagnostic.ts";
import type { Fix } from "../rules/rule.ts";
import type { LiveVault } from "./live-vault.ts";

/** The problems of the text that an editor shows at this moment. */
export function problemsIn(editor: Editor, file: TFile, vault: LiveVault): readonly Diagnostic[] {
  vault.setText(file.path, editor.getValue());
  return vault.diagnostics(file.path);
}

/** Move the cursor to the next problem behind it, or the previous one before it; from the last to the first, and back. Gives the problem. */
export function goToProblem(
  editor: Editor,
  problems: readonly Diagnostic[],
  way: "next" | "previous",
): Diagnostic | null {
  const at = editor.posToOffset(editor.getCursor("from"));
  const found =
    way === "next"
      ? (problems.find(({ range }) => range.from > at) ?? problems[0])
      : (problems.findLast(({ range }) => range.from < at) ?? problems.at(-1));
  if (!found) return null;
  const range: EditorRange = {
    from: editor.offsetToPos(found.range.from),
    to: editor.offsetToPos(found.range.to),
  };
  editor.setSelection(range.from, range.to);
  editor.scrollIntoView(range, true);
  return found;
}

/** The first problem at the cursor or in the selection; null if there is none. */
export function problemAtCursor(editor: Editor, problems: readonly Diagnostic[]): Diagnostic | null {
  return problems.find(isAtCursor(editor)) ?? null;
}

/** The sure repair of a problem at the cursor; null if there is none. */
export function fixAtCursor(editor: Editor, problems: readonly Diagnostic[]): Fix | null {
  const text = editor.getValue();
  for (const diagnostic of problems.filter(isAtCursor(editor))) {
    const fix = diagnostic.fix(text);
    if (fix) return fix;
  }
  return null;
}

function isAtCursor(editor: Editor): (problem: Diagnostic) => boolean {
  const from = editor.posToOffset(editor.getCursor("from"));
  const to = editor.posToOffset(editor.getCursor("to"));
  return ({ range }) => range.from <= to && range.to >= from;
}

/** Apply a repair of the text that the editor shows now, as one step to undo. */
export function applyFix(editor: Editor, { edits }: Pick<Fix, "edits">): void {
  // All places are those before the change; from the last to the first, none moves another.
  const changes = [...edits]
    .sort((a, b) => b.from - a.from)
    .map(({ from, to, insert }) => ({
      from: editor.offsetToPos(from),
      to: editor.offsetToPos(to),
      text: insert,
    }));
  editor.transaction({ changes });
}
