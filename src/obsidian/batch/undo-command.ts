import { Modal, type App, type Plugin } from "obsidian";
import type { LeftNote } from "../../report/batch-report.ts";
import type { UndoReport } from "../../report/undo-text.ts";
import { ProgressNotice } from "../progress-notice.ts";
import { reasonOf } from "../read-note.ts";
import type { NoteBatches } from "./note-batches.ts";
import { texts } from "../texts.ts";
import { openUndoJournal } from "./undo-journal.ts";
import { PluginNotice } from "../plugin-notice.ts";

/** Add the command that undoes the last batch. */
export function addUndoCommand(plugin: Plugin, batches: NoteBatches): void {
  plugin.addCommand({
    id: "undo-batch",
    name: texts.commands.undoBatch,
    callback: () => void undoLastBatch(plugin.app, batches),
  });
}

/**
 * Undo the last batch while a notice says how far that is, and tell what has come of it: the notes that were left are listed.
 * Gives the report; null where there was nothing to undo, or it could not be.
 */
export async function undoLastBatch(app: App, batches: NoteBatches): Promise<UndoReport | null> {
  let isCancelled = false;
  const notice = new ProgressNotice(texts.batches.undoing, () => {
    isCancelled = true;
  });
  const journal = await openUndoJournal(app);
  try {
    if (!journal) throw new Error(texts.batches.noJournal);
    const report = await batches.undoLast(journal, {
      progress: (done, total) => {
        notice.show(done, total);
      },
      isCancelled: () => isCancelled,
    });
    if (report) tell(report, app);
    else new PluginNotice(texts.batches.nothingToUndo);
    return report;
  } catch (error) {
    new PluginNotice(texts.batches.notUndone(reasonOf(error)));
    return null;
  } finally {
    journal?.close();
    notice.hide();
  }
}

function tell(report: UndoReport, app: App): void {
  if (report.left.length === 0) new PluginNotice(texts.batches.undid(report));
  else {
    const modal = new Modal(app).setTitle(texts.batches.someLeft(report.left.length));
    modal.contentEl.createEl("p", { cls: "linkage-said", text: texts.batches.undid(report) });
    listLeftNotes(modal.contentEl, report.left);
    modal.open();
  }
}

/** The notes that a batch has left as they are, those of one reason together. */
export function listLeftNotes(parent: HTMLElement, left: readonly LeftNote[]): void {
  for (const message of new Set(left.map((note) => note.message))) {
    const paths = left.filter((note) => note.message === message).map(({ path }) => path);
    parent.createEl("p", { cls: "linkage-said", text: texts.batches.left(paths.length, message) });
    const list = parent.createEl("ul");
    for (const path of paths) list.createEl("li", { text: path });
  }
}
