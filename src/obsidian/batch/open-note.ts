import { MarkdownView, type App, type Editor, type TFile } from "obsidian";
import type { Trouble } from "../../report/batch-report.ts";
import { readNote } from "../read-note.ts";
import { withLineFeeds } from "./line-feeds.ts";
import { troubles } from "./troubles.ts";

/** A note as it can be written at this moment. */
export interface OpenNote {
  readonly file: TFile;
  /** What its editors show, with line feeds, or else what its file says, without byte order mark. */
  readonly text: string;
  /** All editors that show it, in whatever window; if there are none, its file is written. */
  readonly editors: readonly Editor[];
}

/**
 * The note at `path` as it is at hand: in editors, or in its file. A tab that has not been loaded yet has no editor, and one
 * in reading view none that is known to be up to date. Where tabs show different texts, or one that is not in the file yet,
 * there is no telling which is meant.
 */
export async function openNote(path: string, app: App): Promise<OpenNote | Trouble> {
  const file = app.vault.getFileByPath(path);
  if (!file) return troubles.vanished;
  const editors = editorsOf(file, app);
  const [first] = editors;
  const text = first ? first.getValue() : await textOf(file, app);
  // It may have gone while it was read.
  if (app.vault.getFileByPath(path) !== file) return troubles.vanished;
  if (typeof text !== "string") return text;
  const isOneText = editors.every((editor) => editor.getValue() === text);
  return isOneText && isRead(file, text, app) ? { file, text, editors } : troubles.unsaved;
}

async function textOf(file: TFile, app: App): Promise<string | Trouble> {
  const read = await readNote(file, app.vault);
  return "text" in read ? read.text : { why: "not-text", message: read.problem.message };
}

/** Every editor that a file is open in: those of tabs, in all windows, and the active one, which may be on a canvas. */
export function editorsOf(file: TFile, app: App): readonly Editor[] {
  const editors = viewsOf(file, app).flatMap((view) => (view.getMode() === "preview" ? [] : [view.editor]));
  const active = app.workspace.activeEditor;
  if (active?.editor && active.file === file && !(active instanceof MarkdownView))
    editors.push(active.editor);
  return [...new Set(editors)];
}

/** Whether the tabs in reading view show this text, line ends aside. */
function isRead(file: TFile, text: string, app: App): boolean {
  const wanted = withLineFeeds(text);
  return viewsOf(file, app)
    .filter((view) => view.getMode() === "preview")
    .every((view) => withLineFeeds(view.getViewData()) === wanted);
}

function viewsOf(file: TFile, { workspace }: App): readonly MarkdownView[] {
  return workspace
    .getLeavesOfType("markdown")
    .flatMap(({ view }) => (view instanceof MarkdownView && view.file === file ? [view] : []));
}
