import { linkageTree } from "../../../src/linkage/linkage-tree.ts";
import type { TreeNode } from "../../../src/linkage/tree-node.ts";
import { parseNote } from "../../../src/note/parse-note.ts";
import { indexOf } from "../index-of.mts";
import { table } from "../report/table.mts";
import type { Result } from "../suite.mts";
import { timedHead, timedRow, timeWork, type Timed } from "../time-work.mts";
import { generateVault, type GeneratedFile } from "../vault/generate-vault.mts";

const manyTagged = 20_000;
const manyLinking = 10_000;
/** How many rows a view shows at once. */
const page = 100;

/** What the linkage tree costs in a vault of this size: an ordinary note's first screen, an update, and groups that are huge. */
export function tree(size: number): Result {
  const [[path, text] = ["", ""]] = generateVault(size);
  const index = indexOf(size, [...tagged(), ...linking(), ["Hub.md", "# Hub\n"]]);
  const timed: Timed[] = [
    timeWork("first screen, each note for the first time", 200, 20, (time) => {
      const [note = path] = sample(index.notes(), time);
      firstScreen(linkageTree(note, index));
    }),
    timeWork("update after a keystroke", 500, 50, (time) => {
      index.setNote(parseNote(path, `${text}${"x".repeat(time % 50)}`));
      firstScreen(linkageTree(path, index));
    }),
    timeWork(`a tag with ${manyTagged.toLocaleString("en")} notes, first opening`, 1, 0, () => {
      rowsOf(childOf(childOf(linkageTree("Tagged/0.md", index), "tags"), "#everywhere"));
    }),
    timeWork("the same again", 50, 5, () => {
      rowsOf(childOf(childOf(linkageTree("Tagged/0.md", index), "tags"), "#everywhere"));
    }),
    timeWork(`a note with ${manyLinking.toLocaleString("en")} backlinks, first opening`, 1, 0, () => {
      rowsOf(childOf(linkageTree("Hub.md", index), "backlinks"));
    }),
    timeWork("the same again", 50, 5, () => {
      rowsOf(childOf(linkageTree("Hub.md", index), "backlinks"));
    }),
  ];
  return {
    title: `The linkage tree at ${size.toLocaleString("en")} notes`,
    text: table(timedHead, timed.map(timedRow)),
    data: timed,
  };
}

function tagged(): readonly GeneratedFile[] {
  return Array.from({ length: manyTagged }, (_, at) => {
    const day = new Date(Date.UTC(2000, 0, 1 + (at % 9000))).toISOString().slice(0, 10);
    return [
      `Tagged/${String(at)}.md`,
      `---\ntitle: Tagged ${String(at)}\ncreated: ${day}\ntags: [everywhere]\n---\n`,
    ];
  });
}

function linking(): readonly GeneratedFile[] {
  return Array.from({ length: manyLinking }, (_, at) => [
    `Linking/${String(at)}.md`,
    `To [[Hub]], ${String(at)}.\n`,
  ]);
}

/** The path of another note each time. */
function sample(notes: Iterable<{ readonly path: string }>, time: number): readonly string[] {
  let left = time * 7;
  for (const { path } of notes) if (left-- === 0) return [path];
  return [];
}

/** What a view draws first: the groups, open, with their rows. */
function firstScreen(root: TreeNode): void {
  for (const group of root.children()) rowsOf(group);
}

function rowsOf(node: TreeNode | null): readonly TreeNode[] {
  const rows: TreeNode[] = [];
  for (const row of node?.children() ?? []) if (rows.push(row) === page) break;
  return rows;
}

function childOf(node: TreeNode | null, label: string): TreeNode | null {
  for (const child of node?.children() ?? []) if (child.label === label) return child;
  return null;
}
