import type { LineCursor } from "./line-cursor.ts";

/** A quote, or an item of a list or a footnote. */
export interface Container {
  readonly kind: "quote" | "item";
  /** For an item: the columns that its further lines are indented by. */
  readonly indent: number;
  /** An item of which only a blank line has been read. */
  empty: boolean;
}

/** An item behind a dash and a blank that starts its line, which is not empty. */
export const dashItem: Container = { kind: "item", indent: 2, empty: false };

/** A quote, which has nothing of its own. */
export const quote: Container = { kind: "quote", indent: 0, empty: false };

/**
 * Deepest nesting of containers; what would open another is text. Every line costs a step for each level, so that without
 * a bound the time would not be linear. markdown-it has the same.
 */
const MAX_DEPTH = 100;

/** The containers that are open, outermost first, and how many of them the current line continues. */
export class Containers {
  private readonly open: Container[] = [];
  private matched = 0;
  /** How many are open. */
  depth = 0;

  /** Of the outermost an unmarked line is no part. */
  get startsWithQuote(): boolean {
    return this.open[0]?.kind === "quote";
  }

  /** This one is open, and nothing in it or around it. */
  isOnly(container: Container): boolean {
    return this.depth === 1 && this.open[0] === container;
  }

  /** A blank line ends none of them. */
  get lastOverBlank(): boolean {
    for (const { kind, empty } of this.open) if (kind === "quote" || empty) return false;
    return true;
  }

  /** No further container may open on this line. */
  get isFull(): boolean {
    return this.matched >= MAX_DEPTH;
  }

  /** The line continues all that are open. */
  get allMatched(): boolean {
    return this.matched === this.depth;
  }

  /** Take from a new line the prefixes of the containers that it continues. */
  match(cursor: LineCursor): void {
    this.matched = 0;
    for (const container of this.open) {
      if (!continues(container, cursor)) return;
      this.matched++;
    }
  }

  /** The line belongs to all that are open though it does not have their prefixes. */
  matchAll(): void {
    this.matched = this.depth;
  }

  /** Close what the line does not continue. */
  closeUnmatched(): void {
    for (; this.depth > this.matched; this.depth--) this.open.pop();
  }

  /** Close all, for a line that continues none. */
  closeAll(): void {
    this.matched = 0;
    this.closeUnmatched();
  }

  /** Open a container in the innermost. */
  push(container: Container): void {
    this.fillInnermost();
    this.depth = this.open.push(container);
    this.matched = this.depth;
  }

  /** Close all and open this one, which is not empty; what is open so already stays. */
  openOnly(container: Container): void {
    if (this.isOnly(container)) {
      this.matched = 1;
      return;
    }
    this.closeAll();
    this.push(container);
  }

  /** Something stands in the innermost container. */
  fillInnermost(): void {
    const innermost = this.open.at(-1);
    if (innermost) innermost.empty = false;
  }
}

/** Take the container's prefix from the line; false if the line does not belong to it. */
function continues(container: Container, cursor: LineCursor): boolean {
  if (container.kind === "quote") {
    if (cursor.indent > 3 || cursor.first !== QUOTE) return false;
    takeQuoteMark(cursor);
    return true;
  }
  if (cursor.blank) return !container.empty;
  if (cursor.indent < container.indent) return false;
  cursor.takeBlanks(container.indent);
  return true;
}

const QUOTE = 62;

/** Take the `>` at which the line's content starts, and one column of blanks behind it. */
export function takeQuoteMark(cursor: LineCursor): void {
  cursor.takeTo(cursor.content + 1);
  if (cursor.indent > 0) cursor.takeBlanks(1);
}
