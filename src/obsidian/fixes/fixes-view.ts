import { ItemView, Menu, type PaneType, type ViewStateResult, type WorkspaceLeaf } from "obsidian";
import type { Repair } from "../../lint/note-fix.ts";
import type { NoteBatches } from "../batch/note-batches.ts";
import { showMenu } from "../problems/show-menu.ts";
import { reasonOf } from "../read-note.ts";
import type { ListRow } from "../tree-list/list-row.ts";
import { TreeList } from "../tree-list/tree-list.ts";
import { DiffPane } from "./diff-pane.ts";
import { readRequest, vaultRequest, type FixRequest } from "./fix-request.ts";
import { fixLooks } from "./fix-row-element.ts";
import { FixRows } from "./fix-rows.ts";
import { FixRun } from "./fix-run.ts";
import type { FixSource } from "./fix-source.ts";
import { fixTree, isChoice, nodeWithKey, pathsOf, type FixNode } from "./fix-tree.ts";
import { FixesHeader } from "./fixes-header.ts";
import { texts } from "../texts.ts";
import { PluginNotice } from "../plugin-notice.ts";

export const fixesViewType = "linkage-fixes";

/** Up to so many changes are shown without expanding anything. */
const FEW_CHANGES = 30;

/** The parts of an open view. */
interface Parts {
  readonly header: FixesHeader;
  readonly tree: TreeList<FixNode>;
  readonly diff: DiffPane;
}

/**
 * What repairs would change, note by note, to choose from. Nothing is written before "Apply". Its state is the request, which a
 * workspace keeps: what it comes to is looked for anew. It follows the vault while it is open.
 */
export class FixesView extends ItemView {
  private readonly run: FixRun;
  private request: FixRequest = vaultRequest;
  private readonly toggled = new Set<string>();
  private tree: readonly FixNode[] = [];
  private isFew = false;
  private active: FixNode | null = null;
  private parts: Parts | null = null;

  constructor(leaf: WorkspaceLeaf, source: FixSource, batches: NoteBatches) {
    super(leaf);
    this.run = new FixRun(this.app, source, batches, {
      changed: () => {
        this.redraw();
      },
      moved: () => {
        this.drawHeader();
        this.parts?.header.keepFocus();
      },
    });
    this.icon = "wand";
  }

  getViewType(): string {
    return fixesViewType;
  }

  getDisplayText(): string {
    return texts.fixes.title;
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), ...this.request };
  }

  /** A request that says anything else than how it is shown is looked into anew. */
  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    this.request = readRequest(state, this.request);
    await super.setState(state, result);
    this.begin();
  }

  /** Have keys go to the changes. */
  focusTree(): void {
    this.parts?.tree.el.focus({ preventScroll: true });
  }

  override onResize(): void {
    this.parts?.tree.resize();
  }

  protected override async onOpen(): Promise<void> {
    await super.onOpen();
    const { contentEl } = this;
    contentEl.empty();
    contentEl.addClass("linkage-fixes");
    const header = this.createHeader();
    const body = contentEl.createDiv({ cls: "linkage-fixes-body" });
    const tree = this.createTree(body);
    const diff = new DiffPane(body, {
      fixOf: (path) => this.run.plan.chosenFix(path),
      open: (path) => {
        this.openNote(path);
      },
    });
    this.parts = { header: this.addChild(header), tree: this.addChild(tree), diff: this.addChild(diff) };
    this.addChild(this.run);
    this.redraw();
  }

  protected override async onClose(): Promise<void> {
    this.parts = null;
    this.contentEl.empty();
    await super.onClose();
  }

  private createHeader(): FixesHeader {
    return new FixesHeader(this.contentEl, {
      group: (grouping) => {
        this.request = { ...this.request, grouping };
        this.active = null;
        this.redraw();
        this.app.workspace.requestSaveLayout();
      },
      chooseAll: (isChosen) => {
        this.choose(this.tree, isChosen);
      },
      apply: () => {
        this.run.apply();
      },
      cancel: () => {
        this.run.cancel();
      },
      again: () => {
        this.begin();
      },
      undo: () => {
        this.run.undo();
      },
      takeFocus: () => {
        this.focusTree();
        return this.parts?.tree.el.isShown() === true;
      },
    });
  }

  private createTree(parent: HTMLElement): TreeList<FixNode> {
    return new TreeList(parent, {
      label: texts.fixes.tree,
      looks: fixLooks(() => this.run.plan.choice),
      rows: () => new FixRows(this.tree, (node) => this.isExpanded(node)),
      expand: ({ node }, expanded) => {
        if (this.isExpanded(node) === expanded) return;
        if (this.toggled.has(node.key)) this.toggled.delete(node.key);
        else this.toggled.add(node.key);
      },
      open: (row, pane) => this.open(row, pane),
      check: ({ node }) => {
        if (isChoice(node)) this.choose([node], this.run.plan.choice.of(node.repairs) !== "all");
      },
      select: (row) => {
        this.active = row?.node ?? null;
        this.showDiff();
      },
      openMenu: ({ node }, at) => {
        this.openMenu(node, at);
      },
    });
  }

  private begin(): void {
    this.active = null;
    this.run.begin(this.request);
  }

  private choose(nodes: readonly FixNode[], isChosen: boolean): void {
    const keys = nodes.filter(isChoice).flatMap(({ repairs }) => repairs.map(({ key }) => key));
    this.run.plan.choose(keys, isChosen);
    this.redraw();
  }

  private isExpanded({ key }: FixNode): boolean {
    return this.toggled.has(key) !== (this.isFew && !key.startsWith("said"));
  }

  private allRepairs(): readonly Repair[] {
    return this.tree.filter(isChoice).flatMap(({ repairs }) => repairs);
  }

  /** Open a row's note with Mod; without, what can be expanded is. */
  private open({ node }: ListRow<FixNode>, pane: PaneType | boolean): boolean {
    const [path] = pathsOf(node);
    if (pane === false || path === undefined || node.kind === "group" || node.kind === "said") return false;
    this.openNote(path);
    return true;
  }

  private openNote(path: string): void {
    const file = this.app.vault.getFileByPath(path);
    if (!file) return;
    this.app.workspace
      .getLeaf("tab")
      .openFile(file)
      .catch((error: unknown) => {
        new PluginNotice(texts.shared.failed(reasonOf(error)));
      });
  }

  private openMenu(node: FixNode, at: MouseEvent | HTMLElement): void {
    const menu = new Menu();
    const add = (title: string, icon: string, act: () => void): void => {
      menu.addItem((item) => item.setTitle(title).setIcon(icon).onClick(act));
    };
    if (isChoice(node)) {
      const isAll = this.run.plan.choice.of(node.repairs) === "all";
      add(isAll ? texts.fixes.leaveOut : texts.fixes.take, isAll ? "square" : "square-check", () => {
        this.choose([node], !isAll);
      });
      add(texts.fixes.onlyThis, "list-filter", () => {
        this.choose(this.tree, false);
        this.choose([node], true);
      });
    }
    const [path] = pathsOf(node);
    if (path !== undefined && node.kind !== "group" && node.kind !== "said")
      add(texts.fixes.openNote, "file-text", () => {
        this.openNote(path);
      });
    showMenu(menu, at);
  }

  /** Bring all that is seen up to the plan. */
  private redraw(): void {
    const { plan, phase } = this.run;
    const { grouping } = this.request;
    this.tree =
      phase.kind === "stopped"
        ? []
        : fixTree({ fixes: plan.notes.values(), elsewhere: plan.elsewhere }, grouping);
    // The same row speaks of other changes now, or is gone.
    this.active = this.active && nodeWithKey(this.tree, this.active.key);
    this.isFew = this.allRepairs().length <= FEW_CHANGES;
    this.drawHeader();
    // Nobody is led to a list of nothing, but to one that is being made.
    this.parts?.tree.el.toggle(this.tree.length > 0 || phase.kind === "busy");
    this.parts?.tree.refresh();
    this.parts?.header.keepFocus();
    this.showDiff();
  }

  private drawHeader(): void {
    const repairs = this.allRepairs();
    const { plan, phase, report, canUndo } = this.run;
    this.parts?.header.update({
      request: this.request,
      phase,
      chosen: plan.choice.count(repairs),
      all: repairs.length,
      notes: new Set(repairs.map(({ problem }) => problem.path)).size,
      unread: plan.unread,
      report,
      canUndo,
    });
  }

  private showDiff(): void {
    const nodes = this.active ? [this.active] : this.tree.filter(isChoice);
    this.parts?.diff.show([...new Set(nodes.flatMap(pathsOf))]);
  }
}
