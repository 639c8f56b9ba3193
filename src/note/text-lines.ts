import type { LineStarts } from "../text/lines.ts";
import { lastNotAbove } from "../text/search.ts";

/** The break before a blank line, and that line without its own. */
const blankLine = /(?:\n|\r(?!\n))[ \t]*(?=[\n\r]|$)/g;

/** Where the lines of a text lie, counted from 0, and what stands further on. */
export class TextLines {
  private readonly text: string;
  private readonly starts: LineStarts;
  private readonly lastOf = new Map<string, number>();

  constructor(text: string, starts: LineStarts) {
    this.text = text;
    this.starts = starts;
  }

  get count(): number {
    return this.starts.length;
  }

  /** Where a line starts; behind the last one, the end of the text. */
  start(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** Where a line ends, before its line break. */
  end(line: number): number {
    const { starts, text } = this;
    const from = starts[line] ?? text.length;
    let end = starts[line + 1] ?? text.length;
    while (end > from && isLineBreak(text.charCodeAt(end - 1))) end--;
    return end;
  }

  /** The last line from `line` on before the next blank one, or of the text. */
  lastBeforeBlank(line: number): number {
    blankLine.lastIndex = this.end(line);
    const isBlank = blankLine.test(this.text);
    return isBlank ? lastNotAbove(this.starts, blankLine.lastIndex) - 1 : this.count - 1;
  }

  /** `mark` stands somewhere behind `offset`. Looks through the text once for each mark. */
  occursAfter(mark: string, offset: number): boolean {
    let last = this.lastOf.get(mark);
    if (last === undefined) this.lastOf.set(mark, (last = this.text.lastIndexOf(mark)));
    return last >= offset;
  }
}

function isLineBreak(unit: number): boolean {
  return unit === 10 || unit === 13;
}
