import { linkageTree } from "../linkage/linkage-tree.ts";
import { groupNames, type GroupName } from "../linkage/tree-options.ts";
import { findNotes } from "../vault/find-notes.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { CannotRun } from "./cannot-run.ts";
import { choiceOf } from "./options.ts";
import { printable } from "./printable.ts";
import type { Screen } from "./screen.ts";
import { treeHtml } from "./tree-html.ts";
import { treeJson } from "./tree-json.ts";
import { treeMermaid } from "./tree-mermaid.ts";
import { treeText } from "./tree-text.ts";

/** The forms that a tree is printed in. */
export const treeFormats = ["text", "json", "mermaid", "html"] as const;

/** How a tree is to be printed. */
export interface TreeRequest {
  /** How many levels below the note. */
  readonly depth: number;
  readonly format: (typeof treeFormats)[number];
  /** The groups to show, in the order of the tree. */
  readonly groups: readonly GroupName[];
}

/** What is printed if nothing else is said. */
export const usualRequest: TreeRequest = { depth: 2, format: "text", groups: groupNames };

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
  /** Without line ends: the tree, or which notes may have been meant. */
  readonly lines: Iterable<string>;
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
    throw new CannotRun(`No note is called "${wanted}", expected a path, a name, a note id or a title`);
  if (others.length === 0) return { isFound: true, lines: treeLines(note, request, index, screen) };
  const lines = [
    `linkage: "${wanted}" may be any of ${String(others.length + 1)} notes:`,
    ...[note, ...others].map((path) => `  ${path}`),
  ];
  return { isFound: false, lines: lines.map(printable) };
}

function treeLines(
  note: string,
  { depth, format, groups }: TreeRequest,
  index: VaultIndex,
  screen: Screen,
): Iterable<string> {
  const root = linkageTree(note, index, { groups });
  switch (format) {
    case "text":
      return treeText(root, depth, screen);
    case "json":
      return [treeJson(root, depth)];
    case "mermaid":
      return treeMermaid(root, depth);
    case "html":
      return treeHtml(root, depth);
  }
}
