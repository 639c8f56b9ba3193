import { MarkdownView, type App, type WorkspaceLeaf } from "obsidian-test-mocks/obsidian";
import { NoteBatches, type Batch } from "../../../src/obsidian/batch/note-batches.ts";
import { openUndoJournal, type UndoJournal } from "../../../src/obsidian/batch/undo-journal.ts";
import type { BatchReport } from "../../../src/report/batch-report.ts";
import type { UndoReport } from "../../../src/report/undo-text.ts";
import { applyEdits } from "../../../src/text/edits.ts";
import { fileAt, original } from "../app.ts";

/** Replace the first `from` of a text by `to`, in as many notes as there are. */
export interface Change {
  readonly path: string;
  readonly before: string;
  readonly from: string;
  readonly to: string;
}

/** What the file at `path` says. */
export function said(app: App, path: string): Promise<string> {
  return app.vault.read(fileAt(app, path));
}

/** Open a note in a new tab with an editor, as the app does: with LF for each line end. */
export async function openInEditor(app: App, path: string): Promise<MarkdownView> {
  const leaf: WorkspaceLeaf = app.workspace.getLeaf("tab");
  const view = MarkdownView.create2__(leaf);
  view.file = fileAt(app, path);
  view.data = (await said(app, path)).replaceAll(/\r\n?/g, "\n");
  view.editor.setValue(view.data);
  await leaf.setViewState({ type: "markdown" });
  leaf.view = view.asOriginalType7__();
  return view;
}

/** A batch that makes these changes. */
export function batchOf(changes: readonly Change[], more: Partial<Batch> = {}): Batch {
  const made = (path: string, before: string, { from, to }: Change) => {
    const at = before.indexOf(from);
    const edits = [{ from: at, to: at + from.length, insert: to }];
    return { path, before, after: applyEdits(before, edits), edits };
  };
  return {
    command: "fix",
    changes: changes.map((change) => made(change.path, change.before, change)),
    remake: (path, text) => {
      const change = changes.find((each) => each.path === path);
      return change ? made(path, text, change) : null;
    },
    ...more,
  };
}

/** The batches of an app; what they show in editors is thrown away. */
export function batchesOf(app: App): NoteBatches {
  return new NoteBatches(original(app), () => undefined);
}

/** Do something with the journal of an app's vault, opened anew as after a restart. */
export async function withJournal<T>(
  app: App,
  act: (journal: UndoJournal) => Promise<T>,
  mostBytes?: number,
): Promise<T> {
  const journal = await openUndoJournal(original(app), mostBytes);
  if (!journal) throw new RangeError("There is no journal");
  try {
    return await act(journal);
  } finally {
    journal.close();
  }
}

/** Write a batch, journaled. */
export function write(app: App, batch: Batch): Promise<BatchReport> {
  return withJournal(app, (journal) => batchesOf(app).write(batch, journal));
}

/** Undo the last batch, as after a restart. */
export function undo(app: App): Promise<UndoReport | null> {
  return withJournal(app, (journal) => batchesOf(app).undoLast(journal));
}
