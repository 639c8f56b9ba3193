import type { ListNode, ListRow, ListRows, RowLooks } from "./list-row.ts";

/** Rows kept above and below what is in sight, so that a short scroll shows no gap. */
const OVERSCAN = 12;

/** A row's height in pixels until one has been measured. */
const USUAL_HEIGHT = 28;

/** How many rows' height a tall row has: two lines of text, on a phone three. */
const TALL = 1.6;

/** Ids of elements must differ between all views of a window. */
let lists = 0;

/** An element in the list, and what it was made of. */
interface Drawn {
  readonly el: HTMLElement;
  readonly signature: string;
}

/**
 * The elements of a long list of rows: those in sight, some around them, and the active one, to which
 * `aria-activedescendant` must be able to point. A row's height is `--linkage-list-row` in styles.css, a tall one's a
 * multiple of that: all stand where their index puts them. Knows nothing of keys and clicks.
 */
export class RowList<Item extends ListNode> {
  /** Scrolls, has the focus and is the `tree`. */
  readonly el: HTMLElement;
  private readonly sizer: HTMLElement;
  private readonly looks: RowLooks<Item>;
  private readonly idPrefix = `linkage-list-${String(lists++)}-`;
  private rows: ListRows<Item>;
  private active = -1;
  private height = USUAL_HEIGHT;
  private drawn = new Map<string, Drawn>();
  private nextId = 0;

  /** @param label what the tree is called */
  constructor(parent: HTMLElement, rows: ListRows<Item>, looks: RowLooks<Item>, label: string) {
    this.rows = rows;
    this.looks = looks;
    this.el = parent.createDiv({ cls: "linkage-list" });
    this.el.setAttrs({ role: "tree", tabindex: "0", "aria-label": label });
    this.el.setCssProps({ "--linkage-list-tall": String(TALL) });
    this.sizer = this.el.createDiv({ cls: "linkage-list-sizer", attr: { role: "none" } });
  }

  /** The index of the active row; -1 if there is none. */
  get activeIndex(): number {
    return this.active;
  }

  /** The index of the topmost row that is wholly in sight. */
  get topIndex(): number {
    const first = this.indexOver(this.el.scrollTop);
    return this.topOf(first) < this.el.scrollTop ? first + 1 : first;
  }

  /** How many rows fit in sight. */
  get pageSize(): number {
    return Math.max(1, this.indexOver(this.el.scrollTop + this.el.clientHeight) - this.topIndex);
  }

  /** Show other rows. What was topmost in sight stays there, if it is still shown. */
  setRows(rows: ListRows<Item>, active: number): void {
    const first = this.indexOver(this.el.scrollTop);
    const top = this.el.scrollTop === 0 ? null : this.rows.at(first);
    const before = this.topOf(first);
    this.rows = rows;
    this.active = active;
    this.sizer.setCssProps({ "--linkage-list-rows": String(this.unitsAbove(rows.length)) });
    const now = top ? rows.indexOf(top.node) : -1;
    if (now >= 0 && this.topOf(now) !== before) this.el.scrollTop += this.topOf(now) - before;
    this.draw();
  }

  /** Make a row the active one; nothing scrolls. */
  setActive(index: number): void {
    this.active = index;
    this.draw();
  }

  /** Make a row the active one and scroll as little as brings it in sight. */
  moveTo(index: number): void {
    const top = this.topOf(index);
    if (top < this.el.scrollTop) this.el.scrollTop = top;
    const bottom = this.topOf(index + 1);
    if (bottom > this.el.scrollTop + this.el.clientHeight) this.el.scrollTop = bottom - this.el.clientHeight;
    this.setActive(index);
  }

  /** The index of the row that an element of the list belongs to; -1 if it belongs to none. */
  indexAt(target: Node | null): number {
    for (const { el } of this.drawn.values()) if (el.contains(target)) return Number(el.dataset.index);
    return -1;
  }

  /** The element of the active row. */
  activeElement(): HTMLElement | null {
    const row = this.rows.at(this.active);
    return (row && this.drawn.get(row.node.key)?.el) ?? null;
  }

  /** Measure a row again: the theme or the text size may have changed. */
  measure(): void {
    const row = this.sizer.firstElementChild;
    const height = row?.getBoundingClientRect().height ?? 0;
    if (height > 0) this.height = row?.hasClass("linkage-list-tall") === true ? height / TALL : height;
    this.draw();
  }

  /** The height of all rows above `index`, in rows that are not tall. */
  private unitsAbove(index: number): number {
    const tall = this.rows.tallBefore?.(index) ?? 0;
    return Math.round((index - tall + tall * TALL) * 10) / 10;
  }

  /** How far below the beginning of the list a row is, in pixels. */
  private topOf(index: number): number {
    return this.unitsAbove(index) * this.height;
  }

  /** The index of the row that is this many pixels below the beginning of the list; the nearest one, where there is none. */
  private indexOver(pixels: number): number {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.topOf(middle) <= pixels) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Bring the elements up to what is in sight. */
  draw(): void {
    const first = this.indexOver(this.el.scrollTop) - OVERSCAN;
    const last = this.indexOver(this.el.scrollTop + this.el.clientHeight) + OVERSCAN;
    const wanted = new Set<number>();
    for (let at = Math.max(0, first); at <= Math.min(last, this.rows.length - 1); at++) wanted.add(at);
    if (this.rows.at(this.active)) wanted.add(this.active);
    this.place([...wanted].sort((a, b) => a - b));
    const active = this.activeElement();
    if (active) this.el.setAttr("aria-activedescendant", active.id);
    else this.el.removeAttribute("aria-activedescendant");
  }

  /** Have elements for these rows and no others, in this order; a row that says what it said keeps its element. */
  private place(indexes: readonly number[]): void {
    const before = this.drawn;
    this.drawn = new Map();
    const rows = indexes.flatMap((at) => {
      const row = this.rows.at(at);
      return row ? [{ at, row, signature: this.looks.signature(row) }] : [];
    });
    for (const { row, signature } of rows) {
      const old = before.get(row.node.key);
      if (old?.signature === signature) this.drawn.set(row.node.key, old);
    }
    for (const [key, { el }] of before) if (!this.drawn.has(key)) el.remove();
    for (const [order, { at, row, signature }] of rows.entries()) {
      const el = this.drawn.get(row.node.key)?.el ?? this.create(row);
      this.drawn.set(row.node.key, { el, signature });
      this.mark(el, at);
      const there = this.sizer.children[order];
      if (there !== el) this.sizer.insertBefore(el, there ?? null);
    }
  }

  private create(row: ListRow<Item>): HTMLElement {
    const el = this.looks.create(this.sizer, row);
    el.id = this.idPrefix + String(this.nextId++);
    return el;
  }

  private mark(el: HTMLElement, index: number): void {
    el.dataset.index = String(index);
    el.setCssProps({ "--linkage-list-at": String(this.unitsAbove(index)) });
    el.toggleClass("is-active", index === this.active);
    el.setAttr("aria-selected", String(index === this.active));
  }
}
