import type { App } from "obsidian";
import type { TreeNode } from "../../linkage/tree-node.ts";

/** The link to what a row stands for, by the user's settings, in a note at `from`; null: there is nothing to link to. */
export function linkTo(node: TreeNode, from: string, app: App): string | null {
  return linkShowing("", node, from, app);
}

/** The same for a list of links: with the row's name, as far as a link can show it, and no embed. */
export function namedLinkTo(node: TreeNode, from: string, app: App): string | null {
  const link = linkShowing(/[\n\r[\]|]/.test(node.label) ? "" : node.label, node, from, app);
  return link?.replace(/^!/, "") ?? null;
}

/** @param shown what the link shows, if it is not the name that it would show anyway */
function linkShowing(
  shown: string,
  node: TreeNode,
  from: string,
  { vault, fileManager }: App,
): string | null {
  const { path, linktext } = node;
  if (linktext === null) return null;
  const file = path === null ? null : vault.getFileByPath(path);
  if (!file) return `[[${linktext}]]`;
  const alias = shown === file.basename || shown === file.name ? "" : shown;
  return fileManager.generateMarkdownLink(file, from, subpathOf(node), ...(alias === "" ? [] : [alias]));
}

/** The subpath of the link that a row comes from; empty if there is none. */
export function subpathOf({ path, linktext }: TreeNode): string {
  return path === null ? "" : (linktext?.slice(path.length) ?? "");
}
