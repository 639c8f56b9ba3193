import { Component, MarkdownView, type Workspace } from "obsidian";
import { isNotePath } from "../vault/names.ts";
import type { LiveVault } from "./live-vault.ts";
import { countProblems } from "./problem-count.ts";
import { showCounts } from "./severity-counts.ts";

/**
 * The problems of each open note as an action of its view, where there is no status bar: how many of each
 * severity. A tap opens the problems view on the note. All go when it is unloaded.
 */
export class NoteActions extends Component {
  private readonly workspace: Workspace;
  private readonly vault: LiveVault;
  private readonly open: (path: string) => Promise<void>;
  private elements = new Set<HTMLElement>();
  private readonly elementOf = new WeakMap<MarkdownView, HTMLElement>();
  private isReady = false;

  /** @param open shows the problems of a note */
  constructor(workspace: Workspace, vault: LiveVault, open: (path: string) => Promise<void>) {
    super();
    this.workspace = workspace;
    this.vault = vault;
    this.open = open;
  }

  override onload(): void {
    const draw = (): void => {
      this.draw();
    };
    this.registerEvent(this.workspace.on("layout-change", draw));
    this.registerEvent(this.workspace.on("file-open", draw));
    this.register(this.vault.onChange(draw));
    let isLoaded = true;
    this.register(() => {
      isLoaded = false;
    });
    void this.vault.ready.then(() => {
      this.isReady = isLoaded;
      this.draw();
    });
  }

  override onunload(): void {
    this.isReady = false;
    for (const el of this.elements) el.remove();
    this.elements.clear();
  }

  private draw(): void {
    if (!this.isReady) return;
    const drawn = new Set<HTMLElement>();
    for (const { view } of this.workspace.getLeavesOfType("markdown")) {
      // One that is deferred has another view.
      if (view instanceof MarkdownView) drawn.add(this.drawIn(view));
    }
    for (const el of this.elements) if (!drawn.has(el)) el.remove();
    this.elements = drawn;
  }

  private drawIn(view: MarkdownView): HTMLElement {
    let el = this.elementOf.get(view);
    if (!el) {
      el = view.addAction("check", "", () => {
        if (view.file) void this.open(view.file.path);
      });
      el.addClass("linkage-note-action");
      this.elementOf.set(view, el);
    }
    const path = view.file?.path ?? "";
    el.toggle(isNotePath(path));
    showCounts(el, countProblems(this.vault.diagnostics(path)));
    return el;
  }
}
