import { ConfirmationModal, type App } from "obsidian";
import { changedLines } from "../../text/changed-lines.ts";
import { reasonOf } from "../read-note.ts";
import { texts } from "../texts.ts";
import { PluginNotice } from "../plugin-notice.ts";

/** A change of one file that has not been made. */
export interface PlannedChange {
  readonly title: string;
  readonly path: string;
  /** The text that the change was made for; null where there is no such file yet. */
  readonly before: string | null;
  readonly after: string;
  /** Says above the lines what they come from. */
  readonly about?: (el: HTMLElement) => void;
  /** Write it if the file still says `before`. Gives what is in the way, or null. */
  readonly write: () => Promise<string | null>;
}

/** Show the lines that a change takes away and brings; it is made when the user says so, and one notice tells the outcome. */
export function confirmChange(app: App, planned: PlannedChange): void {
  const { title, path, before, after } = planned;
  const modal = new ConfirmationModal(app).setTitle(title);
  planned.about?.(modal.contentEl);
  modal.contentEl.createEl("p", {
    cls: "linkage-said",
    text: before === null ? texts.problems.willCreate(path) : texts.problems.willChange(path),
  });
  const lines = modal.contentEl.createEl("pre", {
    cls: "linkage-change",
    // It scrolls, so that keys must reach it.
    attr: { tabindex: "0", role: "group", "aria-label": texts.problems.changedLines },
  });
  for (const { kind, text } of changedLines(before ?? "", after)) {
    const sign = kind === "added" ? "+" : "-";
    lines.createDiv({ cls: `linkage-change-${kind}`, text: `${sign} ${text}` });
  }
  modal
    .addButton((button) =>
      button
        .setButtonText(texts.problems.write)
        .setCta()
        .setInitialFocus()
        .onClick(() => make(planned)),
    )
    .addCancelButton();
  modal.open();
  // What has the focus lies below, and may have been brought into sight.
  for (const el of [modal.modalEl, modal.contentEl]) el.scrollTop = 0;
}

async function make({ path, write }: PlannedChange): Promise<void> {
  try {
    new PluginNotice((await write()) ?? texts.problems.written(path));
  } catch (error) {
    new PluginNotice(texts.shared.failed(reasonOf(error)));
  }
}
