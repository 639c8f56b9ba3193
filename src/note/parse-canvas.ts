import type { TextRange } from "../text/range.ts";
import { jsonStrings } from "./json-strings.ts";
import type { Link } from "./note.ts";
import { parseNote } from "./parse-note.ts";

/** A link of a canvas: what it leads to. It has no place in a text that anybody edits by hand. */
export type CanvasLink = Pick<Link, "kind" | "linkpath">;

/** A string of a canvas that holds links. The range covers it as JSON, quotes included. */
export interface CanvasString extends TextRange {
  /** `file`: the path of a file, from the vault's root. `text`: Markdown. */
  readonly kind: "file" | "text";
  readonly value: string;
}

/**
 * The links of a canvas (JSON Canvas 1.0): its file nodes, the pictures behind its groups, and the links in the Markdown of
 * its text nodes. A file is named by its path from the vault's root, so its linkpath starts with `/`. Since 1.12 the app counts
 * them as links (obsidian.md A17). A text that is no canvas has none.
 */
export function canvasLinks(path: string, text: string): readonly CanvasLink[] {
  return canvasStrings(text).flatMap(({ kind, value }) =>
    kind === "file" ? fileLink(value) : parseNote(path, value).links,
  );
}

/** The strings of a canvas that hold its links, in text order. */
export function canvasStrings(text: string): readonly CanvasString[] {
  const nodes = nodesOf(text);
  if (nodes.length === 0) return [];
  return Array.from(jsonStrings(text)).flatMap(({ way, from, to }) => {
    const [list, place, key, ...deeper] = way;
    if (list !== "nodes" || typeof place !== "number" || deeper.length > 0) return [];
    const { type, [String(key)]: value } = entriesOf(nodes[place]);
    const kind = kinds.get(`${String(type)}.${String(key)}`);
    return kind === undefined || typeof value !== "string" ? [] : [{ kind, value, from, to }];
  });
}

const kinds = new Map<string, CanvasString["kind"]>([
  ["file.file", "file"],
  ["group.background", "file"],
  ["text.text", "text"],
]);

function entriesOf(node: unknown): Readonly<Record<string, unknown>> {
  return typeof node === "object" && node !== null ? { ...node } : {};
}

function fileLink(file: string): readonly CanvasLink[] {
  return file === "" ? [] : [{ kind: "embed", linkpath: `/${file}` }];
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
