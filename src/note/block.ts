import type { TextRange } from "../text/range.ts";
import type { Definitions } from "./definitions.ts";

/**
 * A stretch of the body that is read in one way.
 * - `text` (paragraphs, headings, table cells): links and tags are looked for.
 * - `html`: opaque to the app, searched for links and linkage blocks by us.
 * - `comment`: a block `%%` comment, in which only tags count (obsidian.md A15).
 * - `code`, `math`: nothing is looked for.
 */
export interface Block extends TextRange {
  readonly kind: "text" | "html" | "comment" | "code" | "math";
  /** What a `text` block is. Empty cells are no block. */
  readonly role: "paragraph" | "heading" | "cell" | null;
  /** 1–6 for a heading, else 0. */
  readonly level: number;
  /** For an HTML block: a blank line ended it. */
  readonly endsAtBlank: boolean;
  /** What is to be read of text and HTML if it is not all of the range: no quote marks, no marks of a heading. Else null. */
  readonly pieces: readonly TextRange[] | null;
}

/** The blocks of a body in text order, and the reference definitions in it. */
export interface Blocks {
  readonly blocks: readonly Block[];
  readonly definitions: Definitions;
}
