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
/** How many tags and notes are so large: each is opened for the first time once. */
const openings = 12;

/** What the linkage tree costs in a vault of this size: an ordinary note's first screen, an update, and groups that are huge. */
export function tree(size: number): Result {
  const [[path, text] = ["", ""]] = generateVault(size);
  const index = indexOf(size, [...tagged(), ...linking(), ...hubs(), ...journal()]);
  const timed: Timed[] = [
    timeWork("the very first screen", 1, 0, () => {
      firstScreen(linkageTree("Journal/100.md", index));
    }),
    timeWork("first screen, each note for the first time", 200, 20, (time) => {
      const [note = path] = sample(index.notes(), time);
      firstScreen(linkageTree(note, index));
    }),
    timeWork("update after a keystroke", 500, 50, (time) => {
      index.setNote(parseNote(path, `${text}${"x".repeat(time % 50)}`));
      firstScreen(linkageTree(path, index));
    }),
    timeWork(`a tag with ${manyTagged.toLocaleString("en")} notes, first opening`, openings, 0, (time) => {
      rowsOf(childOf(childOf(linkageTree("Tagged/0.md", index), "tags"), `#everywhere${String(time)}`));
    }),
    timeWork("the same again", 50, 5, () => {
      rowsOf(childOf(childOf(linkageTree("Tagged/0.md", index), "tags"), "#everywhere0"));
    }),
    ...orders.map(([order, name]) =>
      timeWork(
        `a note with ${manyLinking.toLocaleString("en")} backlinks, ${name}, first opening`,
        openings,
        0,
        (time) => {
          rowsOf(childOf(linkageTree(`Hub ${String(time)}.md`, index, { order }), "backlinks"));
        },
      ),
    ),
    timeWork("by path again", 50, 5, () => {
      rowsOf(childOf(linkageTree("Hub 0.md", index), "backlinks"));
    }),
  ];
  return {
    title: `The linkage tree at ${size.toLocaleString("en")} notes`,
    text: table(timedHead, timed.map(timedRow)),
    data: timed,
  };
}

const orders = [
  ["text", "by path"],
  ["date", "newest first"],
] as const;

const numbers: readonly string[] = Array.from({ length: openings }, (_, number) => String(number));

/** Days in no order, so that none is at hand already. */
function dayOf(at: number): string {
  return new Date(Date.UTC(2000, 0, 1 + ((at * 37) % 9000))).toISOString().slice(0, 10);
}

function tagged(): readonly GeneratedFile[] {
  const tags = numbers.map((number) => `everywhere${number}`).join(", ");
  return Array.from({ length: manyTagged }, (_, at) => [
    `Tagged/${String(at)}.md`,
    `---\ntitle: Tagged ${String(at)}\ncreated: ${dayOf(at)}\ntags: [${tags}]\n---\n`,
  ]);
}

function linking(): readonly GeneratedFile[] {
  const links = numbers.map((number) => `[[Hub ${number}]]`).join(" ");
  return Array.from({ length: manyLinking }, (_, at) => [
    `Linking/${String(at)}.md`,
    `---\ncreated: ${dayOf(at)}\n---\nTo ${links}, ${String(at)}.\n`,
  ]);
}

function hubs(): readonly GeneratedFile[] {
  return numbers.map((number) => [`Hub ${number}.md`, "# Hub\n"]);
}

/** A note id for every day of a quarter of a century. */
function journal(): readonly GeneratedFile[] {
  return Array.from({ length: 9000 }, (_, at) => {
    const day = dayOf(at).slice(2).replaceAll("-", "");
    return [`Journal/${String(at)}.md`, `---\ntitle: Day ${String(at)}\nnote_id: ${day}TJ01\n---\n`];
  });
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
