import type { TreeNode } from "../../src/linkage/tree-node.ts";

/** The tree as indented text, `depth` levels below the root. */
export function draw(node: TreeNode, depth: number, indent = ""): string {
  const count = node.count === null ? "" : ` (${String(node.count)})`;
  const hint = node.hint === "" ? [] : [node.hint];
  const line = indent + [node.label + count, ...hint, ...node.marks].join(" · ");
  const rows = depth > 0 ? Array.from(node.children(), (child) => draw(child, depth - 1, `${indent}  `)) : [];
  return [line, ...rows].join("\n");
}

/** One group of a note and its rows. */
export function drawGroup(name: string, note: TreeNode): string {
  const group = [...note.children()].find(({ label }) => label === name);
  return group ? draw(group, 1) : "";
}
