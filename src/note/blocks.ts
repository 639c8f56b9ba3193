import type { LineStarts } from "../text/lines.ts";
import type { Blocks } from "./block.ts";
import {
  atxHeading,
  closesFence,
  endsHtml,
  htmlStart,
  isThematicBreak,
  itemMarker,
  mayStart,
  openingFence,
  setextLevel,
} from "./block-starts.ts";
import { BlockWriter, type Leaf, paragraph } from "./block-writer.ts";
import { type Container, Containers, quote, takeQuoteMark } from "./containers.ts";
import { LineCursor } from "./line-cursor.ts";
import { PlainLines } from "./plain-lines.ts";
import { TextLines } from "./text-lines.ts";

/** Split the text from line `firstLine` (counted from 0) on into blocks, as CommonMark 0.31 and GFM tables have it. */
export function parseBlocks(text: string, lines: LineStarts, firstLine: number): Blocks {
  return new BlockParser(text, new TextLines(text, lines)).run(firstLine);
}

/** What a line goes on with: one container more, nothing more, or the text of a paragraph. */
type Step = "container" | "done" | "text";

class BlockParser {
  private readonly text: string;
  private readonly lines: TextLines;
  private readonly cursor: LineCursor;
  private readonly writer: BlockWriter;
  private readonly containers = new Containers();
  private readonly plainLines: PlainLines;

  constructor(text: string, lines: TextLines) {
    this.text = text;
    this.lines = lines;
    this.cursor = new LineCursor(text);
    this.writer = new BlockWriter(text);
    this.plainLines = new PlainLines(text, this.containers, this.writer);
  }

  run(firstLine: number): Blocks {
    const { lines, plainLines, text, writer } = this;
    const { starts } = lines;
    for (let line = firstLine; line < starts.length; line++) {
      const from = starts[line] ?? text.length;
      if (from === text.length) break;
      const end = lines.end(line);
      if (!plainLines.read(from, end)) this.readLine(from, end);
      const { leaf } = writer;
      if (leaf?.kind === "html" && leaf.end === "blank" && this.containers.depth === 0)
        line = this.takeHtml(line);
    }
    return this.writer.finish();
  }

  /** Take the rest of an HTML block outside all containers at once; the number of its last line. */
  private takeHtml(first: number): number {
    const last = this.lines.lastBeforeBlank(first);
    if (last > first) this.writer.addLine(this.lines.start(first + 1), this.lines.end(last));
    return last;
  }

  private readLine(from: number, end: number): void {
    this.cursor.open(from, end);
    this.containers.match(this.cursor);
    const all = this.containers.allMatched;
    if (all && this.writer.leaf !== null && this.continueLeaf(this.writer.leaf)) return;
    this.openBlocks(all);
  }

  /** Give the line to a leaf that decides by itself where it ends; false if others may start on this line. */
  private continueLeaf(leaf: Leaf): boolean {
    const { cursor } = this;
    switch (leaf.kind) {
      case "fenced":
        this.addLine(cursor.indent < 4 && closesFence(this.rest(), leaf.fence));
        return true;
      case "html":
        if (leaf.end === "blank" && cursor.blank) return false;
        this.addLine(leaf.end !== "blank" && endsHtml(this.rest(), leaf.end));
        return true;
      case "until":
        this.continueUntil(leaf.mark);
        return true;
      case "indented":
        if (cursor.blank) return true;
        if (cursor.indent < 4) return false;
        this.writer.addLine(cursor.content, cursor.end);
        return true;
      case "paragraph":
      case "table":
        return false;
    }
  }

  private addLine(isLast: boolean): void {
    this.writer.addLine(this.cursor.pos, this.cursor.end);
    if (isLast) this.writer.close();
  }

  /** A line of a comment or of math. What stands behind the closing mark is text again. */
  private continueUntil(mark: string): void {
    const { cursor } = this;
    const close = this.rest().indexOf(mark);
    if (close < 0) {
      this.addLine(false);
      return;
    }
    const end = cursor.content + close + mark.length;
    this.writer.addLine(cursor.pos, end);
    this.writer.close();
    cursor.takeTo(end);
    if (!cursor.blank) this.openLeaf(paragraph);
  }

  /** Open what starts on this line: containers first, then a leaf; or continue the paragraph. */
  private openBlocks(all: boolean): void {
    const { cursor, writer } = this;
    let inParagraph = all && writer.leaf?.kind === "paragraph";
    const wasTable = all && writer.leaf?.kind === "table";
    const lazy = writer.leaf?.kind === "paragraph";
    let opened = false;
    for (;;) {
      if (cursor.blank) {
        this.readBlank(opened);
        return;
      }
      if (cursor.indent > 3) {
        if (lazy && !opened) break;
        this.openLeaf({ kind: "indented" });
        return;
      }
      const step = mayStart(this.text, cursor.content) ? this.openOne(inParagraph, lazy && !opened) : "text";
      if (step === "done") return;
      if (step === "text") break;
      opened = true;
      inParagraph = false;
    }
    if (!opened && writer.leaf?.kind === "paragraph") this.continueParagraph(all);
    else if (!opened && wasTable) writer.addRow(cursor.content, cursor.end);
    else this.openLeaf(paragraph);
  }

  private readBlank(opened: boolean): void {
    if (!opened) this.closeUnmatched();
    if (this.writer.leaf?.kind !== "indented") this.writer.close(true);
  }

  /** The next line of the open paragraph; if not all containers match, a lazy one (CommonMark 5.1). */
  private continueParagraph(all: boolean): void {
    if (!all) this.containers.matchAll();
    this.writer.addLine(this.cursor.content, this.cursor.end);
  }

  /** Open what the character at the cursor starts. `lazy`: the line may continue a paragraph of deeper containers. */
  private openOne(inParagraph: boolean, lazy: boolean): Step {
    switch (this.text.charAt(this.cursor.content)) {
      case ">":
        return this.openQuote();
      case "#":
        return this.openHeading() ? "done" : "text";
      case "`":
      case "~":
        return this.openFence() ? "done" : "text";
      case "<":
        return this.openHtml(inParagraph || lazy) ? "done" : "text";
      case "%":
        return this.openUntil("%%") ? "done" : "text";
      case "$":
        return this.openUntil("$$") ? "done" : "text";
      case "=":
        return inParagraph && this.underline() ? "done" : "text";
      case "|":
      case ":":
        return this.openTable(inParagraph);
      case "-":
        if ((inParagraph && this.underline()) || this.breakLine()) return "done";
        return this.openItem(inParagraph) === "container" ? "container" : this.openTable(inParagraph);
      case "*":
      case "_":
        return this.breakLine() ? "done" : this.openItem(inParagraph);
      default:
        return this.openItem(inParagraph);
    }
  }

  private openQuote(): Step {
    if (this.containers.isFull) return "text";
    this.openContainer(quote);
    takeQuoteMark(this.cursor);
    return "container";
  }

  private openHeading(): boolean {
    const atx = atxHeading(this.rest());
    if (atx === null) return false;
    this.closeUnmatched();
    this.writer.addHeading(atx, this.cursor.content);
    return true;
  }

  /** The line underlines the open paragraph, which so becomes a heading. */
  private underline(): boolean {
    const line = this.rest();
    const level = setextLevel(line);
    return level > 0 && this.writer.endAsHeading(level, this.cursor.content + line.trimEnd().length);
  }

  private openTable(inParagraph: boolean): Step {
    return inParagraph && this.writer.openTable(this.rest()) ? "done" : "text";
  }

  private breakLine(): boolean {
    if (!isThematicBreak(this.rest())) return false;
    this.closeUnmatched();
    this.writer.close();
    return true;
  }

  private openFence(): boolean {
    const fence = openingFence(this.rest());
    if (fence === null) return false;
    this.openLeaf({ kind: "fenced", fence });
    return true;
  }

  private openHtml(inParagraph: boolean): boolean {
    const line = this.rest();
    const end = htmlStart(line, inParagraph);
    if (end === null) return false;
    this.openLeaf({ kind: "html", end });
    if (end !== "blank" && endsHtml(line, end)) this.writer.close();
    return true;
  }

  /** A comment or math that ends on a later line. */
  private openUntil(mark: "%%" | "$$"): boolean {
    const line = this.rest();
    if (!line.startsWith(mark) || line.includes(mark, 2) || !this.lines.occursAfter(mark, this.cursor.end))
      return false;
    this.openLeaf({ kind: "until", mark });
    return true;
  }

  private openItem(inParagraph: boolean): Step {
    const { cursor } = this;
    const item = this.containers.isFull ? null : itemMarker(this.rest());
    if (item === null || (inParagraph && !item.interrupts)) return "text";
    const before = cursor.indent;
    cursor.takeTo(cursor.content + item.width);
    const bare = cursor.blank;
    const blanks = bare || cursor.indent > 4 ? 1 : cursor.indent;
    if (!bare) cursor.takeBlanks(blanks);
    this.openContainer({ kind: "item", indent: item.indent ?? before + item.width + blanks, empty: bare });
    return "container";
  }

  private openContainer(container: Container): void {
    this.closeUnmatched();
    this.writer.close();
    this.containers.push(container);
  }

  private openLeaf(leaf: Leaf): void {
    this.closeUnmatched();
    this.containers.fillInnermost();
    this.writer.open(leaf, this.cursor.content, this.cursor.end);
  }

  /** Close the containers that the line does not continue, and the leaf in them. */
  private closeUnmatched(): void {
    if (this.containers.allMatched) return;
    this.writer.close();
    this.containers.closeUnmatched();
  }

  private rest(): string {
    return this.text.slice(this.cursor.content, this.cursor.end);
  }
}
