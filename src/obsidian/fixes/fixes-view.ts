import { ItemView, Menu, Notice, type PaneType, type ViewStateResult, type WorkspaceLeaf } from "obsidian";
import type { Repair } from "../../lint/note-fix.ts";
import type { BatchReport } from "../../report/batch-report.ts";
import type { NoteBatches } from "../batch/note-batches.ts";
import { undoLastBatch } from "../batch/undo-command.ts";
import { showMenu } from "../problems/show-menu.ts";
import { reasonOf } from "../read-note.ts";
import { Slices } from "../slices.ts";
import type { ListRow } from "../tree-list/list-row.ts";
import { TreeList } from "../tree-list/tree-list.ts";
import { applyPlan } from "./apply-plan.ts";
import { DiffPane } from "./diff-pane.ts";
import { FixFollower } from "./fix-follower.ts";
import { FixPlan } from "./fix-plan.ts";
import { readRequest, vaultRequest, type FixRequest } from "./fix-request.ts";
import { FixRows } from "./fix-rows.ts";
import { fixLooks } from "./fix-row-element.ts";
import type { FixSource } from "./fix-source.ts";
import { fixTree, isChoice, nodeWithKey, pathsOf, type FixNode } from "./fix-tree.ts";
import { FixesHeader, type FixPhase } from "./fixes-header.ts";
import { texts } from "../texts.ts";

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
  private readonly source: FixSource;
  private readonly batches: NoteBatches;
  private request: FixRequest = vaultRequest;
  private plan: FixPlan;
  private phase: FixPhase = { kind: "stopped", said: texts.shared.reading };
  private slices = new Slices();
  private readonly follower: FixFollower;
  private readonly toggled = new Set<string>();
  private tree: readonly FixNode[] = [];
  private isFew = false;
  private active: FixNode | null = null;
  private parts: Parts | null = null;
  private report: BatchReport | null = null;
  /** How many batches there had been after the last one from here. */
  private batchCount = -1;
  /** The plan is whole. */
  private isMade = false;
  private isWriting = false;
  private isCancelled = false;

  constructor(leaf: WorkspaceLeaf, source: FixSource, batches: NoteBatches) {
    super(leaf);
    this.source = source;
    this.batches = batches;
    this.plan = new FixPlan(this.app, source, this.request);
    this.follower = new FixFollower(
      source,
      (paths, slices) => this.plan.follow(paths, slices),
      () => {
        this.redraw();
      },
    );
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
      fixOf: (path) => this.plan.chosenFix(path),
      open: (path) => {
        this.openNote(path);
      },
    });
    this.parts = { header: this.addChild(header), tree: this.addChild(tree), diff: this.addChild(diff) };
    this.addChild(this.follower);
    this.registerEvent(
      this.app.vault.on("rename", ({ path }, oldPath) => {
        this.plan.choice.rename(oldPath, path);
      }),
    );
    this.redraw();
  }

  protected override async onClose(): Promise<void> {
    // What is being written is written to its end, and told then.
    if (!this.isWriting) this.slices.stop();
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
        this.run(this.apply());
      },
      cancel: () => {
        this.cancel();
      },
      again: () => {
        this.begin();
      },
      undo: () => {
        this.run(this.undo());
      },
    });
  }

  private createTree(parent: HTMLElement): TreeList<FixNode> {
    return new TreeList(parent, {
      label: texts.fixes.tree,
      looks: fixLooks(() => this.plan.choice),
      rows: () => new FixRows(this.tree, (node) => this.isExpanded(node)),
      expand: ({ node }, expanded) => {
        if (this.isExpanded(node) === expanded) return;
        if (this.toggled.has(node.key)) this.toggled.delete(node.key);
        else this.toggled.add(node.key);
      },
      open: (row, pane) => this.open(row, pane),
      check: ({ node }) => {
        if (isChoice(node)) this.choose([node], this.plan.choice.of(node.repairs) !== "all");
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

  /** Look for all that the request asks for. Whatever was under way is left. */
  private begin(): void {
    if (this.isWriting) return;
    this.slices.stop();
    this.slices = new Slices();
    this.follower.stop();
    this.plan = new FixPlan(this.app, this.source, this.request);
    this.active = null;
    this.isMade = false;
    this.phase = { kind: "busy", said: texts.shared.reading, part: 0 };
    this.redraw();
    this.run(this.make(this.plan, this.slices));
  }

  private async make(plan: FixPlan, slices: Slices): Promise<void> {
    await this.source.ready;
    if (isOver(slices)) return;
    this.follower.start();
    await plan.make(slices, (progress) => {
      this.showBusy(texts.fixes.phase(progress), progress.done, progress.total);
    });
    if (isOver(slices)) return;
    this.isMade = true;
    this.phase = { kind: "ready" };
    this.redraw();
    this.follower.go();
  }

  /** Stop: what has been written stays, and what was planned before is shown again. */
  private cancel(): void {
    this.isCancelled = true;
    if (this.isWriting) return;
    this.slices.stop();
    this.phase = this.isMade ? { kind: "ready" } : { kind: "stopped", said: texts.fixes.cancelled };
    if (this.isMade) this.follower.go();
    else this.follower.stop();
    this.redraw();
  }

  private async apply(): Promise<void> {
    if (this.phase.kind !== "ready") return;
    this.isCancelled = false;
    this.slices = new Slices();
    this.showBusy(texts.shared.reading, 0, 0);
    await this.follower.rest();
    try {
      const applied = await applyPlan(this.app, this.plan, this.batches, this.slices, {
        planning: (progress) => {
          this.showBusy(texts.fixes.phase(progress), progress.done, progress.total);
        },
        writing: (done, total) => {
          this.isWriting = true;
          this.showBusy(texts.fixes.writing(done, total), done, total);
        },
        isCancelled: () => this.isCancelled,
      });
      if (applied) {
        this.report = applied;
        this.batchCount = applied.canUndo ? this.batches.count : -1;
        await this.plan.follow(applied.written, this.slices);
      }
    } finally {
      this.isWriting = false;
      this.phase = { kind: "ready" };
      if (!this.isOpen() && this.report)
        new Notice(texts.fixes.outcome(this.report.written.length, this.report.left.length));
      this.redraw();
      this.follower.go();
    }
  }

  private async undo(): Promise<void> {
    if (this.batchCount !== this.batches.count) {
      new Notice(texts.fixes.notLast);
      return;
    }
    const report = await undoLastBatch(this.app, this.batches);
    if (report?.left.length === 0) this.report = null;
    this.batchCount = -1;
    this.redraw();
  }

  private choose(nodes: readonly FixNode[], isChosen: boolean): void {
    const keys = nodes.filter(isChoice).flatMap(({ repairs }) => repairs.map(({ key }) => key));
    this.plan.choose(keys, isChosen);
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
    if (file) this.run(this.app.workspace.getLeaf("tab").openFile(file));
  }

  private openMenu(node: FixNode, at: MouseEvent | HTMLElement): void {
    const menu = new Menu();
    const add = (title: string, icon: string, act: () => void): void => {
      menu.addItem((item) => item.setTitle(title).setIcon(icon).onClick(act));
    };
    if (isChoice(node)) {
      const isAll = this.plan.choice.of(node.repairs) === "all";
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

  private showBusy(said: string, done: number, total: number): void {
    this.phase = { kind: "busy", said, part: total === 0 ? 0 : done / total };
    this.drawHeader();
  }

  /** Bring all that is seen up to the plan. */
  private redraw(): void {
    const isShown = this.phase.kind !== "stopped";
    this.tree = isShown
      ? fixTree({ fixes: this.plan.notes.values(), elsewhere: this.plan.elsewhere }, this.request.grouping)
      : [];
    // The same row speaks of other changes now, or is gone.
    this.active = this.active && nodeWithKey(this.tree, this.active.key);
    this.isFew = this.allRepairs().length <= FEW_CHANGES;
    this.drawHeader();
    this.parts?.tree.refresh();
    this.showDiff();
  }

  private drawHeader(): void {
    const repairs = this.allRepairs();
    this.parts?.header.update({
      request: this.request,
      phase: this.phase,
      chosen: this.plan.choice.count(repairs),
      all: repairs.length,
      notes: new Set(repairs.map(({ problem }) => problem.path)).size,
      unread: this.plan.unread,
      report: this.report,
      canUndo: this.batchCount >= 0,
    });
  }

  private showDiff(): void {
    const nodes = this.active ? [this.active] : this.tree.filter(isChoice);
    this.parts?.diff.show([...new Set(nodes.flatMap(pathsOf))]);
  }

  /** Closing takes place while others wait. */
  private isOpen(): boolean {
    return this.parts !== null;
  }

  private run(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      new Notice(texts.shared.failed(reasonOf(error)));
    });
  }
}

/** Others may end the work while one waits. */
function isOver(slices: Slices): boolean {
  return slices.isOver;
}
