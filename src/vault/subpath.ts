import type { BlockId, Heading, Note } from "../note/note.ts";
import { HeadingTree } from "./heading-tree.ts";

/**
 * The headings and block ids of one note, by what subpaths name them (obsidian.md D). Built once for a note, so that many
 * links to it stay cheap.
 */
export class Anchors {
  private readonly headings: readonly Heading[];
  private readonly tree: HeadingTree;
  private readonly blocks = new Map<string, BlockId>();

  constructor({ headings, blockIds }: Note) {
    this.headings = headings;
    this.tree = new HeadingTree(
      headings,
      headings.map(({ text }) => headingKey(text)),
    );
    for (const block of blockIds) {
      const key = block.id.toLowerCase();
      if (!this.blocks.has(key)) this.blocks.set(key, block);
    }
  }

  /**
   * What a subpath such as `#Sources`, `#Part#Sources` or `#^id` names, or null. Headings are compared without
   * punctuation and letter case; each of several lies below the one before, and the first match wins.
   */
  find(subpath: string): Heading | BlockId | null {
    const parts = subpath.split("#").filter((part) => part.trim() !== "");
    const last = parts.at(-1)?.trim();
    if (last === undefined) return null;
    if (last.startsWith("^")) return this.blocks.get(last.slice(1).toLowerCase()) ?? null;
    return this.headings[this.tree.find(parts.map(headingKey))] ?? null;
  }
}

const ignored = /[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g;

/** What headings are compared by (obsidian.md D1). */
export function headingKey(text: string): string {
  return text.normalize("NFC").replace(ignored, " ").replace(/\s+/g, " ").trim().toLowerCase();
}
