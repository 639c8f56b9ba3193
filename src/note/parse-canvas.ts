import type { Link } from "./note.ts";
import { parseNote } from "./parse-note.ts";

/** A link of a canvas: what it leads to. It has no place in a text that anybody edits by hand. */
export type CanvasLink = Pick<Link, "kind" | "linkpath">;

/**
 * The links of a canvas (JSON Canvas 1.0): its file nodes, the pictures behind its groups, and the links in the Markdown of
 * its text nodes. A file is named by its path from the vault's root, so its linkpath starts with `/`. Since 1.12 the app counts
 * them as links (obsidian.md A17). A text that is no canvas has none.
 */
export function canvasLinks(path: string, text: string): readonly CanvasLink[] {
  return nodesOf(text).flatMap((node) => {
    const { type, file, background, text: markdown } = entriesOf(node);
    if (type === "file") return fileLink(file);
    if (type === "group") return fileLink(background);
    return type === "text" && typeof markdown === "string" ? parseNote(path, markdown).links : [];
  });
}

function entriesOf(node: unknown): Readonly<Record<string, unknown>> {
  return typeof node === "object" && node !== null ? { ...node } : {};
}

function fileLink(file: unknown): readonly CanvasLink[] {
  return typeof file === "string" && file !== "" ? [{ kind: "embed", linkpath: `/${file}` }] : [];
}

function nodesOf(text: string): readonly unknown[] {
  try {
    const canvas: unknown = JSON.parse(text);
    const nodes = typeof canvas === "object" && canvas !== null && "nodes" in canvas ? canvas.nodes : null;
    return Array.isArray(nodes) ? nodes : [];
  } catch {
    return [];
  }
}
