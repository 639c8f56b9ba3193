import { Component, setIcon, type Workspace } from "obsidian";
import { formatCount } from "../report/count.ts";
import { severities } from "../rules/rule.ts";
import { isNotePath } from "../vault/names.ts";
import type { LiveVault } from "./live-vault.ts";
import { countProblems, sayProblems } from "./problem-count.ts";
import { severityIcons } from "./severity-icons.ts";

/** The problems of the active note in the status bar, by severity. Hidden where there is no note. */
export class StatusBar extends Component {
  private readonly el: HTMLElement;
  private readonly workspace: Workspace;
  private readonly vault: LiveVault;
  private readonly open: (path: string) => Promise<void>;
  private isReady = false;

  /** @param open shows the problems of a note; called by a click */
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
    this.registerDomEvent(this.el, "click", () => {
      const path = this.workspace.getActiveFile()?.path;
      if (path !== undefined) void this.open(path);
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
    const count = countProblems(this.vault.diagnostics(path));
    this.el.empty();
    this.el.setAttr("aria-label", `${sayProblems(count)} in this note`);
    const shown = severities.filter((severity) => count[severity] > 0);
    if (shown.length === 0) setIcon(this.el.createSpan({ cls: "linkage-status-icon" }), "check");
    for (const severity of shown) {
      const icon = this.el.createSpan({ cls: ["linkage-status-icon", `linkage-status-${severity}`] });
      setIcon(icon, severityIcons[severity]);
      this.el.createSpan({ cls: "linkage-status-count", text: formatCount(count[severity]) });
    }
  }
}
