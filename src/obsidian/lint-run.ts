import type { LiveVault } from "./live-vault.ts";
import { countProblems } from "./problem-count.ts";
import { isNotePath } from "../vault/names.ts";
import { ProgressNotice } from "./progress-notice.ts";
import { Slices } from "./slices.ts";
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
    const paths = await this.allPaths();
    const total = { ...countProblems(this.vault.configMistakes()) };
    let notes = 0;
    let notesWithProblems = 0;
    let filesWithProblems = total.error + total.warning + total.info > 0 ? 1 : 0;
    for (const [done, path] of paths.entries()) {
      const { error, warning, info } = countProblems(this.vault.diagnostics(path));
      total.error += error;
      total.warning += warning;
      total.info += info;
      const hasProblems = error + warning + info > 0;
      if (isNotePath(path)) notes += 1;
      if (hasProblems && isNotePath(path)) notesWithProblems += 1;
      else if (hasProblems) filesWithProblems += 1;
      if (!this.slices.spent()) continue;
      this.notice.show(done, paths.length);
      await this.slices.pause();
      if (this.wasCancelled()) return null;
    }
    if (paths.length === 0 && filesWithProblems === 0) return texts.lintRun.noNotes;
    return texts.lintRun.result({ ...total, notes, notesWithProblems, filesWithProblems });
  }

  private async allPaths(): Promise<readonly string[]> {
    const paths: string[] = [];
    for (const path of this.vault.linted()) {
      paths.push(path);
      if (this.slices.spent()) await this.slices.pause();
    }
    return paths;
  }

  /** Others may cancel while this waits. */
  private wasCancelled(): boolean {
    return this.isCancelled;
  }
}
