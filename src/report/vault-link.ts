import type { TreeNode } from "../linkage/tree-node.ts";
import { scanTag } from "../note/tags.ts";
import { isLinkable } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";

/**
 * The wikilink or the tag that a row of the linkage tree stands for, as notes of the vault write it: by the shortest
 * linkpath, with the row's name if that is another. Null: it stands for neither, or for what no wikilink can say.
 */
export function vaultLink({ kind, label, path, linktext }: TreeNode, index: VaultIndex): string | null {
  if (kind === "tag") return scanTag(label, 0) === label.length || /^#\d+$/.test(label) ? label : null;
  if (linktext === null) return null;
  const linkpath = path === null ? linkpathOf(linktext) : index.linkpathTo(path);
  const subpath = linktext.slice(path === null ? linkpath.length : path.length);
  if (!isLinkable(linkpath) || /[\n\r[\]|]/.test(subpath)) return null;
  const target = linkpath + subpath;
  const isShown = label === target || label === linkpath || /[\n\r[\]|]/.test(label);
  return isShown ? `[[${target}]]` : `[[${target}|${label}]]`;
}

function linkpathOf(linktext: string): string {
  return linktext.replace(/#.*$/s, "");
}
