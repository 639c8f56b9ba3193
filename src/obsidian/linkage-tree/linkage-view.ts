import {
  ItemView,
  type HoverParent,
  type HoverPopover,
  type ViewStateResult,
  type WorkspaceLeaf,
} from "obsidian";
import type { TreeNode } from "../../linkage/tree-node.ts";
import type { FirstLook } from "../first-look.ts";
import { reasonOf } from "../read-note.ts";
import { TreeList } from "../tree-list/tree-list.ts";
import type { LinkageNode } from "./linkage-list-rows.ts";
import { LinkageModel } from "./linkage-model.ts";
import { MentionLines } from "./mention-lines.ts";
import { optionsMenu } from "./options-menu.ts";
import { RowPointer } from "./row-pointer.ts";
import { linkageLooks } from "./row-element.ts";
import { texts } from "../texts.ts";
import { TreeActions } from "./tree-actions.ts";
import { TreeHeader } from "./tree-header.ts";
import { TreeMessage } from "./tree-message.ts";
import type { TreeSource } from "./tree-source.ts";
import type { TreeMemory } from "./tree-memory.ts";
import { choicesOf, initialState, readState, type TreeState } from "./tree-state.ts";
import { VaultFollower } from "./vault-follower.ts";

export const linkageViewType = "linkage-tree";

/** The parts of an open view. */
interface Parts {
  readonly header: TreeHeader;
  readonly message: TreeMessage;
  readonly tree: TreeList<LinkageNode>;
}

/**
 * The linkage tree of the active note, or of one that it is pinned to, up to date while the note is written. Where the active
 * view has no note, the last one stays. Its state is what a workspace keeps of it.
 */
export class LinkageView extends ItemView implements HoverParent {
  /** The page preview that a row shows; the app sets it. */
  hoverPopover: HoverPopover | null = null;
  private readonly source: TreeSource;
  private readonly model: LinkageModel;
  private readonly lines: MentionLines;
  private readonly actions: TreeActions;
  private parts: Parts | null = null;
  private look: FirstLook = { kind: "reading" };
  private readonly memory: TreeMemory;
  /** The note whose tree is drawn. */
  private drawnNote: string | null = null;
  private isFocusWanted = false;

  constructor(leaf: WorkspaceLeaf, source: TreeSource, memory: TreeMemory) {
    super(leaf);
    this.source = source;
    this.memory = memory;
    this.lines = new MentionLines(source, this.app.vault, () => {
      this.model.linesChanged();
      this.draw();
    });
    const lineOf = (node: TreeNode): string => this.lines.lineOf(node);
    const state = { ...initialState, ...memory.choices };
    this.model = new LinkageModel(source, lineOf, memory.expansion, state);
    this.actions = new TreeActions(this.app, source, (note) => {
      this.change({ note, pinned: true });
    });
    this.icon = "list-tree";
    this.navigation = false;
  }

  getViewType(): string {
    return linkageViewType;
  }

  getDisplayText(): string {
    return texts.linkageTree.title;
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), ...this.model.state };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    this.model.setState(readState(state, this.model.state));
    this.followActive();
    this.draw();
    await super.setState(state, result);
  }

  override onResize(): void {
    this.parts?.tree.resize();
  }

  /** Have keys go to the tree, to the row that was active last; as soon as there are rows. */
  focusTree(): void {
    this.isFocusWanted = true;
    this.giveFocus();
  }

  /** The app tells of a leaf that is activated, by a command or a key. */
  override setEphemeralState(state: unknown): void {
    super.setEphemeralState(state);
    if (typeof state === "object" && state !== null && "focus" in state && state.focus === true)
      this.focusTree();
  }

  protected override async onOpen(): Promise<void> {
    await super.onOpen();
    const { contentEl } = this;
    contentEl.empty();
    contentEl.addClass("linkage-view");
    const header = new TreeHeader(contentEl, this.model.state, {
      change: (said) => {
        this.change(said);
      },
      expandAll: (expanded) => {
        this.model.setAllExpanded(expanded);
        this.memory.expanded();
        this.draw();
      },
      openOptions: (event) => {
        const change = (said: Partial<TreeState>): void => {
          this.change(said);
        };
        optionsMenu(this.model.state, change).showAtMouseEvent(event);
      },
    });
    const message = new TreeMessage(contentEl, (said) => {
      this.change(said);
    });
    const tree = this.createTree();
    this.parts = { header: this.addChild(header), message, tree: this.addChild(tree) };
    this.draw();
    this.follow();
  }

  protected override async onClose(): Promise<void> {
    this.leave();
    this.parts = null;
    this.contentEl.empty();
    await super.onClose();
  }

  private createTree(): TreeList<LinkageNode> {
    const lines = this.addChild(this.lines);
    const from = (): string => this.model.state.note ?? "";
    const tree = new TreeList<LinkageNode>(this.contentEl, {
      label: texts.linkageTree.title,
      looks: linkageLooks(lines),
      rows: () => this.model.rows,
      expand: ({ node }, expanded) => {
        this.model.setExpanded(node, expanded);
        this.memory.expanded();
      },
      open: ({ node: { node } }, pane) => this.actions.open(node, from(), pane),
      openBehind: ({ node: { node } }) => this.actions.openBehind(node),
      openMenu: ({ node }, at) => {
        this.actions.openMenu(node.node, from(), at, () => {
          this.model.expandBelow(node);
          this.memory.expanded();
          this.draw();
        });
      },
    });
    const pointer = new RowPointer(tree, {
      hover: ({ node: { node } }, event, targetEl) => {
        if (node.linktext === null) return;
        const hovered = { event, source: linkageViewType, hoverParent: this, targetEl };
        this.app.workspace.trigger("hover-link", {
          ...hovered,
          linktext: node.linktext,
          sourcePath: from(),
        });
      },
      linkTo: ({ node: { node } }) => this.actions.linkTo(node),
    });
    this.addChild(pointer);
    return tree;
  }

  /** Follow the active note and the vault, now and until the view is closed. */
  private follow(): void {
    const follower = new VaultFollower(this.app, this.source, {
      active: () => {
        if (this.followActive()) this.draw();
      },
      changed: () => {
        // A note that was made just now may be active for longer than it is known.
        if (!this.followActive()) this.model.update();
        this.draw();
      },
      renamed: (path, to) => {
        this.memory.rename(path, to);
        if (this.model.state.note === path) this.change({ note: to });
      },
    });
    this.addChild(follower);
    this.source.ready
      .then(() => {
        this.look = { kind: "ready" };
        if (!this.followActive()) this.model.update();
        this.draw();
      })
      .catch((error: unknown) => {
        this.look = { kind: "failed", reason: reasonOf(error) };
        this.draw();
      });
  }

  /** Show the active note, unless another is pinned or none is active; whether that is another one than before. */
  private followActive(): boolean {
    const { state } = this.model;
    const path = this.app.workspace.getActiveFile()?.path ?? null;
    if (state.pinned || path === null || path === state.note) return false;
    if (this.source.index.note(path) === null) return false;
    this.model.setState({ ...state, note: path });
    return true;
  }

  private change(said: Partial<TreeState>): void {
    this.model.setState({ ...this.model.state, ...said });
    if (said.depth !== undefined) this.model.forgetExpanded();
    this.memory.choose(choicesOf(this.model.state));
    this.followActive();
    this.draw();
    this.app.workspace.requestSaveLayout();
  }

  private draw(): void {
    if (!this.parts) return;
    const { header, message, tree } = this.parts;
    const { model } = this;
    header.update(model.state, model.root);
    tree.el.toggle(!message.update(this.look, model));
    if (this.drawnNote === model.state.note) tree.refresh();
    else this.enter(tree, model.state.note);
    tree.resize();
    this.giveFocus();
  }

  /** Whoever has gone elsewhere while the vault was read stays there. */
  private giveFocus(): void {
    const tree = this.parts?.tree.el;
    if (!this.isFocusWanted || tree?.isShown() !== true || this.model.rows.length === 0) return;
    this.isFocusWanted = false;
    if (this.app.workspace.getActiveViewOfType(LinkageView) === this) tree.focus({ preventScroll: true });
  }

  /** Another note's tree is there: the last one is left as it is, and this one shown as it was left. */
  private enter(tree: TreeList<LinkageNode>, note: string | null): void {
    this.leave();
    this.drawnNote = note;
    tree.enter(note === null ? null : this.memory.placeOf(note));
  }

  private leave(): void {
    if (this.parts && this.drawnNote !== null) this.memory.leave(this.drawnNote, this.parts.tree.place);
  }
}
