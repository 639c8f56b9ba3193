import type { TextRange } from "../text/range.ts";
import { lastNotAbove } from "../text/search.ts";

/**
 * A stretch of a note's text as its inline content is read: as it stands, or line by line without the quote marks
 * between the lines. A text of its own, so that no search runs on behind its end.
 */
export interface Content {
  readonly text: string;
  /** Where the text starts in the note. */
  readonly from: number;
  /** Null where the text stands in the note as it is. */
  readonly lines: ContentLines | null;
}

/** The stretches that a content is made of: where each stands in the note, and where it starts in the content. */
interface ContentLines {
  readonly pieces: readonly TextRange[];
  readonly starts: readonly number[];
}

/** Nothing to read. */
export const noContent: Content = { text: "", from: 0, lines: null };

/** What is to be read of a block. */
export function contentOf(
  text: string,
  block: TextRange & { readonly pieces: readonly TextRange[] | null },
): Content {
  return block.pieces ? joinedContent(text, block.pieces) : wholeContent(text, block);
}

/** The stretch `from`…`to` of `text` as it stands. */
export function wholeContent(text: string, { from, to }: TextRange): Content {
  return { text: text.slice(from, to), from, lines: null };
}

/** The pieces of `text` as lines that follow one another. */
export function joinedContent(text: string, pieces: readonly TextRange[]): Content {
  const first = pieces[0];
  if (first === undefined) return noContent;
  if (pieces.length === 1) return wholeContent(text, first);
  const starts: number[] = [];
  let length = 0;
  for (const { from, to } of pieces) {
    starts.push(length);
    length += to - from + 1;
  }
  const joined = pieces.map(({ from, to }) => text.slice(from, to)).join("\n");
  return { text: joined, from: first.from, lines: { pieces, starts } };
}

/** The offset in the note's text of an offset in the content's. */
export function placeOf({ from, lines }: Content, offset: number): number {
  if (lines === null) return from + offset;
  const line = Math.max(0, lastNotAbove(lines.starts, offset));
  return (lines.pieces[line]?.from ?? 0) + offset - (lines.starts[line] ?? 0);
}

/** The range in the note's text of a range in the content's. */
export function rangeOf(content: Content, from: number, to: number): TextRange {
  if (content.lines === null) return { from: content.from + from, to: content.from + to };
  return { from: placeOf(content, from), to: placeOf(content, to) };
}
