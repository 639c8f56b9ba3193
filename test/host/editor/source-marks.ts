import { RangeSetBuilder, type EditorState } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from "@codemirror/view";
import { frontmatterBlock } from "../metadata/frontmatter.ts";

/** What a line is called and marked by, with the app's class names. */
const inlineMarks: readonly (readonly [pattern: RegExp, cls: string])[] = [
  [/!?\[\[(?:(?!\[\[|\]\]).)+\]\]/g, "cm-hmd-internal-link"],
  [/#[\p{L}\p{N}/_-]*[\p{L}/_-][\p{L}\p{N}/_-]*/gu, "cm-hashtag"],
  [/`[^`]+`/g, "cm-inline-code"],
  [/\*\*[^*]+\*\*/g, "cm-strong"],
  [/%%.*?%%/g, "cm-comment"],
  [/<\/?[a-z][^>]*>/gi, "cm-hmd-html"],
];

/** The marks of the source on the lines in sight: headings, links, tags, code, frontmatter. */
export const sourceMarks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = marksOf(view);
    }

    update({ docChanged, viewportChanged, view }: ViewUpdate): void {
      if (docChanged || viewportChanged) this.decorations = marksOf(view);
    }
  },
  { decorations: ({ decorations }) => decorations },
);

function marksOf({ state, visibleRanges }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const frontmatterEnd = endOfFrontmatter(state);
  // Two ranges may be of one line, which is marked as a whole.
  let at = 0;
  for (const { from, to } of visibleRanges) {
    for (at = Math.max(at, from); at <= to;) {
      const line = state.doc.lineAt(at);
      const cls = lineClass(line.text, line.from < frontmatterEnd);
      if (cls !== "") builder.add(line.from, line.from, Decoration.line({ class: cls }));
      if (line.from >= frontmatterEnd) addInline(builder, line.text, line.from);
      at = line.to + 1;
    }
  }
  return builder.finish();
}

/** Where the frontmatter ends; 0 without one. */
export function endOfFrontmatter(state: EditorState): number {
  if (state.doc.line(1).text.trimEnd() !== "---") return 0;
  return frontmatterBlock(state.doc.toString())?.end ?? 0;
}

function lineClass(text: string, isFrontmatter: boolean): string {
  if (isFrontmatter) return "cm-hmd-frontmatter";
  const heading = /^(#{1,6})\s/.exec(text)?.[1];
  if (heading) return `HyperMD-header HyperMD-header-${String(heading.length)}`;
  if (text.startsWith(">")) return "HyperMD-quote";
  return /^\s*(?:[-*+]|\d+[.)])\s/.test(text) ? "HyperMD-list-line" : "";
}

function addInline(builder: RangeSetBuilder<Decoration>, text: string, start: number): void {
  const found = inlineMarks.flatMap(([pattern, cls]) =>
    [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ from: index, to: index + length, cls })),
  );
  let end = 0;
  for (const { from, to, cls } of found.sort((a, b) => a.from - b.from)) {
    if (from < end) continue;
    builder.add(start + from, start + to, Decoration.mark({ class: cls }));
    end = to;
  }
}
