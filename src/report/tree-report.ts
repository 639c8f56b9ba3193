import { linkageTree } from "../linkage/linkage-tree.ts";
import type { TreeNode } from "../linkage/tree-node.ts";
import { groupNames, type GroupName } from "../linkage/tree-options.ts";
import { findNotes } from "../vault/find-notes.ts";
import { insteadOfNote } from "../vault/near-note.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { CannotRun } from "./cannot-run.ts";
import { choiceOf } from "./options.ts";
import { printable } from "./printable.ts";
import type { Screen } from "./screen.ts";
import { treeHtml } from "./tree-html.ts";
import { mentioningPaths, treeJson } from "./tree-json.ts";
import { treeMarkdown } from "./tree-markdown.ts";
import { treeMermaid } from "./tree-mermaid.ts";
import { treeText } from "./tree-text.ts";
import { vaultLink } from "./vault-link.ts";

/** The forms that a tree is printed in. */
export const treeFormats = ["text", "json", "markdown", "mermaid", "html"] as const;

type TreeFormat = (typeof treeFormats)[number];

/** How a tree is to be printed. */
export interface TreeRequest {
  /** How many levels below the note. */
  readonly depth: number;
  readonly format: TreeFormat;
  /** The groups to show, in the order of the tree. */
  readonly groups: readonly GroupName[];
  /** How many rows of a list at most; left out: what is usual for the format. */
  readonly limit?: number;
}

/** What is printed if nothing else is said. */
export const usualRequest: TreeRequest = { depth: 2, format: "text", groups: groupNames };

/** How many rows of a list people read, unless they ask for more. Programs read all. */
export const usualLimit = 50;

/** The request with the limit that options ask for: all rows, so many, or as is usual. */
export function withLimit(request: TreeRequest, all: boolean, limit: number | null): TreeRequest {
  if (all) return { ...request, limit: Infinity };
  return limit === null ? request : { ...request, limit };
}

/**
 * The groups that an option's value names, with commas between them.
 * @throws CannotRun for another name
 */
export function groupsOf(option: string, value: string): readonly GroupName[] {
  const named = value.split(",").map((name) => choiceOf(option, name.trim(), groupNames));
  return groupNames.filter((name) => named.includes(name));
}

/** What came of asking for a note's tree. */
export interface TreeReport {
  /** Whether it was one note. */
  readonly isFound: boolean;
  /** The notes of which lines are quoted, by path. */
  readonly quoted: readonly string[];
  /**
   * Without line ends: the tree, or which notes may have been meant.
   * @param texts of the notes that are quoted, by path; without the line those that are not there
   */
  readonly lines: (texts?: ReadonlyMap<string, string>) => Iterable<string>;
}

/**
 * The linkage tree of the note that `wanted` names, or what else it may name. `paths` are as in `findNotes`.
 * @throws CannotRun if no note is called so
 */
export function treeReport(
  wanted: string,
  request: TreeRequest,
  index: VaultIndex,
  screen: Screen,
  paths?: readonly string[],
): TreeReport {
  const [note, ...others] = findNotes(wanted, index, paths);
  if (note === undefined)
    throw new CannotRun(`No note is called "${wanted}", ${insteadOfNote(wanted, index)}`);
  if (others.length === 0) return reportOf(note, request, index, screen);
  const lines = [
    `linkage: "${wanted}" may be any of ${String(others.length + 1)} notes:`,
    ...[note, ...others].map((path) => `  ${path}`),
  ];
  return { isFound: false, quoted: [], lines: () => lines.map(printable) };
}

function reportOf(note: string, request: TreeRequest, index: VaultIndex, screen: Screen): TreeReport {
  const { depth, format, groups } = request;
  const limit = request.limit ?? (format === "json" || format === "html" ? Infinity : usualLimit);
  // A block does not stand in itself, unless it is asked for.
  const isPart = (group: GroupName): boolean =>
    format !== "html" || groups !== groupNames || group !== "linkage";
  const root = linkageTree(note, index, { groups: groups.filter(isPart) });
  const linkOf = (node: TreeNode): string | null => vaultLink(node, index);
  const print: Readonly<Record<TreeFormat, TreeReport["lines"]>> = {
    text: () => treeText(root, depth, screen, limit),
    json: (texts = new Map()) => [treeJson(root, { depth, limit, index, texts })],
    markdown: () => treeMarkdown(root, { depth, limit, linkOf }),
    mermaid: () => treeMermaid(root, depth, limit),
    html: () => treeHtml(root, { depth, limit, linkOf }),
  };
  const quoted = format === "json" ? mentioningPaths(root, depth, limit) : [];
  return { isFound: true, quoted, lines: print[format] };
}
