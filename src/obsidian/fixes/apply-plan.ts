import { ConfirmationModal, type App } from "obsidian";
import type { BatchFix, BatchProgress } from "../../lint/fix-batch.ts";
import type { BatchReport, LeftNote } from "../../report/batch-report.ts";
import type { NoteBatches } from "../batch/note-batches.ts";
import { troubles } from "../batch/troubles.ts";
import { texts } from "../texts.ts";
import { openUndoJournal } from "../batch/undo-journal.ts";
import type { Slices } from "../slices.ts";
import type { FixPlan } from "./fix-plan.ts";

/** What is told and asked on the way. */
export interface ApplyHooks {
  readonly planning: (progress: BatchProgress) => void;
  readonly writing: (done: number, total: number) => void;
  readonly isCancelled: () => boolean;
}

/** What has come of a plan. */
export interface Applied extends BatchReport {
  /** It was put down how to undo it. */
  readonly canUndo: boolean;
}

/**
 * Write what is chosen of a plan, once all of it has been looked at together as the vault is now. Where it cannot be undone
 * afterwards, the user is asked first. Gives what was written and what was not; null if the user did not want it.
 * @param slices where they are stopped before anything is written, this does not end
 */
export async function applyPlan(
  app: App,
  plan: FixPlan,
  batches: NoteBatches,
  slices: Slices,
  { planning, writing, isCancelled }: ApplyHooks,
): Promise<Applied | null> {
  const batch = await plan.settle(slices, planning);
  const journal = await openUndoJournal(app);
  try {
    if (journal === null && !(await isWantedWithoutUndo(app))) return null;
    writing(0, batch.fixes.length);
    const byPath = new Map(batch.fixes.map((fix) => [fix.path, fix]));
    const report = await batches.write(
      {
        command: texts.batches.commands.fix,
        changes: batch.fixes.filter(({ before, after }) => before !== after),
        remake: (path, text) => {
          const fix = byPath.get(path);
          return fix ? plan.remake(fix, text) : null;
        },
        progress: writing,
        isCancelled,
      },
      journal,
    );
    const left = [...leftBefore(batch, plan), ...report.left];
    return { written: report.written, left, canUndo: journal !== null };
  } finally {
    journal?.close();
  }
}

/** Notes that something was chosen of, and that are left before anything is written. */
function leftBefore({ fixes, unread }: BatchFix, plan: FixPlan): readonly LeftNote[] {
  const changed = unread
    .filter((path) => plan.notes.has(path))
    .map((path) => ({ path, ...troubles.changed }));
  const refused = fixes.flatMap(({ path, obstacle }): readonly LeftNote[] =>
    obstacle === null ? [] : [{ path, why: "changed", message: obstacle }],
  );
  return [...changed, ...refused];
}

function isWantedWithoutUndo(app: App): Promise<boolean> {
  return new Promise((resolve) => {
    const modal = new ConfirmationModal(app).setTitle(texts.fixes.noJournalTitle);
    modal.contentEl.createEl("p", { cls: "linkage-said", text: texts.fixes.noJournal });
    modal
      .addButton((button) =>
        button
          .setButtonText(texts.fixes.applyAnyway)
          .setDestructive()
          .onClick(() => {
            resolve(true);
          }),
      )
      .addCancelButton();
    modal.setCloseCallback(() => {
      resolve(false);
    });
    modal.open();
  });
}
