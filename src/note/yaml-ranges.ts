import { isAlias, isScalar, isSeq, type Pair, type ParsedNode } from "yaml";
import type { TextRange } from "../text/range.ts";

/**
 * Where the node is written, in the source it was parsed from: with its quotes and brackets, without its
 * anchor and tag, without blanks, comments and line ends around it. If nothing is written, the empty range
 * behind colon or dash.
 */
export function writtenRange(node: ParsedNode, source: string): TextRange {
  const to = writtenEnd(node, source);
  return { from: Math.min(node.range[0], to), to };
}

/** The package's own ranges of block lists, maps and texts run on to where the next node starts. */
function writtenEnd(node: ParsedNode, source: string): number {
  const [from, to] = node.range;
  if (isAlias(node)) return to;
  if (isScalar(node)) {
    if (from === to) return withoutEnd(source, to, " \t");
    return node.type === "BLOCK_FOLDED" || node.type === "BLOCK_LITERAL"
      ? withoutEnd(source, to, "\r\n")
      : to;
  }
  if (node.flow) return to;
  const last = isSeq(node) ? node.items.at(-1) : lastOf(node.items.at(-1));
  return last ? writtenEnd(last, source) : to;
}

function lastOf(pair: Pair<ParsedNode, ParsedNode | null> | undefined): ParsedNode | undefined {
  return pair && (pair.value ?? pair.key);
}

/** The end of `source` up to `to` without those of its last characters that are among `ends`. */
function withoutEnd(source: string, to: number, ends: string): number {
  let end = to;
  while (end > 0 && ends.includes(source.charAt(end - 1))) end--;
  return end;
}
