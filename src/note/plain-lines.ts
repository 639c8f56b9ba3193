import { atxHeading, endsHtml, htmlStart, mayStart } from "./block-starts.ts";
import { type BlockWriter, type Leaf, paragraph, table } from "./block-writer.ts";
import { type Containers, dashItem, quote } from "./containers.ts";

/** Reads the lines of a note that tell by their first characters what they are: one fast path in front of the general way. */
export class PlainLines {
  private readonly text: string;
  private readonly containers: Containers;
  private readonly writer: BlockWriter;

  /** @param containers those that are open before each line, changed with it, as is what `writer` has open */
  constructor(text: string, containers: Containers, writer: BlockWriter) {
    this.text = text;
    this.containers = containers;
    this.writer = writer;
  }

  /**
   * Read a line of the kinds that most lines are, which takes a third of the time of the general way: an empty one, and without
   * blanks in front text, a heading, a list item or quote with text, a table's row, or the first line of HTML. False of every other.
   */
  read(from: number, end: number): boolean {
    const { text, writer } = this;
    const { leaf } = writer;
    if (from === end) return this.endAtBlank(leaf);
    const first = text.charCodeAt(from);
    if (leaf !== null && leaf !== paragraph) return leaf === table && first === BAR && this.addRow(from, end);
    if (first === HASH) return this.addHeading(from, end);
    if (first === DASH) return this.isPlainText(from + 1, end) && this.openItem(from + 2, end);
    if (first === QUOTE) return this.isPlainText(from + 1, end) && this.readQuote(from + 2, end);
    if (leaf === null) return this.openLeaf(first, from, end);
    if (this.containers.depth > 0 || mayStart(text, from)) return false;
    writer.addLine(from, end);
    return true;
  }

  private endAtBlank(leaf: Leaf | null): boolean {
    const { containers, writer } = this;
    if (containers.depth > 0) {
      if (containers.startsWithQuote) {
        writer.close();
        containers.closeAll();
        return true;
      }
      if (!containers.lastOverBlank) return false;
    }
    if (leaf === null) return true;
    const isClosing = endsAtBlank(leaf);
    if (isClosing) writer.close(true);
    return isClosing;
  }

  private addRow(from: number, end: number): boolean {
    if (this.containers.depth > 0) return false;
    this.writer.addRow(from, end);
    return true;
  }

  /** A heading that starts its line lies in no container. */
  private addHeading(from: number, end: number): boolean {
    const atx = atxHeading(this.text.slice(from, end));
    if (atx === null) return false;
    this.containers.closeAll();
    this.writer.addHeading(atx, from);
    return true;
  }

  /** A blank stands at `blank`, and behind it text that starts nothing but a paragraph. */
  private isPlainText(blank: number, end: number): boolean {
    const { text } = this;
    const from = blank + 1;
    if (from >= end || text.charCodeAt(blank) !== SPACE) return false;
    const unit = text.charCodeAt(from);
    if (unit <= SPACE || unit >= 127) return false;
    return !mayStart(text, from) || (unit === ANGLE && htmlStart(text.slice(from, end), false) === null);
  }

  /** A list item that starts its line lies in no other container. */
  private openItem(content: number, end: number): true {
    this.containers.openOnly(dashItem);
    this.writer.open(paragraph, content, end);
    return true;
  }

  /** A quote that starts its line lies in no other container. */
  private readQuote(content: number, end: number): boolean {
    const { containers, writer } = this;
    if (writer.leaf !== null) {
      if (!containers.isOnly(quote)) return false;
      writer.addLine(content, end);
      return true;
    }
    containers.openOnly(quote);
    writer.open(paragraph, content, end);
    return true;
  }

  /** Nothing is open but containers, to which a line does not belong that starts with no blank and no mark of theirs. */
  private openLeaf(first: number, from: number, end: number): boolean {
    const { containers, text, writer } = this;
    // Without a line before it, a row of a table is text.
    if (first !== ANGLE && first !== BAR && mayStart(text, from)) return false;
    if (containers.depth > 0) containers.closeAll();
    const line = first === ANGLE ? text.slice(from, end) : "";
    const how = first === ANGLE ? htmlStart(line, false) : null;
    writer.open(how === null ? paragraph : { kind: "html", end: how }, from, end);
    if (how !== null && how !== "blank" && endsHtml(line, how)) writer.close();
    return true;
  }
}

const SPACE = 32;
const HASH = 35;
const DASH = 45;
const ANGLE = 60;
const QUOTE = 62;
const BAR = 124;

/** A blank line always closes such a leaf. */
function endsAtBlank(leaf: Leaf): boolean {
  return leaf === paragraph || leaf === table || (leaf.kind === "html" && leaf.end === "blank");
}
