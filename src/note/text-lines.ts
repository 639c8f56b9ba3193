import type { LineStarts } from "../text/lines.ts";
import { lastNotAbove } from "../text/search.ts";

/** The break before a blank line, and that line without its own. */
const blankLine = /(?:\n|\r(?!\n))[ \t]*(?=[\n\r]|$)/g;

/** Where the lines of a text lie, counted from 0, and what stands further on. */
export class TextLines {
  private readonly text: string;
  /** Where each line starts. */
  readonly starts: LineStarts;
  /** Not all lines end at LF alone. */
  private readonly hasReturn: boolean;
  private readonly lastOf = new Map<string, number>();

  constructor(text: string, starts: LineStarts) {
    this.text = text;
    this.starts = starts;
    this.hasReturn = text.includes("\r");
  }

  /** Where a line starts; behind the last one, the end of the text. */
  start(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** Where a line ends, before its line break. */
  end(line: number): number {
    const next = this.starts[line + 1];
    if (next === undefined) return this.text.length;
    return this.hasReturn && this.endsWithTwo(line, next) ? next - 2 : next - 1;
  }

  /** The break before `next`, where the line behind this one starts, is CR and LF. */
  private endsWithTwo(line: number, next: number): boolean {
    return next - 2 >= this.start(line) && this.text.startsWith("\r\n", next - 2);
  }

  /** The last line from `line` on before the next blank one, or of the text. */
  lastBeforeBlank(line: number): number {
    blankLine.lastIndex = this.end(line);
    const isBlank = blankLine.test(this.text);
    return isBlank ? lastNotAbove(this.starts, blankLine.lastIndex) - 1 : this.starts.length - 1;
  }

  /** `mark` stands somewhere behind `offset`. Looks through the text once for each mark. */
  occursAfter(mark: string, offset: number): boolean {
    let last = this.lastOf.get(mark);
    if (last === undefined) this.lastOf.set(mark, (last = this.text.lastIndexOf(mark)));
    return last >= offset;
  }
}
