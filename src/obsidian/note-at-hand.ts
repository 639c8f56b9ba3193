import { MarkdownView, type Editor, type TFile, type Workspace, type WorkspaceLeaf } from "obsidian";
import { isNotePath } from "../vault/names.ts";

/** The note that a command speaks of. */
export interface NoteAtHand {
  readonly file: TFile;
  /** In reading view, the one that would show the note. */
  readonly editor: Editor;
  /** The note's text as it is shown. */
  readonly text: string;
  readonly isReading: boolean;
  /** The tab that it is in; null for an editor elsewhere, as on a canvas. */
  readonly leaf: WorkspaceLeaf | null;
}

/** The note in the active editor or view or, where that is none of a note (as the problems view), in the one that was active last. */
export function noteAtHand(workspace: Workspace): NoteAtHand | null {
  const { activeEditor } = workspace;
  const view =
    workspace.getActiveViewOfType(MarkdownView) ??
    (activeEditor?.editor ? activeEditor : workspace.getMostRecentLeaf()?.view);
  if (view instanceof MarkdownView) return ofView(view);
  const { editor, file } = activeEditor ?? {};
  if (!editor || !isNote(file)) return null;
  return { file, editor, text: editor.getValue(), isReading: false, leaf: null };
}

/** Have the note's tab active and an editor in it; gives the note with its text of then, or null if it has gone. */
export async function inEditor(note: NoteAtHand, workspace: Workspace): Promise<NoteAtHand | null> {
  const { leaf } = note;
  if (!leaf) return note;
  const viewState = leaf.getViewState();
  if (note.isReading)
    await leaf.setViewState({ ...viewState, state: { ...viewState.state, mode: "source" } });
  workspace.setActiveLeaf(leaf, { focus: true });
  return leaf.view instanceof MarkdownView ? ofView(leaf.view) : null;
}

function ofView(view: MarkdownView): NoteAtHand | null {
  const { file, editor, leaf } = view;
  if (!isNote(file)) return null;
  return { file, editor, text: view.getViewData(), isReading: view.getMode() === "preview", leaf };
}

/** Whether a file is a note. */
export function isNote(file: TFile | null | undefined): file is TFile {
  return file != null && isNotePath(file.path);
}
