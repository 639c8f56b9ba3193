import type { Editor, EditorRange } from "obsidian";
import { fixFor, type Diagnostic } from "../lint/diagnostic.ts";
import type { Fix } from "../rules/rule.ts";
import type { TextRange } from "../text/range.ts";
import { repairsOf } from "./repair.ts";

/** The next problem behind the cursor, or the previous one before it; behind the last the first, and back. Null if there is none. */
export function problemFrom(
  editor: Editor,
  problems: readonly Diagnostic[],
  way: "next" | "previous",
): Diagnostic | null {
  const at = editor.posToOffset(editor.getCursor("from"));
  const found =
    way === "next"
      ? (problems.find(({ range }) => range.from > at) ?? problems[0])
      : (problems.findLast(({ range }) => range.from < at) ?? problems.at(-1));
  return found ?? null;
}

/** Select a range, and have it in sight. */
export function selectRange(editor: Editor, { from, to }: TextRange): void {
  const range: EditorRange = { from: editor.offsetToPos(from), to: editor.offsetToPos(to) };
  editor.setSelection(range.from, range.to);
  editor.scrollIntoView(range, true);
}

/** The problems at the cursor or in the selection. */
export function problemsAtCursor(editor: Editor, problems: readonly Diagnostic[]): readonly Diagnostic[] {
  const from = editor.posToOffset(editor.getCursor("from"));
  const to = editor.posToOffset(editor.getCursor("to"));
  return problems.filter(({ range }) => range.from <= to && range.to >= from);
}

/** What can be done about a problem, and the rule that it comes from. */
export interface RuleRepair {
  readonly fix: Fix;
  readonly rule: string;
  /** It keeps the meaning; else it is for the author to choose. */
  readonly isSure: boolean;
}

/** What can be done about problems in `text`, the text they were found in: of each the sure repair first. */
export function repairsOfAll(problems: readonly Diagnostic[], text: string): readonly RuleRepair[] {
  return problems.flatMap((problem) => {
    const sure = fixFor(problem, text);
    return repairsOf(problem, text).map((fix) => ({
      fix,
      rule: problem.rule,
      isSure: fix.title === sure?.title,
    }));
  });
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
