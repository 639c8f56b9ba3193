import { Component, Keymap, type PaneType } from "obsidian";
import type { ListNode, ListRow, ListRows, RowLooks } from "./list-row.ts";
import { RowList } from "./row-list.ts";
import { treeAction, type TreeAction } from "./tree-keys.ts";
import { TypeAhead } from "./type-ahead.ts";

/** What a tree asks of the view that it is in. */
export interface TreeHost<Item extends ListNode> {
  /** What the tree is called. */
  readonly label: string;
  readonly looks: RowLooks<Item>;
  /** The rows of now. */
  readonly rows: () => ListRows<Item>;
  /** Expand or collapse a row; the tree asks for the rows of now behind it. */
  readonly expand: (row: ListRow<Item>, expanded: boolean) => void;
  /** Open what a row stands for. False: it stands for nothing that opens, and is expanded or collapsed instead. */
  readonly open: (row: ListRow<Item>, pane: PaneType | boolean) => boolean;
  /** The same without leaving where one is. Left out: as `open` in a new tab. */
  readonly openBehind?: (row: ListRow<Item>) => boolean;
  /** What has taken the place of a row that is gone, such as the row of a note by its new path. Left out: nothing ever does. */
  readonly follow?: (item: Item) => Item;
  /** Choose a row, or leave it out: by Space, or a click on its element with the class `linkage-check`. Left out: rows have no check boxes. */
  readonly check?: (row: ListRow<Item>) => void;
  /** Another row is the active one. */
  readonly select?: (row: ListRow<Item> | null) => void;
  /** Show a row's menu where the mouse is or, for a key, below the row. */
  readonly openMenu: (row: ListRow<Item>, at: MouseEvent | HTMLElement) => void;
}

/** Where a list was left: its active row, if there was one, and how far it was scrolled, in pixels. */
export interface ListPlace<Item extends ListNode> {
  readonly active: Item | null;
  readonly scrolled: number;
}

/** The same, with the row that was topmost in sight. */
interface LostPlace<Item extends ListNode> extends ListPlace<Item> {
  readonly top: Item | null;
}

/** A tree on the screen: takes keys and clicks. The focus stays on the tree, one row is the active one. */
export class TreeList<Item extends ListNode> extends Component {
  readonly el: HTMLElement;
  private readonly host: TreeHost<Item>;
  private readonly list: RowList<Item>;
  private readonly typeAhead = new TypeAhead();
  private rows: ListRows<Item>;
  /** The key of the row that was told last to be the active one. */
  private told: string | null = null;
  /** Where the list was when rows went that it was at; null: they are there, or the list has been used since. */
  private lost: LostPlace<Item> | null = null;
  /** Some systems tell of a menu key twice: as a key and, when it is released, as a `contextmenu`. */
  private isMenuKeyDown = false;

  constructor(parent: HTMLElement, host: TreeHost<Item>) {
    super();
    this.host = host;
    this.rows = host.rows();
    this.list = new RowList(parent, this.rows, host.looks, host.label);
    this.el = this.list.el;
  }

  override onload(): void {
    const { el } = this;
    this.registerDomEvent(el, "scroll", () => {
      this.list.draw();
    });
    for (const use of ["keydown", "mousedown", "touchstart", "wheel"] as const)
      this.registerDomEvent(
        el,
        use,
        () => {
          this.lost = null;
        },
        { passive: true },
      );
    this.registerDomEvent(el, "focus", () => {
      if (this.list.activeIndex < 0) this.list.setActive(Math.min(this.list.topIndex, this.rows.length - 1));
    });
    this.registerDomEvent(el, "keydown", (event) => {
      this.onKey(event);
    });
    for (const type of ["focus", "keydown", "click", "contextmenu"] as const)
      this.registerDomEvent(el, type, () => {
        this.tellActive();
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
      if (event.button === 1) this.onMiddleClick(event);
    });
    this.registerDomEvent(el, "contextmenu", (event) => {
      this.onContextMenu(event);
    });
  }

  /** The row that an element of the tree belongs to; null if it belongs to none. */
  rowAt(target: Node | null): ListRow<Item> | null {
    return this.rows.at(this.list.indexAt(target));
  }

  /**
   * Show the rows of now. The active row stays active or, if it is gone, one beside or above it takes its place. Rows may be
   * gone for a moment, as tags are while their list is being written: if they come back before the list is used, it is where
   * it was.
   */
  refresh(): void {
    const rows = this.host.rows();
    const place = this.lost ?? { ...this.place, top: this.rows.at(this.list.topIndex)?.node ?? null };
    const isThere = [place.active, place.top].every((item) => item === null || rows.indexOf(item) >= 0);
    if (isThere && this.lost) {
      this.enter(place);
      return;
    }
    const active = survivor(this.rows, this.list.activeIndex, rows, this.host.follow);
    this.rows = rows;
    this.list.setRows(rows, active);
    this.tellActive();
    this.lost = isThere ? null : place;
  }

  /** Where the list is left now. */
  get place(): ListPlace<Item> {
    return { active: this.rows.at(this.list.activeIndex)?.node ?? null, scrolled: this.el.scrollTop };
  }

  /** Show the rows of now, which are of something else than before, as they were left; null: from the beginning. */
  enter(place: ListPlace<Item> | null): void {
    this.lost = null;
    this.rows = this.host.rows();
    this.list.setRows(this.rows, place?.active ? this.rows.indexOf(place.active) : -1);
    this.el.scrollTop = place?.scrolled ?? 0;
    this.list.draw();
    this.tellActive();
  }

  /** The size of the view or of its text has changed. */
  resize(): void {
    this.list.measure();
  }

  private tellActive(): void {
    const row = this.rows.at(this.list.activeIndex);
    const key = row?.node.key ?? null;
    if (key === this.told) return;
    this.told = key;
    this.host.select?.(row);
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
    if (event.key === " " && action.kind === "activate" && this.host.check) this.host.check(action.row);
    else this.do(action, isMod);
  }

  private do(action: TreeAction<Item>, pane: PaneType | boolean): void {
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
    const textAt = (at: number): string => {
      const row = this.rows.at(at);
      return row ? this.host.looks.label(row.node) : "";
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
    const { targetNode } = event;
    const isTwisty = targetNode?.instanceOf(Element) && targetNode.closest(".linkage-list-twisty") !== null;
    const isBox = targetNode?.instanceOf(Element) && targetNode.closest(".linkage-check") !== null;
    if (isTwisty && row.expanded !== null) this.expand(row, !row.expanded);
    else if (isBox && this.host.check) this.host.check(row);
    else this.activate(row, Keymap.isModEvent(event));
  }

  private onMiddleClick(event: MouseEvent): void {
    const index = this.list.indexAt(event.targetNode);
    const row = this.rows.at(index);
    if (!row) return;
    this.list.setActive(index);
    const { openBehind } = this.host;
    if (openBehind?.(row) !== true) this.activate(row, "tab");
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

  private activate(row: ListRow<Item>, pane: PaneType | boolean): void {
    if (!this.host.open(row, pane) && row.expanded !== null) this.expand(row, !row.expanded);
  }

  private expand(row: ListRow<Item>, expanded: boolean): void {
    this.host.expand(row, expanded);
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
function survivor<Item extends ListNode>(
  before: ListRows<Item>,
  index: number,
  now: ListRows<Item>,
  follow: (item: Item) => Item = (item) => item,
): number {
  const row = before.at(index);
  if (!row) return -1;
  const siblings = [before.at(index + 1), before.at(index - 1)].filter((each) => each?.parent === row.parent);
  for (const each of [row, ...siblings]) {
    const found = each ? now.indexOf(each.node) : -1;
    const moved = each && found < 0 ? now.indexOf(follow(each.node)) : found;
    if (moved >= 0) return moved;
  }
  if (row.parent >= 0) return survivor(before, row.parent, now, follow);
  return Math.min(index, now.length - 1);
}
