import type { TreeNode } from "../linkage/tree-node.ts";
import type { Note } from "../note/note.ts";
import { positionAt } from "../text/lines.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { firstRows } from "./first-rows.ts";
import { printableJson } from "./printable.ts";

/** A row of the linkage tree as JSON has it. `rows` is left out below the depth, and where nothing can be below. */
interface JsonRow {
  readonly kind: TreeNode["kind"];
  readonly label: string;
  readonly hint: string;
  readonly path: string | null;
  readonly marks: readonly string[];
  readonly count: number | null;
  /** Of a backlink how often it links here, else left out. */
  readonly times?: number;
  /** Of a backlink where it does so, in the order of its text; left out of canvases. */
  readonly mentions?: readonly JsonMention[];
  readonly rows?: readonly JsonRow[];
  /** How many rows more there are; left out if there are none. */
  readonly more?: number;
}

/** Both numbers count from 1. `text` is the line, without the blanks around it; null if it cannot be read any more. */
interface JsonMention {
  readonly line: number;
  readonly column: number;
  readonly text: string | null;
}

/** How a tree is to be printed. */
export interface JsonForm {
  /** How many levels below the root. */
  readonly depth: number;
  /** How many rows of a list at most. */
  readonly limit: number;
  readonly index: VaultIndex;
  /** By path: the texts of the notes at `mentioningPaths`. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A linkage tree as a JSON document. Safe to show on a terminal. */
export function treeJson(root: TreeNode, form: JsonForm): string {
  return printableJson(JSON.stringify({ version: 1, tree: jsonRow(root, form, form.depth) }));
}

/** The notes of which a JSON tree quotes lines, by path; each once. */
export function mentioningPaths(root: TreeNode, depth: number, limit: number): readonly string[] {
  const paths = new Set<string>();
  const look = (node: TreeNode, left: number): void => {
    if (node.path !== null && node.mentions.length > 0) paths.add(node.path);
    if (left > 0) for (const row of firstRows(node, limit).rows) look(row, left - 1);
  };
  look(root, depth);
  return [...paths];
}

function jsonRow(node: TreeNode, form: JsonForm, depth: number): JsonRow {
  const { kind, label, hint, path, marks, count, times, mentions, opens } = node;
  const note = path === null ? null : form.index.note(path);
  const row = {
    kind,
    label,
    hint,
    path,
    marks,
    count,
    ...(times === null ? {} : { times }),
    ...(note && times !== null ? { mentions: jsonMentions(note, mentions, form.texts) } : {}),
  };
  if (depth <= 0 || !opens) return row;
  const { rows, more } = firstRows(node, form.limit);
  const below = rows.map((child) => jsonRow(child, form, depth - 1));
  return { ...row, rows: below, ...(more > 0 ? { more } : {}) };
}

function jsonMentions(
  { path, lines, length }: Note,
  mentions: TreeNode["mentions"],
  texts: ReadonlyMap<string, string>,
): readonly JsonMention[] {
  const text = texts.get(path);
  return mentions.map(({ from }) => {
    const { line, column } = positionAt(lines, from);
    // The note may have changed since its facts were read.
    const said = text?.length === length ? text.slice(lines[line - 1], lines[line]).trim() : null;
    return { line, column, text: said };
  });
}
