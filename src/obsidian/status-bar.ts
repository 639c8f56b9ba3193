import { Component, type Workspace } from "obsidian";
import { isNotePath } from "../vault/names.ts";
import type { LiveVault } from "./live-vault.ts";
import { countProblems } from "./problem-count.ts";
import { showCounts } from "./severity-counts.ts";

/** The problems of the active note in the status bar, by severity. Hidden where there is no note. */
export class StatusBar extends Component {
  private readonly el: HTMLElement;
  private readonly workspace: Workspace;
  private readonly vault: LiveVault;
  private readonly open: (path: string) => Promise<void>;
  private isReady = false;

  /** @param open shows the problems of a note; called by a click, Enter or Space */
  constructor(
    el: HTMLElement,
    workspace: Workspace,
    vault: LiveVault,
    open: (path: string) => Promise<void>,
  ) {
    super();
    this.el = el;
    this.workspace = workspace;
    this.vault = vault;
    this.open = open;
  }

  override onload(): void {
    this.el.addClasses(["linkage-status", "mod-clickable"]);
    this.el.setAttr("role", "button");
    const draw = (): void => {
      this.draw();
    };
    this.el.setAttr("tabindex", "0");
    const openNote = (): void => {
      const path = this.workspace.getActiveFile()?.path;
      if (path !== undefined) void this.open(path);
    };
    this.registerDomEvent(this.el, "click", openNote);
    this.registerDomEvent(this.el, "keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      if (!event.repeat) openNote();
    });
    this.registerEvent(this.workspace.on("file-open", draw));
    this.registerEvent(this.workspace.on("active-leaf-change", draw));
    this.register(
      this.vault.onChange((affected) => {
        const path = this.workspace.getActiveFile()?.path;
        if (path !== undefined && affected.has(path)) this.draw();
      }),
    );
    void this.vault.ready.then(() => {
      this.isReady = true;
      this.draw();
    });
    this.draw();
  }

  override onunload(): void {
    this.el.remove();
  }

  private draw(): void {
    const path = this.workspace.getActiveFile()?.path;
    const isShown = this.isReady && path !== undefined && isNotePath(path);
    this.el.toggle(isShown);
    if (!isShown) return;
    showCounts(this.el, countProblems(this.vault.diagnostics(path)));
  }
}
