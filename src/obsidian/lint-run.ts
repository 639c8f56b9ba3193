import type { LiveVault } from "./live-vault.ts";
import { sumOf } from "../report/problem-table.ts";
import { eachInSteps, type Steps } from "../text/steps.ts";
import { isNotePath } from "../vault/names.ts";
import { ProgressNotice } from "./progress-notice.ts";
import { inSlices, Slices } from "./slices.ts";
import { texts } from "./texts.ts";
import { PluginNotice } from "./plugin-notice.ts";

/** How long the result stays on screen, in milliseconds. */
const RESULT_STAYS = 8000;

/**
 * Lints the whole vault while a notice says how far it is, and with a button to cancel. It never takes more than a slice of
 * time at once, and writes nothing.
 */
export class LintRun {
  private readonly vault: LiveVault;
  private readonly slices = new Slices();
  private readonly notice: ProgressNotice;
  private isCancelled = false;

  constructor(vault: LiveVault) {
    this.vault = vault;
    this.notice = new ProgressNotice(texts.lintRun.linting, () => {
      this.cancel();
      new PluginNotice(texts.lintRun.cancelled);
    });
  }

  /** Lint all notes and say what there is. Gives whether it got to the end; does not end if it is cancelled on the way. */
  async run(): Promise<boolean> {
    await this.vault.ready;
    const result = this.isCancelled ? null : await this.lintAll();
    if (result === null) return false;
    this.notice.hide();
    new PluginNotice(result, RESULT_STAYS);
    // To open the view takes a slice of its own.
    await this.slices.pause();
    return true;
  }

  /** Stop, and leave nothing behind. */
  cancel(): void {
    this.isCancelled = true;
    this.slices.stop();
    this.notice.hide();
  }

  /** The result in words; null if it was cancelled. */
  private async lintAll(): Promise<string | null> {
    const { found } = this.vault;
    const steps = found.lookInSteps();
    let most = 0;
    while (steps.next().done !== true) {
      if (!this.slices.spent()) continue;
      most = Math.max(most, found.left);
      this.notice.show(most - found.left, most);
      await this.slices.pause();
      if (this.wasCancelled()) return null;
    }
    return await inSlices(this.result(), this.slices);
  }

  private *result(): Steps<string> {
    const { table } = this.vault.found;
    const files = yield* countPaths(table.paths());
    const linted = yield* countPaths(this.vault.linted());
    const total = table.countBySeverity();
    if (linted.all === 0 && sumOf(total) === 0) return texts.lintRun.noNotes;
    return texts.lintRun.result({
      ...total,
      notes: linted.notes,
      notesWithProblems: files.notes,
      filesWithProblems: files.all - files.notes,
    });
  }

  /** Others may cancel while this waits. */
  private wasCancelled(): boolean {
    return this.isCancelled;
  }
}

/** How many paths there are, and how many of them are of notes, in steps. */
function* countPaths(paths: Iterable<string>): Steps<{ readonly all: number; readonly notes: number }> {
  let all = 0;
  let notes = 0;
  yield* eachInSteps(paths, (path) => {
    all++;
    if (isNotePath(path)) notes++;
  });
  return { all, notes };
}
