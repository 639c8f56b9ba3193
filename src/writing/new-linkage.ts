import { linkageHtml } from "../linkage/linkage-html.ts";
import type { LinkageBlock, LinkageGroup } from "../note/note.ts";
import { parseNote } from "../note/parse-note.ts";
import { applyEdits } from "../text/edits.ts";
import type { TextEdit, TextRange } from "../text/range.ts";
import { commonest, type Sample } from "./type-samples.ts";

/**
 * The lines of a linkage block that has these tags and no links yet: like the newest of those that most samples have, with
 * its own title, labels and indents; else as the tech journal writes it.
 */
export function newLinkage(samples: readonly Sample[], tags: readonly string[]): readonly string[] {
  const blocks = samples.flatMap(({ note, text }) => {
    const [first] = note.linkageBlocks;
    return first && first.faults.length === 0 ? [{ block: first, text }] : [];
  });
  const usual = commonest(blocks.map(({ block }) => kindOf(block)));
  for (const { block, text } of blocks) {
    const lines = kindOf(block) === usual ? emptied(block, text, tags) : null;
    if (lines) return lines;
  }
  return linkageHtml([
    { label: "tags", items: tags.map((tag) => `#${tag}`) },
    { label: "related", items: [] },
  ]);
}

/** What blocks alike have in common: the markup and the labels. */
function kindOf({ markup, groups }: LinkageBlock): string {
  return [markup, ...groups.map(({ label }) => label)].join("\n");
}

/** A block with other tags and without links, or null where that is not what comes of it. */
function emptied(block: LinkageBlock, text: string, tags: readonly string[]): readonly string[] | null {
  const edits = block.groups.flatMap((group) => groupEdits(group, text, tags));
  const edited = withoutOverlap(edits)
    ? applyEdits(
        text.slice(block.from, block.to),
        edits.map((edit) => ({ ...edit, from: edit.from - block.from, to: edit.to - block.from })),
      )
    : "";
  const lines = edited.split(/\r\n?|\n/);
  const [read, ...more] = parseNote("Note.md", lines.join("\n")).linkageBlocks;
  if (read?.markup !== block.markup || more.length > 0 || read.faults.length > 0) return null;
  const items = read.groups.flatMap((group) => group.items);
  const hasTags = block.groups.some(hasTagsOnly);
  const said = items.map(({ kind, text: words }) => (kind === "tag" ? words : ""));
  return said.join(" ") === (hasTags ? tags.join(" ") : "") ? lines : null;
}

function hasTagsOnly({ items }: LinkageGroup): boolean {
  return items.length > 0 && items.every(({ kind }) => kind === "tag");
}

function groupEdits(group: LinkageGroup, text: string, tags: readonly string[]): readonly TextEdit[] {
  const [first] = group.items;
  if (!first) return [];
  const removed = group.items.map((item) => ({ ...wholeLines(item, text), insert: "" }));
  if (!hasTagsOnly(group)) return removed;
  const { from, to } = wholeLines(first, text);
  const before = text.slice(from, first.textRange.from);
  const after = text.slice(first.textRange.to, to);
  const insert = tags.map((tag) => `${before}#${tag}${after}`).join("");
  return [{ from, to, insert }, ...removed.slice(1)];
}

/** The lines of a range, line end included, if nothing else stands on them. */
function wholeLines({ from, to }: TextRange, text: string): TextRange {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const newline = text.indexOf("\n", to);
  const end = newline < 0 ? text.length : newline + 1;
  const isAlone = text.slice(start, from).trim() === "" && text.slice(to, end).trim() === "";
  return isAlone ? { from: start, to: end } : { from, to };
}

function withoutOverlap(edits: readonly TextRange[]): boolean {
  const inOrder = [...edits].sort((a, b) => a.from - b.from);
  return inOrder.every(({ from }, at) => from >= (inOrder[at - 1]?.to ?? 0));
}
