const TAB = 9;
const SPACE = 32;

/**
 * Reads one line of a text from left to right by columns: a tab reaches to the next multiple of four, and a container's
 * prefix may take only a part of it (CommonMark 2.2).
 */
export class LineCursor {
  private readonly text: string;
  /** Offset of the next character that is not yet taken. */
  pos = 0;
  /** Offset of the line's end, line break excluded. */
  end = 0;
  /** Offset of the first character from `pos` on that is no blank; `end` if there is none. */
  content = 0;
  /** Columns of blanks between `pos` and `content`. */
  indent = 0;
  private column = 0;
  private contentColumn = 0;
  /** Columns of the tab before `pos` that are not yet taken. */
  private spare = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Go to the start of another line. */
  open(from: number, end: number): void {
    this.pos = from;
    this.end = end;
    this.column = 0;
    this.spare = 0;
    this.measure();
  }

  get blank(): boolean {
    return this.content >= this.end;
  }

  /** The code unit of the first character that is no blank; NaN on a blank line. */
  get first(): number {
    return this.content < this.end ? this.text.charCodeAt(this.content) : Number.NaN;
  }

  /** Take everything before `offset`, which lies between `content` and `end`. */
  takeTo(offset: number): void {
    this.column = this.contentColumn + (offset - this.content);
    this.pos = offset;
    this.spare = 0;
    this.measure();
  }

  /** Take up to `columns` columns of blanks. */
  takeBlanks(columns: number): void {
    let left = columns;
    if (this.spare > 0) {
      const taken = Math.min(this.spare, left);
      this.spare -= taken;
      this.column += taken;
      left -= taken;
    }
    while (left > 0 && this.pos < this.content) {
      const width = this.text.charCodeAt(this.pos) === TAB ? 4 - (this.column % 4) : 1;
      this.pos++;
      const taken = Math.min(width, left);
      this.spare = width - taken;
      this.column += taken;
      left -= taken;
    }
    this.indent = this.contentColumn - this.column;
  }

  private measure(): void {
    let at = this.pos;
    let column = this.column + this.spare;
    for (; at < this.end; at++) {
      const unit = this.text.charCodeAt(at);
      if (unit === SPACE) column++;
      else if (unit === TAB) column += 4 - (column % 4);
      else break;
    }
    this.content = at;
    this.contentColumn = column;
    this.indent = column - this.column;
  }
}
