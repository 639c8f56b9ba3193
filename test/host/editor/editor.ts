import { indentLess, indentMore, redo, undo } from "@codemirror/commands";
import { EditorSelection, Transaction, type ChangeSpec, type EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

interface Position {
  line: number;
  ch: number;
}

interface Range {
  from: Position;
  to: Position;
}

interface RangeOrCaret {
  from: Position;
  to?: Position;
}

interface SelectionOrCaret {
  anchor: Position;
  head?: Position;
}

interface Change extends RangeOrCaret {
  text: string;
}

/** What the app's documentation of `Editor.transaction` describes. */
interface EditorTransaction {
  replaceSelection?: string;
  changes?: Change[];
  selections?: RangeOrCaret[];
  selection?: RangeOrCaret;
}

/** The app's editor interface over CodeMirror. Lines and columns count from 0; a place outside the text is the nearest inside. */
export class Editor {
  readonly cm: EditorView;

  constructor(cm: EditorView) {
    this.cm = cm;
  }

  getDoc(): this {
    return this;
  }

  refresh(): void {
    this.cm.requestMeasure();
  }

  getValue(): string {
    return this.state.doc.toString();
  }

  setValue(content: string): void {
    this.cm.dispatch({ changes: { from: 0, to: this.state.doc.length, insert: content } });
  }

  getLine(line: number): string {
    return this.state.doc.line(this.clampLine(line) + 1).text;
  }

  setLine(line: number, text: string): void {
    const { from, to } = this.state.doc.line(this.clampLine(line) + 1);
    this.cm.dispatch({ changes: { from, to, insert: text } });
  }

  lineCount(): number {
    return this.state.doc.lines;
  }

  lastLine(): number {
    return this.state.doc.lines - 1;
  }

  getSelection(): string {
    const { ranges } = this.state.selection;
    return ranges.map(({ from, to }) => this.state.sliceDoc(from, to)).join(this.state.lineBreak);
  }

  somethingSelected(): boolean {
    return this.state.selection.ranges.some(({ empty }) => !empty);
  }

  getRange(from: Position, to: Position): string {
    return this.state.sliceDoc(this.posToOffset(from), this.posToOffset(to));
  }

  replaceSelection(replacement: string, origin?: string): void {
    this.cm.dispatch({ ...this.state.replaceSelection(replacement), ...userEvent(origin) });
  }

  replaceRange(replacement: string, from: Position, to: Position = from, origin?: string): void {
    const changes = { from: this.posToOffset(from), to: this.posToOffset(to), insert: replacement };
    this.cm.dispatch({ changes, ...userEvent(origin) });
  }

  getCursor(side: "from" | "to" | "head" | "anchor" = "head"): Position {
    return this.offsetToPos(this.state.selection.main[side]);
  }

  listSelections(): { anchor: Position; head: Position }[] {
    return this.state.selection.ranges.map(({ anchor, head }) => ({
      anchor: this.offsetToPos(anchor),
      head: this.offsetToPos(head),
    }));
  }

  setCursor(pos: Position | number, ch = 0): void {
    this.setSelection(typeof pos === "number" ? { line: pos, ch } : pos);
  }

  setSelection(anchor: Position, head: Position = anchor): void {
    this.cm.dispatch({ selection: { anchor: this.posToOffset(anchor), head: this.posToOffset(head) } });
  }

  setSelections(ranges: SelectionOrCaret[], main = 0): void {
    const selections = ranges.map(({ anchor, head = anchor }) =>
      EditorSelection.range(this.posToOffset(anchor), this.posToOffset(head)),
    );
    this.cm.dispatch({ selection: EditorSelection.create(selections, main) });
  }

  focus(): void {
    this.cm.focus();
  }

  blur(): void {
    this.cm.contentDOM.blur();
  }

  hasFocus(): boolean {
    return this.cm.hasFocus;
  }

  getScrollInfo(): { top: number; left: number } {
    const { scrollTop: top, scrollLeft: left } = this.cm.scrollDOM;
    return { top, left };
  }

  scrollTo(x?: number | null, y?: number | null): void {
    this.cm.scrollDOM.scrollTo({ ...(x == null ? {} : { left: x }), ...(y == null ? {} : { top: y }) });
  }

  scrollIntoView({ from, to }: Range, center = false): void {
    const range = EditorSelection.range(this.posToOffset(from), this.posToOffset(to));
    this.cm.dispatch({ effects: EditorView.scrollIntoView(range, { y: center ? "center" : "nearest" }) });
  }

  undo(): void {
    undo(this.cm);
  }

  redo(): void {
    redo(this.cm);
  }

  exec(command: string): void {
    if (command === "indentMore") indentMore(this.cm);
    else if (command === "indentLess") indentLess(this.cm);
    else throw new Error(`The host's editor does not have the command "${command}"`);
  }

  /** All changes at once, their places those of the text before: one step to undo. */
  transaction(tx: EditorTransaction, origin?: string): void {
    const { state } = this;
    const replaced: readonly ChangeSpec[] =
      tx.replaceSelection === undefined
        ? []
        : state.selection.ranges.map(({ from, to }) => ({ from, to, insert: tx.replaceSelection ?? "" }));
    const changes = state.changes([
      ...replaced,
      ...(tx.changes ?? []).map(({ from, to = from, text }) => ({
        from: this.posToOffset(from),
        to: this.posToOffset(to),
        insert: text,
      })),
    ]);
    this.cm.dispatch({ changes, ...userEvent(origin) });
    const selections = tx.selections ?? (tx.selection ? [tx.selection] : []);
    if (selections.length > 0)
      this.setSelections(selections.map(({ from, to = from }) => ({ anchor: from, head: to })));
  }

  wordAt(pos: Position): Range | null {
    const word = this.state.wordAt(this.posToOffset(pos));
    return word && { from: this.offsetToPos(word.from), to: this.offsetToPos(word.to) };
  }

  posToOffset({ line, ch }: Position): number {
    if (line < 0) return 0;
    if (line >= this.state.doc.lines) return this.state.doc.length;
    const { from, to } = this.state.doc.line(line + 1);
    return Math.min(from + Math.max(0, ch), to);
  }

  offsetToPos(offset: number): Position {
    const { from, number } = this.state.doc.lineAt(Math.max(0, Math.min(offset, this.state.doc.length)));
    return { line: number - 1, ch: Math.max(0, Math.min(offset, this.state.doc.length)) - from };
  }

  processLines<T>(
    read: (line: number, lineText: string) => T | null,
    write: (line: number, lineText: string, value: T | null) => Change | undefined,
    ignoreEmpty = true,
  ): void {
    const lines = Array.from({ length: this.lineCount() }, (_, line) => [line, this.getLine(line)] as const);
    const kept = lines.filter(([, text]) => !ignoreEmpty || text !== "");
    const values = kept.map(([line, text]) => read(line, text));
    const changes = kept.flatMap(([line, text], index) => write(line, text, values[index] ?? null) ?? []);
    if (changes.length > 0) this.transaction({ changes });
  }

  private get state(): EditorState {
    return this.cm.state;
  }

  private clampLine(line: number): number {
    return Math.max(0, Math.min(line, this.lastLine()));
  }
}

function userEvent(origin: string | undefined): {
  annotations?: ReturnType<typeof Transaction.userEvent.of>;
} {
  return origin === undefined ? {} : { annotations: Transaction.userEvent.of(origin.replace(/^\+/, "")) };
}
