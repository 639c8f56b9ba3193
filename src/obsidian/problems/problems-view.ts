import { ItemView, Menu, type ViewStateResult, type WorkspaceLeaf } from "obsidian";
import { NoteTypesOffer } from "../note-types/note-types-offer.ts";
import type { FirstLook } from "../first-look.ts";
import type { OpenFixes } from "../fixes/open-fixes.ts";
import { reasonOf } from "../read-note.ts";
import { Slices } from "../slices.ts";
import { TreeList } from "../tree-list/tree-list.ts";
import { ProblemActions } from "./problem-actions.ts";
import { addFilterItems } from "./problem-menus.ts";
import { problemLooks } from "./row-element.ts";
import { ProblemsHeader } from "./problems-header.ts";
import { ProblemsModel } from "./problems-model.ts";
import type { ProblemsSource } from "./problems-source.ts";
import { ProblemsStatus } from "./problems-status.ts";
import {
  afterRename,
  initialState,
  readState,
  noFilters,
  type Grouping,
  type ProblemsState,
} from "./problems-state.ts";
import { renamedNode, type ProblemNode } from "./problems-tree.ts";
import { linedFilesOf } from "./row-text.ts";
import { Renames } from "./renames.ts";
import { showMenu } from "./show-menu.ts";
import { SureRepairs } from "./sure-repairs.ts";
import { texts } from "../texts.ts";
import { PluginNotice } from "../plugin-notice.ts";

export const problemsViewType = "linkage-problems";

/** The parts of an open view. */
interface Parts {
  readonly header: ProblemsHeader;
  readonly status: ProblemsStatus;
  readonly offer: NoteTypesOffer;
  readonly tree: TreeList<ProblemNode>;
}

/**
 * All problems of the vault, as a tree, up to date while it is open. Its state is what a workspace keeps of it; a command may
 * set a part of it: `{ note: "A.md" }` shows the problems of one note.
 */
export class ProblemsView extends ItemView {
  private readonly source: ProblemsSource;
  private readonly repairs: SureRepairs;
  private readonly model: ProblemsModel;
  private readonly actions: ProblemActions;
  private parts: Parts | null = null;
  private readonly renames = new Renames();
  private phase: FirstLook = { kind: "reading" };
  /** All problems have been found: the table that the model shows is whole. */
  private isFed = false;
  private isFocusWanted = false;

  /**
   * @param showFixes shows what sure repairs would change
   * @param grouping by what a view groups whose state does not say
   */
  constructor(
    leaf: WorkspaceLeaf,
    source: ProblemsSource,
    showFixes: OpenFixes,
    grouping: Grouping = initialState.grouping,
  ) {
    super(leaf);
    this.source = source;
    this.repairs = new SureRepairs(this.app, source, (rules) => {
      this.model.reorder(rules);
    });
    this.model = new ProblemsModel(source.found.table, this.repairs.of, () => {
      if (this.isFed) this.phase = { kind: "ready" };
      this.draw();
      this.lookForRepairs();
    });
    this.model.setState({ ...initialState, grouping });
    this.actions = new ProblemActions(this.app, source, this.renames, showFixes, (said) => {
      this.change(said);
    });
    this.icon = "list-checks";
    this.navigation = false;
  }

  getViewType(): string {
    return problemsViewType;
  }

  getDisplayText(): string {
    return texts.problems.title;
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), ...this.model.state };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    this.show(readState(state, this.model.state));
    await super.setState(state, result);
  }

  /** Have keys go to the tree, to the row that was active last; as soon as there are rows. */
  focusTree(): void {
    this.isFocusWanted = !this.hasRows();
    if (!this.isFocusWanted) this.parts?.tree.el.focus({ preventScroll: true });
  }

  /** The app tells of a leaf that is activated, by a command or a key. */
  override setEphemeralState(state: unknown): void {
    super.setEphemeralState(state);
    if (typeof state === "object" && state !== null && "focus" in state && state.focus === true)
      this.focusTree();
  }

  /** Group by something else. */
  group(grouping: Grouping): void {
    this.change({ grouping });
  }

  override onResize(): void {
    this.parts?.tree.resize();
  }

  override onPaneMenu(menu: Menu, source: string): void {
    super.onPaneMenu(menu, source);
    const add = (title: string, icon: string, action: () => void): void => {
      menu.addItem((item) => item.setSection("view").setTitle(title).setIcon(icon).onClick(action));
    };
    add(texts.problems.copyAll, "copy", () => {
      this.actions.copy(this.model.shown(), this.contentEl.win.navigator.clipboard);
    });
    add(texts.problems.exportAll, "file-output", () => {
      this.actions.exportAll(this.model.shown());
    });
    add(texts.shared.expandAll, "chevrons-up-down", () => {
      this.expandAll(true);
    });
    add(texts.shared.collapseAll, "chevrons-down-up", () => {
      this.expandAll(false);
    });
  }

  protected override async onOpen(): Promise<void> {
    await super.onOpen();
    const { contentEl, model } = this;
    contentEl.empty();
    contentEl.addClass("linkage-problems");
    const header = new ProblemsHeader(contentEl, model.state, {
      change: this.actions.change,
      openFilters: (event) => {
        this.openFilters(event);
      },
      expandAll: (expanded) => {
        this.expandAll(expanded);
      },
    });
    const offer = new NoteTypesOffer(contentEl, this.app, this.source);
    const status = new ProblemsStatus(header.titleEl, contentEl, () => {
      this.change(noFilters);
      this.focusTree();
    });
    const tree = this.createTree();
    this.parts = { header: this.addChild(header), status, offer, tree: this.addChild(tree) };
    this.draw();
    this.follow();
    this.followRenames();
    this.addChild(this.repairs);
  }

  protected override async onClose(): Promise<void> {
    this.parts = null;
    this.model.stop();
    this.contentEl.empty();
    await super.onClose();
  }

  private createTree(): TreeList<ProblemNode> {
    return new TreeList(this.contentEl, {
      label: texts.problems.tree,
      looks: problemLooks(() => linedFilesOf(this.source)),
      rows: () => this.model.rows,
      follow: (node) => renamedNode(node, (path) => this.renames.now(path)),
      expand: ({ node }, expanded) => {
        if (node.kind !== "problem") this.model.setExpanded(node, expanded);
      },
      open: ({ node }, pane) => {
        if (node.kind !== "problem") return false;
        this.actions.open(node.diagnostic, pane);
        return true;
      },
      openMenu: ({ node }, at) => {
        this.actions.openMenu(node, at);
      },
    });
  }

  /** Be told of all problems, now and after each change. */
  private follow(): void {
    const { ready, found } = this.source;
    const slices = new Slices();
    this.register(() => {
      slices.stop();
    });
    ready
      .then(() => found.look())
      // The view has just been opened.
      .then(() => slices.pause())
      .then(() => {
        if (this.parts) this.followFound();
      })
      .catch((error: unknown) => {
        this.phase = { kind: "failed", reason: reasonOf(error) };
        this.draw();
      });
  }

  private followFound(): void {
    const { found } = this.source;
    this.isFed = true;
    const stop = found.follow((changed) => {
      this.model.update(changed);
    });
    this.register(stop);
    this.model.begin();
  }

  private followRenames(): void {
    this.registerEvent(
      this.app.vault.on("rename", (file, oldPath) => {
        this.renames.add(oldPath, file.path);
        this.model.rename(oldPath, file.path);
        const said = afterRename(this.model.state, oldPath, file.path);
        if (said) this.change(said);
      }),
    );
  }

  private change(said: Partial<ProblemsState>): void {
    this.show({ ...this.model.state, ...said });
    this.app.workspace.requestSaveLayout();
  }

  private show(state: ProblemsState): void {
    this.model.setState(state);
    this.parts?.header.update(state, this.model.counts);
  }

  private lookForRepairs(): void {
    this.repairs.look(this.model.leaders()).catch((error: unknown) => {
      new PluginNotice(texts.shared.failed(reasonOf(error)));
    });
  }

  private expandAll(expanded: boolean): void {
    this.model.setAllExpanded(expanded);
    this.draw();
  }

  private draw(): void {
    if (!this.parts) return;
    const { header, status, offer, tree } = this.parts;
    const { phase } = this;
    const { state, counts } = this.model;
    header.update(state, counts);
    const hasRows = this.hasRows();
    status.update({ phase, counts, linted: () => [...this.source.linted()].length }, hasRows);
    offer.update(phase.kind === "ready");
    tree.el.toggle(hasRows);
    tree.refresh();
    tree.resize();
    this.giveFocus();
  }

  /** Whoever has gone elsewhere while the rows were made stays there. */
  private giveFocus(): void {
    const { workspace } = this.app;
    const tree = this.parts?.tree.el;
    if (!this.isFocusWanted || !tree || !this.hasRows()) return;
    this.isFocusWanted = false;
    const focused = tree.doc.activeElement;
    const isTyping = focused?.instanceOf(HTMLInputElement) === true && this.contentEl.contains(focused);
    if (workspace.getActiveViewOfType(ProblemsView) === this && !isTyping)
      tree.focus({ preventScroll: true });
  }

  private hasRows(): boolean {
    return this.phase.kind === "ready" && this.model.rows.length > 0;
  }

  private openFilters(event: MouseEvent): void {
    const menu = new Menu();
    addFilterItems(menu, this.app, this.model.state, this.model.rules(), this.actions.change);
    showMenu(menu, event);
  }
}
