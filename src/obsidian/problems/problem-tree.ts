import { Component, Keymap, type PaneType } from "obsidian";
import type { Diagnostic } from "../../lint/diagnostic.ts";
import type { VaultIndex } from "../../vault/vault-index.ts";
import type { ProblemRow, ProblemRows } from "./problem-rows.ts";
import type { ProblemsModel } from "./problems-model.ts";
import { RowList } from "./row-list.ts";
import { rowText } from "./row-text.ts";
import { texts } from "./texts.ts";
import { treeAction, type TreeAction } from "./tree-keys.ts";
import { TypeAhead } from "./type-ahead.ts";

/** What a tree asks of the view that it is in. */
export interface TreeHost {
  /** The vault's, of now. */
  readonly index: () => VaultIndex;
  readonly open: (diagnostic: Diagnostic, pane: PaneType | boolean) => void;
  /** Show a row's menu where the mouse is or, for a key, below the row. */
  readonly openMenu: (row: ProblemRow, at: MouseEvent | HTMLElement) => void;
}

/** The tree of problems on the screen: takes keys and clicks. The focus stays on the tree, one row is the active one. */
export class ProblemTree extends Component {
  readonly el: HTMLElement;
  private readonly model: ProblemsModel;
  private readonly host: TreeHost;
  private readonly list: RowList;
  private readonly typeAhead = new TypeAhead();
  private rows: ProblemRows;
  /** Some systems tell of a menu key twice: as a key and, when it is released, as a `contextmenu`. */
  private isMenuKeyDown = false;

  constructor(parent: HTMLElement, model: ProblemsModel, host: TreeHost) {
    super();
    this.model = model;
    this.host = host;
    this.rows = model.rows;
    this.list = new RowList(parent, model.rows, host.index, texts.tree);
    this.el = this.list.el;
  }

  override onload(): void {
    const { el } = this;
    this.registerDomEvent(el, "scroll", () => {
      this.list.draw();
    });
    this.registerDomEvent(el, "focus", () => {
      if (this.list.activeIndex < 0) this.list.setActive(Math.min(this.list.topIndex, this.rows.length - 1));
    });
    this.registerDomEvent(el, "keydown", (event) => {
      this.onKey(event);
    });
    this.registerDomEvent(el, "mousedown", (event) => {
      this.isMenuKeyDown = false;
      // Before the tree gets the focus, which makes a row active that has not been pointed at.
      const pointed = this.list.indexAt(event.targetNode);
      if (pointed >= 0) this.list.setActive(pointed);
      // A middle click would scroll.
      if (event.button === 1) event.preventDefault();
    });
    this.registerDomEvent(el, "click", (event) => {
      this.onClick(event);
    });
    this.registerDomEvent(el, "auxclick", (event) => {
      if (event.button === 1) this.onClick(event);
    });
    this.registerDomEvent(el, "contextmenu", (event) => {
      this.onContextMenu(event);
    });
  }

  /** Show the model's rows of now. The active row stays active or, if it is gone, one beside or above it takes its place. */
  refresh(): void {
    const { rows } = this.model;
    const active = survivor(this.rows, this.list.activeIndex, rows);
    this.rows = rows;
    this.list.setRows(rows, active);
  }

  /** The size of the view or of its text has changed. */
  resize(): void {
    this.list.measure();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const isMod = Keymap.isModEvent(event);
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
    const active = this.list.activeIndex;
    if (!hasModifier && this.typeTo(event)) return;
    if (hasModifier && event.key !== "Enter") return;
    const key = this.isRightToLeft() ? mirrored(event.key) : event.key;
    const action = treeAction({ key, shiftKey: event.shiftKey }, this.rows, active, this.list.pageSize);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    this.do(action, isMod);
  }

  private do(action: TreeAction, pane: PaneType | boolean): void {
    switch (action.kind) {
      case "move":
        this.list.moveTo(action.to);
        return;
      case "expand":
        this.expand(action.row, action.expanded);
        return;
      case "activate":
        this.activate(action.row, pane);
        return;
      case "menu":
        this.isMenuKeyDown = true;
        this.host.openMenu(action.row, this.list.activeElement() ?? this.el);
    }
  }

  /** Go to the row that begins with what is typed. */
  private typeTo(event: KeyboardEvent): boolean {
    const { key, timeStamp } = event;
    if (Array.from(key).length !== 1 || (key === " " && !this.typeAhead.isTyping(timeStamp))) return false;
    const index = this.host.index();
    const textAt = (at: number): string => {
      const row = this.rows.at(at);
      return row ? rowText(row.node, index).label : "";
    };
    const found = this.typeAhead.find(key, timeStamp, this.rows.length, this.list.activeIndex, textAt);
    if (found >= 0) this.list.moveTo(found);
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  private onClick(event: MouseEvent): void {
    const index = this.list.indexAt(event.targetNode);
    const row = this.rows.at(index);
    if (!row) return;
    this.list.setActive(index);
    this.activate(row, Keymap.isModEvent(event));
  }

  private onContextMenu(event: MouseEvent): void {
    event.preventDefault();
    if (this.isMenuKeyDown) {
      this.isMenuKeyDown = false;
      return;
    }
    const pointed = this.list.indexAt(event.targetNode);
    if (pointed >= 0) this.list.setActive(pointed);
    const row = this.rows.at(this.list.activeIndex);
    if (row) this.host.openMenu(row, pointed >= 0 ? event : (this.list.activeElement() ?? this.el));
  }

  private activate(row: ProblemRow, pane: PaneType | boolean): void {
    if (row.node.kind === "problem") this.host.open(row.node.diagnostic, pane);
    else this.expand(row, row.expanded !== true);
  }

  private expand({ node }: ProblemRow, expanded: boolean): void {
    if (node.kind === "problem") return;
    this.model.setExpanded(node, expanded);
    this.refresh();
  }

  private isRightToLeft(): boolean {
    return this.el.win.getComputedStyle(this.el).direction === "rtl";
  }
}

/** Where the writing goes to the left, so does the way into the tree. */
function mirrored(key: string): string {
  if (key === "ArrowLeft") return "ArrowRight";
  return key === "ArrowRight" ? "ArrowLeft" : key;
}

/** The index in `now` of what was at `index` in `before`; else of the sibling next to it, or of what it was in; else -1. */
function survivor(before: ProblemRows, index: number, now: ProblemRows): number {
  const row = before.at(index);
  if (!row) return -1;
  const siblings = [before.at(index + 1), before.at(index - 1)].filter((each) => each?.parent === row.parent);
  for (const each of [row, ...siblings]) {
    const found = each ? now.indexOf(each.node) : -1;
    if (found >= 0) return found;
  }
  if (row.parent >= 0) return survivor(before, row.parent, now);
  return Math.min(index, now.length - 1);
}
