import type { BlockId, Heading, Note } from "../note/note.ts";

/**
 * The headings and block ids of one note, by what subpaths name them (obsidian.md D). Built once for a note, so that many
 * links to it stay cheap.
 */
export class Anchors {
  private readonly headings: readonly Heading[];
  private readonly keys: readonly string[];
  /** The first heading with each key. */
  private readonly first = new Map<string, number>();
  private readonly blocks = new Map<string, BlockId>();

  constructor({ headings, blockIds }: Note) {
    this.headings = headings;
    this.keys = headings.map(({ text }) => headingKey(text));
    this.keys.forEach((key, index) => {
      if (!this.first.has(key)) this.first.set(key, index);
    });
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
    const [top = "", ...below] = parts.map(headingKey);
    const start = this.first.get(top);
    return start === undefined ? null : this.findBelow([top, ...below], start, 0);
  }

  /** The first heading from `start` on, deeper than `above`, that heads the chain `keys`. */
  private findBelow(keys: readonly string[], start: number, above: number): Heading | null {
    const [key, ...below] = keys;
    for (let i = start; i < this.headings.length; i++) {
      const heading = this.headings[i];
      if (heading === undefined || heading.level <= above) return null;
      if (this.keys[i] !== key) continue;
      const found = below.length === 0 ? heading : this.findBelow(below, i + 1, heading.level);
      if (found) return found;
    }
    return null;
  }
}

const ignored = /[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g;

/** What headings are compared by (obsidian.md D1). */
export function headingKey(text: string): string {
  return text.normalize("NFC").replace(ignored, " ").replace(/\s+/g, " ").trim().toLowerCase();
}
