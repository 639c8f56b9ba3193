import { Component, type App, type Vault } from "obsidian";
import { isNotePath } from "../../vault/names.ts";
import { movedSince, type MovedFiles } from "../../vault/moved-files.ts";
import type { NoteBatches } from "../batch/note-batches.ts";
import { openUndoJournal } from "../batch/undo-journal.ts";
import type { LiveVault } from "../live-vault.ts";
import { readNote, reasonOf } from "../read-note.ts";
import { Slices } from "../slices.ts";
import { editorsOf } from "../batch/open-note.ts";
import { hasStrayHtml, htmlLinkChange, type HtmlLinkChange } from "./html-link-changes.ts";
import { RenamedFiles } from "./renamed-files.ts";
import { texts } from "../texts.ts";
import { PluginNotice } from "../plugin-notice.ts";

/** How long the vault must be quiet after a rename, in milliseconds: by then the app has updated the links that it knows. */
const QUIET = 1000;

/** Where files were before they were renamed, by their paths of now. */
type Origins = ReadonlyMap<string, string>;

/**
 * Lets links in the HTML of notes, which the app does not know, follow files that are renamed or moved in the app. It waits until the vault
 * is quiet, resolves all of them as they were and as they are, and has those written that no longer lead where they led: at once
 * where the app updates links by itself, else when the user presses a button. All of it is one batch, which can be undone.
 *
 * Who has renamed a file is not told: sync and other plugins look like the user. Where files have been put in the place of
 * renamed ones meanwhile, nothing is done.
 */
export class FollowRenames extends Component {
  private readonly app: App;
  private readonly vault: LiveVault;
  private readonly batches: NoteBatches;
  private readonly quiet: number;
  private readonly renamed = new RenamedFiles();
  private readonly slices = new Slices();
  private timer = 0;
  private isAtWork = false;
  /** The user wants links to follow all that has been renamed by now. */
  private isAgreed = false;
  /** What the user has been asked about and not answered yet. */
  private asked: { readonly notice: PluginNotice; readonly origins: Origins } | null = null;

  constructor(app: App, vault: LiveVault, batches: NoteBatches, quiet = QUIET) {
    super();
    this.app = app;
    this.vault = vault;
    this.batches = batches;
    this.quiet = quiet;
  }

  /** Files have been renamed, and it has not been seen yet what follows. */
  get isBusy(): boolean {
    return this.isAtWork || !this.renamed.isEmpty;
  }

  override onload(): void {
    this.app.workspace.onLayoutReady(() => {
      this.registerEvent(
        this.app.vault.on("rename", (file, oldPath) => {
          // What has not been answered is asked anew, with that.
          this.takeBackQuestion();
          this.isAgreed = false;
          this.renamed.add(file, oldPath);
          this.wait();
        }),
      );
    });
    this.register(
      this.vault.onChange(() => {
        if (!this.renamed.isEmpty) this.wait();
      }),
    );
  }

  override onunload(): void {
    this.slices.stop();
    window.clearTimeout(this.timer);
    this.asked?.notice.hide();
  }

  private wait(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.follow().catch(sayWhy);
    }, this.quiet);
  }

  private async follow(): Promise<void> {
    const origins = this.renamed.origins();
    if (this.isAtWork || this.batches.isBusy || !isSeen(origins, this.vault, this.app.vault)) {
      this.wait();
      return;
    }
    this.isAtWork = true;
    try {
      await this.letFollow(origins);
    } catch (error) {
      this.renamed.clear();
      throw error;
    } finally {
      this.isAtWork = false;
    }
  }

  /** Write what is to be written by now, or ask whether to. What is worked out while more is renamed is of no use: it waits anew. */
  private async letFollow(origins: Origins): Promise<void> {
    const { count } = this.renamed;
    const isWanted = this.isAgreed || (await updatesLinks(this.app.vault));
    const files = movedSince(this.vault.index.files(), origins);
    const changes = files ? await this.changesFor(files, origins) : [];
    if (this.renamed.count !== count) {
      this.wait();
      return;
    }
    this.renamed.clear();
    this.isAgreed = false;
    if (files === null || changes.length === 0) return;
    if (isWanted) await this.write(changes, files, origins);
    else this.ask(changes, origins);
  }

  /** Ask in a notice that stays until it is answered or clicked away. */
  private ask(changes: readonly HtmlLinkChange[], origins: Origins): void {
    const links = changes.reduce((sum, each) => sum + each.links, 0);
    const notice = new PluginNotice(texts.renames.ask(links, changes.length), 0);
    this.asked = { notice, origins };
    notice.addButton(texts.renames.update(links), () => {
      this.takeBackQuestion();
      this.isAgreed = true;
      this.follow().catch(sayWhy);
    });
  }

  /** What was asked about is not done with. */
  private takeBackQuestion(): void {
    if (this.asked === null) return;
    this.asked.notice.hide();
    this.renamed.restore(this.asked.origins);
    this.asked = null;
  }

  private async changesFor(files: MovedFiles, origins: Origins): Promise<readonly HtmlLinkChange[]> {
    const changes: HtmlLinkChange[] = [];
    for (const note of [...this.vault.index.notes()]) {
      if (this.slices.spent()) await this.slices.pause();
      const origin = origins.get(note.path) ?? note.path;
      if (!hasStrayHtml(note, origin, files)) continue;
      const text = await this.textOf(note.path);
      const change = text === null ? null : htmlLinkChange(note.path, text, origin, files);
      if (change) changes.push(change);
    }
    return changes;
  }

  /** What an editor shows of a note, or else what its file says; null where neither can be had. */
  private async textOf(path: string): Promise<string | null> {
    const file = this.app.vault.getFileByPath(path);
    if (!file) return null;
    const [editor] = editorsOf(file, this.app);
    if (editor) return editor.getValue();
    const read = await readNote(file, this.app.vault);
    return "text" in read ? read.text : null;
  }

  private async write(
    changes: readonly HtmlLinkChange[],
    files: MovedFiles,
    origins: Origins,
  ): Promise<void> {
    const journal = await openUndoJournal(this.app);
    if (journal === null) throw new Error(texts.batches.cannotJournal);
    try {
      const remake = (path: string, text: string): HtmlLinkChange | null =>
        htmlLinkChange(path, text, origins.get(path) ?? path, files);
      const { written, left } = await this.batches.write(
        { command: texts.batches.commands.rename, changes, remake },
        journal,
      );
      const links = changes
        .filter(({ path }) => written.includes(path))
        .reduce((sum, each) => sum + each.links, 0);
      if (written.length > 0) new PluginNotice(texts.renames.updated(links, written.length));
      for (const why of new Set(left.map(({ message }) => message)))
        new PluginNotice(texts.renames.someLeft(left.filter(({ message }) => message === why).length, why));
    } finally {
      journal.close();
    }
  }
}

/** The index has seen all of it: what has come is there and has been read, and what has gone is not. */
function isSeen(origins: Origins, live: LiveVault, vault: Vault): boolean {
  const paths = [...origins.keys(), ...origins.values()];
  return paths.every(
    (path) => live.index.hasFile(path) === (vault.getFileByPath(path) !== null) && !isBeingRead(path, live),
  );
}

/** Whether a note is there of which nothing is known yet: not what it says, and not that it cannot be read. */
function isBeingRead(path: string, live: LiveVault): boolean {
  const { index } = live;
  return (
    isNotePath(path) &&
    index.hasFile(path) &&
    index.note(path) === null &&
    live.diagnostics(path).length === 0
  );
}

/** Whether the app is set to update links without asking. There is no other way to know than its own file (host.md). */
async function updatesLinks({ adapter, configDir }: Vault): Promise<boolean> {
  try {
    const settings: unknown = JSON.parse(await adapter.read(`${configDir}/app.json`));
    return (
      typeof settings === "object" &&
      settings !== null &&
      "alwaysUpdateLinks" in settings &&
      settings.alwaysUpdateLinks === true
    );
  } catch {
    return false;
  }
}

function sayWhy(error: unknown): void {
  new PluginNotice(texts.renames.failed(reasonOf(error)));
}
