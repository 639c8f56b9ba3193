import type { TreeNode } from "../linkage/tree-node.ts";
import { formatCount } from "./count.ts";
import { printable } from "./printable.ts";
import type { Screen } from "./screen.ts";
import { cut, widthOf } from "./wrap.ts";

/** Columns that a label has at least, if it needs them: marks are cut for it and, in a deep tree, lines grow longer. */
const LEAST_LABEL = 20;

/**
 * A linkage tree drawn with box characters, line by line. `depth` is how many levels below the root are shown; a line
 * that is too wide for the screen is cut.
 */
export function* treeText(root: TreeNode, depth: number, screen: Screen): Generator<string> {
  yield nodeLine(root, "", screen, screen.style.strong);
  yield* branches(root, depth, "", screen);
}

function* branches(node: TreeNode, depth: number, indent: string, screen: Screen): Generator<string> {
  if (depth <= 0) return;
  const children = node.children();
  let left = children.length;
  for (const child of children) {
    const last = --left === 0;
    yield nodeLine(child, indent + (last ? "└─ " : "├─ "), screen, (text) => text);
    yield* branches(child, depth - 1, indent + (last ? "   " : "│  "), screen);
  }
}

function nodeLine(node: TreeNode, lead: string, screen: Screen, dress: (text: string) => string): string {
  const { style, width } = screen;
  const count = node.count === null ? "" : ` (${formatCount(node.count)})`;
  const allMarks = printable(node.marks.map((mark) => `  ${mark}`).join(""));
  const room = width - widthOf(lead + count);
  const label = cut(printable(node.label), Math.max(LEAST_LABEL, room - widthOf(allMarks)));
  const left = room - widthOf(label);
  // Of less than this an ellipsis would be all that is left.
  const marks = left < 4 ? "" : cut(allMarks, left);
  return `${style.faint(lead)}${dress(label)}${style.faint(count)}${style.warning(marks)}`;
}
