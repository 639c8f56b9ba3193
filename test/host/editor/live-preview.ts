import { StateField, type EditorState, type Extension, type Range } from "@codemirror/state";
import { Decoration, EditorView, WidgetType, type DecorationSet } from "@codemirror/view";
import { frontmatterBlock, readProperties } from "../metadata/frontmatter.ts";
import { sanitizeHTMLToDom } from "../reading/sanitize.ts";
import { editorLivePreviewField } from "./fields.ts";
import { endOfFrontmatter } from "./source-marks.ts";

/**
 * What live preview shows in place of the source: the properties, HTML blocks, and links without their brackets, each as
 * long as the cursor is not in it. The app's properties cannot be entered by the cursor at all.
 */
const preview = StateField.define<DecorationSet>({
  create: previewOf,
  update(value, { docChanged, selection, effects, state }) {
    return docChanged || selection || effects.length > 0 ? previewOf(state) : value;
  },
  provide: (field) => [
    EditorView.decorations.from(field),
    EditorView.atomicRanges.of((view) => view.state.field(field)),
  ],
});

export const livePreview: Extension = preview;

/** A stretch of source that is shown as an element. */
class BlockWidget extends WidgetType {
  private readonly source: string;
  private readonly draw: (source: string) => HTMLElement;

  constructor(source: string, draw: (source: string) => HTMLElement) {
    super();
    this.source = source;
    this.draw = draw;
  }

  override eq(other: BlockWidget): boolean {
    return other.source === this.source && other.draw === this.draw;
  }

  toDOM(): HTMLElement {
    return this.draw(this.source);
  }
}

function previewOf(state: EditorState): DecorationSet {
  if (!state.field(editorLivePreviewField)) return Decoration.none;
  const end = endOfFrontmatter(state);
  const found: Range<Decoration>[] = [];
  if (end > 0) found.push(block(state, 0, end, drawProperties));
  for (const { from, to } of htmlBlocks(state, end))
    if (!isTouched(state, from, to)) found.push(block(state, from, to, drawHtml));
  found.push(...links(state, end));
  return Decoration.set(found, true);
}

function block(
  state: EditorState,
  from: number,
  to: number,
  draw: (source: string) => HTMLElement,
): Range<Decoration> {
  const last = state.doc.lineAt(Math.max(from, to - 1)).to;
  const widget = new BlockWidget(state.sliceDoc(from, last), draw);
  return Decoration.replace({ widget, block: true }).range(from, last);
}

function isTouched({ selection }: EditorState, from: number, to: number): boolean {
  return selection.ranges.some((range) => range.from <= to && range.to >= from);
}

/** HTML blocks reach from a tag at the start of a line to the next blank line (obsidian.md A8). */
function* htmlBlocks(
  { doc }: EditorState,
  after: number,
): Generator<{ readonly from: number; readonly to: number }> {
  let from: number | null = null;
  for (let number = doc.lineAt(Math.min(after, doc.length)).number; number <= doc.lines; number += 1) {
    const line = doc.line(number);
    if (
      from === null &&
      line.from >= after &&
      /^ {0,3}<(?:div|details|aside|table|section|ul|ol|p|!--)\b/i.test(line.text)
    )
      from = line.from;
    if (from !== null && (line.text.trim() === "" || number === doc.lines)) {
      yield { from, to: line.text.trim() === "" ? line.from - 1 : line.to };
      from = null;
    }
  }
}

function* links(state: EditorState, after: number): Generator<Range<Decoration>> {
  const text = state.doc.toString();
  for (const match of text.matchAll(/\[\[((?:(?!\[\[|\]\])[^\n|])+)(\|(?:(?!\]\])[^\n])+)?\]\]/g)) {
    const [from, to] = [match.index, match.index + match[0].length];
    if (from < after || isTouched(state, from, to)) continue;
    const shownFrom = match[2] === undefined ? from + 2 : from + 3 + (match[1]?.length ?? 0);
    yield Decoration.replace({}).range(from, shownFrom);
    yield Decoration.replace({}).range(to - 2, to);
  }
}

function drawProperties(source: string): HTMLElement {
  const el = createDiv({ cls: "metadata-container", attr: { contenteditable: "false" } });
  el.createDiv({ cls: "metadata-properties-heading", text: "Properties" });
  const properties = readProperties(frontmatterBlock(source)?.yaml ?? "");
  if (!properties) el.createDiv({ cls: "metadata-error", text: "Invalid properties" });
  for (const [key, value] of Object.entries(properties ?? {})) {
    const row = el.createDiv({ cls: "metadata-property", attr: { "data-property-key": key } });
    row.createDiv({ cls: "metadata-property-key", text: key });
    row.createDiv({ cls: "metadata-property-value", text: shown(value) });
  }
  return el;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}

function drawHtml(source: string): HTMLElement {
  const el = createDiv("cm-embed-block cm-html-embed");
  el.appendChild(sanitizeHTMLToDom(source));
  return el;
}
