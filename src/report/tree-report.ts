import { linkageTree } from "../linkage/linkage-tree.ts";
import { findNotes } from "../vault/find-notes.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { CannotRun } from "./cannot-run.ts";
import { printable } from "./printable.ts";
import type { Screen } from "./screen.ts";
import { treeText } from "./tree-text.ts";

/** How many levels below a note its tree shows, if that is not said. */
export const defaultDepth = 2;

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
  depth: number,
  index: VaultIndex,
  screen: Screen,
  paths?: readonly string[],
): TreeReport {
  const [note, ...others] = findNotes(wanted, index, paths);
  if (note === undefined)
    throw new CannotRun(`No note is called "${wanted}", expected a path, a name or a note id`);
  if (others.length === 0) return { isFound: true, lines: treeText(linkageTree(note, index), depth, screen) };
  const lines = [
    `linkage: "${wanted}" may be any of ${String(others.length + 1)} notes:`,
    ...[note, ...others].map((path) => `  ${path}`),
  ];
  return { isFound: false, lines: lines.map(printable) };
}
