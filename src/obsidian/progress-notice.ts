import { ProgressBarComponent } from "obsidian";
import { texts } from "./texts.ts";
import { PluginNotice } from "./plugin-notice.ts";

/** A notice that says how far something is, with a button to cancel it. It stays until it is hidden. */
export class ProgressNotice {
  private readonly notice: PluginNotice;
  private readonly bar: ProgressBarComponent;

  /** @param cancel is called when the user wants an end of it */
  constructor(message: string, cancel: () => void) {
    this.notice = new PluginNotice(message, 0);
    this.bar = new ProgressBarComponent(this.notice.messageEl.createDiv({ cls: "linkage-progress" }));
    this.notice.addButton(texts.shared.cancel, cancel);
  }

  /** `done` of `total` is done. */
  show(done: number, total: number): void {
    this.bar.setValue(Math.floor((done / Math.max(1, total)) * 100));
  }

  hide(): void {
    this.notice.hide();
  }
}
