import { ButtonComponent, Modal, ProgressBarComponent, type App } from "obsidian";
import type { LiveVault } from "../live-vault.ts";
import { reasonOf } from "../read-note.ts";
import { Slices } from "../slices.ts";
import { compareVault, type VaultComparison } from "./compare-vault.ts";
import { comparisonMarkdown, comparisonSummary, sayDifference } from "./comparison-text.ts";
import type { NoteDifferences } from "./link-differences.ts";
import { texts } from "../texts.ts";
import { PluginNotice } from "../plugin-notice.ts";

/** How many notes are listed at a time. */
const PAGE = 100;

/** Compares the links of the vault with the app's, and lists where they differ. Closing it ends the work. Writes nothing. */
export class CompareModal extends Modal {
  private readonly vault: LiveVault;
  private readonly slices = new Slices();
  private isClosed = false;

  constructor(app: App, vault: LiveVault) {
    super(app);
    this.vault = vault;
    this.setTitle(texts.commands.compareLinks);
  }

  override onOpen(): void {
    this.contentEl.addClass("linkage-compare");
    this.compare().catch((error: unknown) => {
      this.contentEl.setText(texts.compare.failed(reasonOf(error)));
    });
  }

  override onClose(): void {
    this.isClosed = true;
    this.slices.stop();
    this.contentEl.empty();
  }

  private async compare(): Promise<void> {
    const bar = new ProgressBarComponent(this.contentEl.createDiv({ cls: "linkage-progress" }));
    const comparison = await compareVault(this.app, this.vault, this.slices, (share) => {
      bar.setValue(Math.floor(share * 100));
    });
    if (!this.isClosed) this.show(comparison);
  }

  private show(comparison: VaultComparison): void {
    const { contentEl } = this;
    contentEl.empty();
    const status = contentEl.createDiv({ attr: { role: "status" } });
    for (const line of comparisonSummary(comparison)) status.createDiv({ cls: "linkage-said", text: line });
    new ButtonComponent(contentEl.createDiv({ cls: "linkage-compare-actions" }))
      .setButtonText(texts.shared.copyAsMarkdown)
      .onClick(async () => {
        await copy(comparisonMarkdown(comparison), contentEl.win.navigator.clipboard);
      });
    this.showNotes(comparison.differing);
  }

  /** A page of notes, and a button for the next one. Gives the link to the page's first note. */
  private showNotes(notes: readonly NoteDifferences[]): HTMLElement | undefined {
    const [first] = notes.slice(0, PAGE).map((note) => this.showNote(note));
    const rest = notes.slice(PAGE);
    if (rest.length > 0) {
      const more = new ButtonComponent(this.contentEl).setButtonText(texts.shared.moreNotes(rest.length));
      more.onClick(() => {
        more.buttonEl.remove();
        this.showNotes(rest)?.focus();
      });
    }
    return first;
  }

  /** Gives the link to the note. */
  private showNote({ path, differences }: NoteDifferences): HTMLElement {
    const heading = this.contentEl.createEl("h4");
    const link = heading.createEl("a", { text: path, href: "#" });
    link.onClickEvent((event) => {
      event.preventDefault();
      this.close();
      void this.app.workspace.openLinkText(path, "");
    });
    const list = this.contentEl.createEl("ul");
    for (const difference of differences) {
      list.createEl("li", { cls: "linkage-said", text: sayDifference(difference, (text) => `"${text}"`) });
    }
    return link;
  }
}

async function copy(text: string, clipboard: Clipboard): Promise<void> {
  try {
    await clipboard.writeText(text);
    new PluginNotice(texts.compare.copied);
  } catch (error) {
    new PluginNotice(texts.shared.failed(reasonOf(error)));
  }
}
