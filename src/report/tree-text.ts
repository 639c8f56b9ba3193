import type { TreeNode } from "../linkage/tree-node.ts";
import { isProblemMark } from "../linkage/problem-mark.ts";
import { formatCount } from "./count.ts";
import { firstRows, moreText } from "./first-rows.ts";
import { printable } from "./printable.ts";
import type { Screen } from "./screen.ts";
import { cut, widthOf } from "./wrap.ts";

/** Columns that a label has at least, if it needs them: marks are cut for it and, in a deep tree, lines grow longer. */
const LEAST_LABEL = 20;

/**
 * A linkage tree drawn with box characters, line by line. `depth` is how many levels below the root are shown, `limit` how
 * many rows of a list; a line that is too wide for the screen is cut.
 */
export function* treeText(
  root: TreeNode,
  depth: number,
  screen: Screen,
  limit = Infinity,
): Generator<string> {
  yield nodeLine(root, "", screen, screen.style.strong);
  yield* branches(root, depth, "", screen, limit);
}

function* branches(
  node: TreeNode,
  depth: number,
  indent: string,
  screen: Screen,
  limit: number,
): Generator<string> {
  if (depth <= 0) return;
  const { rows, more } = firstRows(node, limit);
  const { faint } = screen.style;
  for (const [index, row] of rows.entries()) {
    const last = index === rows.length - 1 && more === 0;
    yield nodeLine(row, indent + (last ? "└─ " : "├─ "), screen, (text) => text);
    yield* branches(row, depth - 1, indent + (last ? "   " : "│  "), screen, limit);
  }
  if (more > 0) yield faint(`${indent}└─ ${moreText(more)}`);
}

function nodeLine(node: TreeNode, lead: string, screen: Screen, dress: (text: string) => string): string {
  const { style, width } = screen;
  const count = node.count === null ? "" : ` (${formatCount(node.count)})`;
  const hint = node.hint === "" ? "" : ` · ${printable(node.hint)}`;
  const marks = node.marks.map((mark) => ({ text: `  ${printable(mark)}`, isProblem: isProblemMark(mark) }));
  const room = width - widthOf(lead + count);
  const wanted = widthOf(hint + marks.map(({ text }) => text).join(""));
  const label = cut(printable(node.label), Math.max(LEAST_LABEL, room - wanted));
  let left = room - widthOf(label);
  const fitting = (text: string): string => {
    // Of less than this an ellipsis would be all that is left.
    const fitted = left < 4 ? "" : cut(text, left);
    left -= widthOf(text);
    return fitted;
  };
  const faint = (text: string): string => (text === "" ? "" : style.faint(text));
  const hinted = faint(fitting(hint));
  const said = marks.map(({ text, isProblem }) => {
    const fitted = fitting(text);
    return isProblem && fitted !== "" ? style.warning(fitted) : faint(fitted);
  });
  return [faint(lead), dress(label), faint(count), hinted, ...said].join("");
}
