import { type Plugin } from "obsidian";
import { linkageTree } from "../../linkage/linkage-tree.ts";
import type { TreeNode } from "../../linkage/tree-node.ts";
import type { TreeOptions } from "../../linkage/tree-options.ts";
import { treeHtml } from "../../report/tree-html.ts";
import { treeMarkdown } from "../../report/tree-markdown.ts";
import { treeMermaid } from "../../report/tree-mermaid.ts";
import { usualLimit, usualRequest } from "../../report/tree-report.ts";
import { vaultLink } from "../../report/vault-link.ts";
import type { VaultIndex } from "../../vault/vault-index.ts";
import { noteAtHand } from "../note-at-hand.ts";
import { reasonOf } from "../read-note.ts";
import { namedLinkTo } from "./link-to.ts";
import { texts } from "../texts.ts";
import type { TreeSource } from "./tree-source.ts";
import { PluginNotice } from "../plugin-notice.ts";

/** What a linkage tree can be copied as. */
const copyForms = ["markdown", "mermaid", "html"] as const;

type CopyForm = (typeof copyForms)[number];

/**
 * Add the commands that copy the tree of the note at hand, two levels deep and with the first rows of long lists.
 * @param choices gives the groups and the order that are chosen
 */
export function addCopyCommands(
  plugin: Plugin,
  source: TreeSource,
  choices: () => Pick<TreeOptions, "groups" | "order">,
): void {
  const { app } = plugin;
  for (const form of copyForms) {
    plugin.addCommand({
      id: `copy-tree-${form}`,
      name: texts.commands.copyTree[form],
      checkCallback: (checking) => {
        const note = noteAtHand(app.workspace);
        if (!note) return false;
        if (checking) return true;
        const { path } = note.file;
        const copied = async (): Promise<void> => {
          await source.ready;
          source.setText(path, note.text);
          const root = linkageTree(path, source.index, groupsIn(form, choices()));
          const links: LinkOf = (node) => namedLinkTo(node, path, app);
          await copyText(
            formed(root, form, source.index, links),
            activeWindow.navigator.clipboard,
            texts.linkageTree.treeCopied,
          );
        };
        copied().catch((error: unknown) => {
          new PluginNotice(texts.shared.failed(reasonOf(error)));
        });
        return true;
      },
    });
  }
}

/** Put a text on the clipboard, and say so. */
export async function copyText(text: string, clipboard: Clipboard, done: string): Promise<void> {
  await clipboard.writeText(text);
  new PluginNotice(done);
}

/** A group as a Markdown list with what is in it, of the note's own block with what is in its lists. */
export function listOf(group: TreeNode, index: VaultIndex, linkTo: LinkOf): string {
  const depth = group.key === "linkage" ? 2 : 1;
  return linesOf(treeMarkdown(group, { depth, limit: usualLimit, linkOf: withTags(linkTo, index) }));
}

/** The link to a file that a row stands for; null: it stands for none. */
type LinkOf = (node: TreeNode) => string | null;

function withTags(linkTo: LinkOf, index: VaultIndex): LinkOf {
  return (node) => (node.kind === "tag" ? vaultLink(node, index) : linkTo(node));
}

/** A block does not stand in itself. */
function groupsIn(
  form: CopyForm,
  choices: Pick<TreeOptions, "groups" | "order">,
): Pick<TreeOptions, "groups" | "order"> {
  return form === "html"
    ? { ...choices, groups: choices.groups.filter((group) => group !== "linkage") }
    : choices;
}

function formed(root: TreeNode, form: CopyForm, index: VaultIndex, links: LinkOf): string {
  const { depth } = usualRequest;
  const limit = usualLimit;
  switch (form) {
    case "markdown":
      return linesOf(treeMarkdown(root, { depth, limit, linkOf: withTags(links, index) }));
    case "mermaid":
      // As it is shown in a note.
      return linesOf(["```mermaid", ...treeMermaid(root, depth, limit), "```"]);
    case "html":
      return linesOf(treeHtml(root, { depth, limit, linkOf: (node) => vaultLink(node, index) }));
  }
}

function linesOf(lines: Iterable<string>): string {
  return `${[...lines].join("\n")}\n`;
}
