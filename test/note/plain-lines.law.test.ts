import { fc, test } from "@fast-check/jest";
import type { Block } from "../../src/note/block.ts";
import { parseBlocks } from "../../src/note/blocks.ts";
import { lineStarts, positionAt } from "../../src/text/lines.ts";

/** Lines without a blank in front, of every kind that the fast path reads, and of those that it leaves to the general way. */
const line = fc
  .tuple(
    fc.constantFrom("", "", "> ", "> > ", ">", "- ", "- > ", "> - ", "* ", "1. ", "[^a]: "),
    fc.constantFrom(
      ...["", "text", "[[a]] b", "é", "# H", "#tag", "===", "---", "| a | b |", "| - | - |", "| c", "|"],
      ...["<div>", "</div>", "<b>", '<a href="x">y</a>', "<https://a.example>", "<!-- c", "-->", "<script>"],
      ...["</script>", "<?", "?>", "<!x", "```", "~~~", "%%", "$$", "[a]: b", "**b**", "`c`", "_", "2. x"],
    ),
  )
  .map(([mark, text]) => (mark + text).trimEnd());

/** The blocks of some lines, each with the number of its line and its column, which is behind `margin` columns where the line is not empty. */
function blocksOf(lines: readonly string[], margin: number): readonly unknown[] {
  const text = lines.join("\n");
  const starts = lineStarts(text);
  const place = (offset: number): readonly number[] => {
    const { line: number, column } = positionAt(starts, offset);
    return [number, lines[number - 1] === "" ? column : column - margin];
  };
  const { blocks, definitions } = parseBlocks(text, starts, 0);
  const told = ({ pieces, from, to, ...block }: Block): unknown => ({
    ...block,
    // Pieces of HTML hold the blanks in front of their lines.
    pieces: block.kind === "html" ? null : pieces?.map((piece) => [place(piece.from), place(piece.to)]),
    range: [place(from), place(to)],
  });
  return [...blocks.map(told), [...definitions.keys()]];
}

test.prop([fc.array(line, { maxLength: 10 })], { numRuns: 2000 })(
  "Lines that start at once, of which most are read by the fast path, say the same as behind a blank, where none is",
  (lines) => {
    const indented = lines.map((text) => (text === "" ? text : ` ${text}`));
    expect(blocksOf(indented, 1)).toEqual(blocksOf(lines, 0));
  },
);
