import type { TextRange } from "../text/range.ts";
import { type AtxHeading, delimiterColumns, type Fence, type HtmlEnd } from "./block-starts.ts";
import type { Block, Blocks } from "./block.ts";
import { type Definitions, takeDefinitions } from "./definitions.ts";
import { tableCells } from "./table-cells.ts";

/** A block that takes further lines. */
export type Leaf =
  | { readonly kind: "paragraph" }
  | { readonly kind: "table" }
  | { readonly kind: "indented" }
  | { readonly kind: "fenced"; readonly fence: Fence }
  | { readonly kind: "html"; readonly end: HtmlEnd }
  | { readonly kind: "until"; readonly mark: "%%" | "$$" };

/** The leaf of text that nothing else claims. There is no other of its kind. */
export const paragraph: Leaf = { kind: "paragraph" };

/** The leaf that takes rows. There is no other of its kind. */
export const table: Leaf = { kind: "table" };

/** Gathers the lines of the leaf block that is open, and writes the block down when it closes. */
export class BlockWriter {
  private readonly text: string;
  private readonly blocks: Block[] = [];
  private readonly definitions: Definitions = new Map();
  /** The leaf that is open. */
  leaf: Leaf | null = null;
  /** What its lines hold but for the last piece. Lines with no quote mark between them are one piece. Null for most: they have only one. */
  private earlier: TextRange[] | null = null;
  /** The last piece. */
  private from = 0;
  private to = 0;
  /** Where the last line starts. */
  private lineFrom = 0;
  /** Where the line before it ends, if both are in one piece, else -1. */
  private lineBefore = -1;

  constructor(text: string) {
    this.text = text;
  }

  /** Close what is open; everything that was written down. */
  finish(): Blocks {
    this.close();
    return { blocks: this.blocks, definitions: this.definitions };
  }

  /** Open a leaf with its first line. */
  open(leaf: Leaf, from: number, to: number): void {
    if (this.leaf !== null) this.close();
    this.leaf = leaf;
    this.earlier = null;
    this.from = from;
    this.to = to;
    this.lineFrom = from;
    this.lineBefore = -1;
  }

  /** The next line of the open leaf, without its containers' prefix. */
  addLine(from: number, to: number): void {
    this.lineFrom = from;
    if (from - this.to > 1 && this.quoteMarkBetween(this.to, from)) {
      (this.earlier ??= []).push({ from: this.from, to: this.to });
      this.lineBefore = -1;
      this.from = from;
    } else {
      this.lineBefore = this.to;
    }
    this.to = to;
  }

  /** Close the open leaf. `atBlank`: a blank line ends it. */
  close(atBlank = false): void {
    const { leaf } = this;
    if (leaf === null) return;
    if (leaf === paragraph) this.endParagraph();
    else if (leaf !== table) this.endOpaque(leaf, atBlank);
    this.leaf = null;
  }

  /** A heading on one line, whose first character stands at `at`. */
  addHeading({ level, from, to, end }: AtxHeading, at: number): void {
    if (this.leaf !== null) this.close();
    this.addText("heading", level, at, at + end, [{ from: at + from, to: at + to }]);
  }

  /** The open paragraph is a heading whose underline ends at `to`. False if only definitions are in it. */
  endAsHeading(level: number, to: number): boolean {
    const pieces = takeDefinitions(this.text, this.pieces(), this.definitions);
    const from = pieces[0]?.from;
    if (from !== undefined) this.addText("heading", level, from, to, pieces);
    this.leaf = null;
    return from !== undefined;
  }

  /** The delimiter row `line` makes a table of the open paragraph's last line, if that has as many cells. */
  openTable(line: string): boolean {
    const columns = delimiterColumns(line);
    if (columns === 0) return false;
    const cells = tableCells(this.text, this.lineFrom, this.to);
    if (cells.length !== columns) return false;
    this.closeBeforeLine();
    this.leaf = table;
    this.addCells(cells);
    return true;
  }

  /** Close the open paragraph without its last line. */
  private closeBeforeLine(): void {
    if (this.lineBefore >= 0) {
      this.to = this.lineBefore;
    } else {
      const before = this.earlier?.pop();
      if (before === undefined) return;
      this.from = before.from;
      this.to = before.to;
      if (this.earlier?.length === 0) this.earlier = null;
    }
    this.close();
  }

  /** The next row of the open table. */
  addRow(from: number, to: number): void {
    this.addCells(tableCells(this.text, from, to));
  }

  private addCells(cells: readonly TextRange[]): void {
    for (const { from, to } of cells) {
      if (from < to) this.addText("cell", 0, from, to, null);
    }
  }

  private endParagraph(): void {
    const { earlier, from, text, to } = this;
    if (earlier === null && text.charCodeAt(from) !== BRACKET) {
      this.addText("paragraph", 0, from, to, null);
      return;
    }
    const pieces = takeDefinitions(text, this.pieces(), this.definitions);
    const first = pieces[0];
    if (first) this.addText("paragraph", 0, first.from, to, pieces.length > 1 ? pieces : null);
  }

  private endOpaque(leaf: Leaf, atBlank: boolean): void {
    const { earlier } = this;
    const isHtml = leaf.kind === "html";
    this.blocks.push({
      kind: isHtml ? "html" : leaf.kind !== "until" ? "code" : leaf.mark === "%%" ? "comment" : "math",
      role: null,
      level: 0,
      endsAtBlank: isHtml && leaf.end === "blank" && atBlank,
      pieces: isHtml && earlier ? this.pieces() : null,
      from: earlier?.[0]?.from ?? this.from,
      to: this.to,
    });
  }

  private addText(
    role: Block["role"],
    level: number,
    from: number,
    to: number,
    pieces: readonly TextRange[] | null,
  ): void {
    this.blocks.push({ kind: "text", role, level, endsAtBlank: false, pieces, from, to });
  }

  /** All pieces of the open leaf, at least one. */
  private pieces(): readonly TextRange[] {
    const last = { from: this.from, to: this.to };
    return this.earlier ? [...this.earlier, last] : [last];
  }

  /** Only blanks, line breaks and quote marks stand between two lines of a leaf. */
  private quoteMarkBetween(from: number, to: number): boolean {
    return this.text.slice(from, to).includes(">");
  }
}

const BRACKET = 91;
