import { MarkdownView, Notice, type App, type Editor, type TFile } from "obsidian";
import type { Diagnostic } from "../../lint/diagnostic.ts";
import type { Fix } from "../../rules/rule.ts";
import { applyEdits } from "../../text/edits.ts";
import { applyFix } from "../problem-at-cursor.ts";
import { readNote } from "../read-note.ts";
import { repairsOf } from "../repair.ts";
import { problemInText } from "./linted-text.ts";
import type { ProblemsSource } from "./problems-source.ts";
import { texts } from "./texts.ts";

/** A repair of a problem, and how to do it. */
export interface Repair {
  readonly title: string;
  readonly apply: () => Promise<void>;
}

/** What can be done about a listed problem, the sure repair first; nothing if the problem is no longer there. */
export async function repairsFor(
  listed: Diagnostic,
  app: App,
  source: ProblemsSource,
): Promise<readonly Repair[]> {
  const file = app.vault.getFileByPath(listed.path);
  if (!file) return [];
  const editor = editorOf(file, app);
  const read = editor ? { text: editor.getValue() } : await readNote(file, app.vault);
  if (!("text" in read)) return [];
  const { text } = read;
  const problem = problemInText(listed, text, source);
  if (!problem) return [];
  return repairsOf(problem, text).map((fix) => ({
    title: fix.title,
    apply: () => repair(fix, text, file, app, source),
  }));
}

/** Apply a repair of `text`: in the editor that shows the note now, or else in the file. Nothing is written into another text. */
async function repair(fix: Fix, text: string, file: TFile, app: App, source: ProblemsSource): Promise<void> {
  const { path } = file;
  if (app.vault.getFileByPath(path) !== file) {
    new Notice(texts.noFile(path));
    return;
  }
  const editor = editorOf(file, app);
  if (editor) {
    if (editor.getValue() !== text) {
      new Notice(texts.changed(path));
      return;
    }
    applyFix(editor, fix);
    source.setText(path, editor.getValue());
    return;
  }
  const repaired = applyEdits(text, fix.edits);
  const written = await app.vault.process(file, (now) => {
    const mark = byteOrderMarkOf(now);
    return now.slice(mark.length) === text ? mark + repaired : now;
  });
  if (written.slice(byteOrderMarkOf(written).length) !== repaired) new Notice(texts.changed(path));
}

/** What the app may leave in front of a text, and what must stay there. */
function byteOrderMarkOf(text: string): string {
  return text.startsWith("\ufeff") ? "\ufeff" : "";
}

/** An editor that has the file open. */
function editorOf(file: TFile, { workspace }: App): Editor | null {
  for (const { view } of workspace.getLeavesOfType("markdown"))
    if (view instanceof MarkdownView && view.file === file) return view.editor;
  return null;
}
