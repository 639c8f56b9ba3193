import { atxHeading, mayStart } from "./block-starts.ts";
import { type BlockWriter, type Leaf, paragraph } from "./block-writer.ts";
import type { Containers } from "./containers.ts";

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
   * Read a line of the kinds that most lines are, which takes a third of the time of the general way: an empty one outside of
   * all quotes, and without blanks in front text, a heading or a list item with text. False of every other.
   */
  read(from: number, end: number): boolean {
    const { containers, text, writer } = this;
    const { leaf } = writer;
    if (from === end) {
      const isClosing = (leaf === null || endsAtBlank(leaf)) && containers.lastOverBlank;
      if (isClosing) writer.close(true);
      return isClosing;
    }
    if (leaf !== null && leaf.kind !== "paragraph") return false;
    const first = text.charCodeAt(from);
    if (first === HASH) return this.addHeading(from, end);
    if (first === DASH) return isPlainItem(text, from, end) && this.openItem(from + 2, end);
    if (mayStart(text, from) || (leaf !== null && !containers.isEmpty)) return false;
    if (leaf === null) {
      containers.closeAll();
      writer.open(paragraph, from, end);
    } else writer.addLine(from, end);
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

  /** A list item that starts its line lies in no other container. */
  private openItem(content: number, end: number): boolean {
    this.writer.close();
    this.containers.closeAll();
    this.containers.push({ kind: "item", indent: 2, empty: false });
    this.writer.open(paragraph, content, end);
    return true;
  }
}

const HASH = 35;
const DASH = 45;
const SPACE = 32;

/** A line that starts with `- ` and text. */
function isPlainItem(text: string, from: number, end: number): boolean {
  if (from + 2 >= end || text.charCodeAt(from + 1) !== SPACE) return false;
  const unit = text.charCodeAt(from + 2);
  return unit > SPACE && unit < 127 && !mayStart(text, from + 2);
}

/** A blank line always closes such a leaf. */
function endsAtBlank(leaf: Leaf): boolean {
  return leaf.kind === "paragraph" || leaf.kind === "table" || (leaf.kind === "html" && leaf.end === "blank");
}
