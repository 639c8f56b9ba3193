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

/** The leaf of text that nothing else claims. */
export const paragraph: Leaf = { kind: "paragraph" };

/** Gathers the lines of the leaf block that is open, and writes the block down when it closes. */
export class BlockWriter {
  private readonly text: string;
  private readonly blocks: Block[] = [];
  private readonly definitions: Definitions = new Map();
  /** The leaf that is open. */
  leaf: Leaf | null = null;
  /** What its lines hold, at least one. Lines with no quote mark between them are one piece. */
  private pieces: Piece[] = [];
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
    this.close();
    this.leaf = leaf;
    this.pieces = [{ from, to }];
    this.lineFrom = from;
    this.lineBefore = -1;
  }

  /** The next line of the open leaf, without its containers' prefix. */
  addLine(from: number, to: number): void {
    const last = this.pieces.at(-1);
    this.lineFrom = from;
    if (last && !this.quoteMarkBetween(last.to, from)) {
      this.lineBefore = last.to;
      last.to = to;
    } else {
      this.lineBefore = -1;
      this.pieces.push({ from, to });
    }
  }

  /** Close the open leaf. `atBlank`: a blank line ends it. */
  close(atBlank = false): void {
    const { leaf } = this;
    if (leaf === null) return;
    if (leaf.kind === "paragraph") this.endParagraph();
    else if (leaf.kind !== "table") this.endOpaque(leaf, atBlank);
    this.leaf = null;
  }

  /** A heading on one line, whose first character stands at `at`. */
  addHeading({ level, from, to, end }: AtxHeading, at: number): void {
    this.close();
    this.blocks.push(textBlock("heading", level, at, at + end, [{ from: at + from, to: at + to }]));
  }

  /** The open paragraph is a heading whose underline ends at `to`. False if only definitions are in it. */
  endAsHeading(level: number, to: number): boolean {
    const pieces = takeDefinitions(this.text, this.pieces, this.definitions);
    const from = pieces[0]?.from;
    if (from !== undefined) this.blocks.push(textBlock("heading", level, from, to, pieces));
    this.leaf = null;
    return from !== undefined;
  }

  /** The delimiter row `line` makes a table of the open paragraph's last line, if that has as many cells. */
  openTable(line: string): boolean {
    const columns = delimiterColumns(line);
    const last = this.pieces.at(-1);
    if (columns === 0 || last === undefined) return false;
    const cells = tableCells(this.text, this.lineFrom, last.to);
    if (cells.length !== columns) return false;
    if (this.lineBefore < 0) this.pieces.pop();
    else last.to = this.lineBefore;
    this.close();
    this.leaf = { kind: "table" };
    this.addCells(cells);
    return true;
  }

  /** The next row of the open table. */
  addRow(from: number, to: number): void {
    this.addCells(tableCells(this.text, from, to));
  }

  private addCells(cells: readonly TextRange[]): void {
    for (const { from, to } of cells) {
      if (from < to) this.blocks.push(textBlock("cell", 0, from, to, null));
    }
  }

  private endParagraph(): void {
    const pieces = takeDefinitions(this.text, this.pieces, this.definitions);
    const only = pieces.length === 1 ? pieces[0] : undefined;
    if (only) {
      this.blocks.push(textBlock("paragraph", 0, only.from, only.to, null));
      return;
    }
    const range = span(pieces);
    if (range === null) return;
    this.blocks.push(textBlock("paragraph", 0, range.from, range.to, pieces));
  }

  private endOpaque(leaf: Leaf, atBlank: boolean): void {
    const range = span(this.pieces);
    if (range === null) return;
    const isHtml = leaf.kind === "html";
    this.blocks.push({
      kind: isHtml ? "html" : leaf.kind !== "until" ? "code" : leaf.mark === "%%" ? "comment" : "math",
      role: null,
      level: 0,
      endsAtBlank: isHtml && leaf.end === "blank" && atBlank,
      pieces: isHtml && this.pieces.length > 1 ? this.pieces : null,
      from: range.from,
      to: range.to,
    });
  }

  /** Only blanks, line breaks and quote marks stand between two lines of a leaf. */
  private quoteMarkBetween(from: number, to: number): boolean {
    return to - from > 1 && this.text.slice(from, to).includes(">");
  }
}

interface Piece {
  readonly from: number;
  to: number;
}

function textBlock(
  role: Block["role"],
  level: number,
  from: number,
  to: number,
  pieces: readonly TextRange[] | null,
): Block {
  return { kind: "text", role, level, endsAtBlank: false, pieces, from, to };
}

function span(pieces: readonly TextRange[]): TextRange | null {
  const first = pieces[0];
  const last = pieces.at(-1);
  return first && last ? { from: first.from, to: last.to } : null;
}
