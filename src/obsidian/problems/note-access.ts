import { MarkdownView, type App, type Editor, type TFile } from "obsidian";
import { applyEdits } from "../../text/edits.ts";
import type { TextEdit } from "../../text/range.ts";
import { applyFix } from "../problem-at-cursor.ts";
import { readNote } from "../read-note.ts";
import { replacedText, withoutMark } from "../write-text.ts";
import type { ProblemsSource } from "./problems-source.ts";
import { texts } from "../texts.ts";

/** The text of a note as an editor shows it or, if none does, as its file has it; null if it cannot be read. */
export async function currentText(file: TFile, app: App): Promise<string | null> {
  const editor = editorOf(file, app);
  if (editor) return editor.getValue();
  const read = await readNote(file, app.vault);
  return "text" in read ? read.text : null;
}

/**
 * Edit a note whose text was `text`: in the editor that shows it now, or else in the file. Nothing is written into another
 * text. Gives what was in the way, or null.
 */
export async function editNote(
  edits: readonly TextEdit[],
  text: string,
  file: TFile,
  app: App,
  source: ProblemsSource,
): Promise<string | null> {
  const { path } = file;
  if (app.vault.getFileByPath(path) !== file) return texts.shared.gone(path);
  const editor = editorOf(file, app);
  if (editor) {
    if (editor.getValue() !== text) return texts.problems.changed(path);
    applyFix(editor, { edits });
    source.setText(path, editor.getValue());
    return null;
  }
  const edited = applyEdits(text, edits);
  const written = await app.vault.process(file, (now) => replacedText(now, text, edited));
  return withoutMark(written) === edited ? null : texts.problems.changed(path);
}

/** An editor that has the file open. */
function editorOf(file: TFile, { workspace }: App): Editor | null {
  for (const { view } of workspace.getLeavesOfType("markdown"))
    if (view instanceof MarkdownView && view.file === file) return view.editor;
  return null;
}
