import type { Plugin, Workspace } from "obsidian";
import { lazily } from "../../text/lazily.ts";
import { addCopyCommands } from "./copy-tree.ts";
import { LinkageView, linkageViewType } from "./linkage-view.ts";
import { texts } from "../texts.ts";
import type { TreeSource } from "./tree-source.ts";
import { TreeMemory } from "./tree-memory.ts";

/** Add the linkage tree: its view, the command and the ribbon icon that open it, and the page previews of its rows. */
export function addLinkageTree(plugin: Plugin, source: TreeSource): void {
  const { workspace } = plugin.app;
  const memory = lazily(() => plugin.addChild(new TreeMemory(plugin.app)));
  plugin.registerView(linkageViewType, (leaf) => new LinkageView(leaf, source, memory()));
  plugin.registerHoverLinkSource(linkageViewType, { display: texts.linkageTree.title, defaultMod: true });
  const open = (): void => void openLinkageTree(workspace);
  plugin.addCommand({ id: "open-tree", name: texts.commands.openTree, callback: open });
  plugin.addRibbonIcon("list-tree", texts.commands.openTree, open);
  addCopyCommands(plugin, source, () => memory().choices);
}

/** Show the linkage tree, in the right sidebar if it is nowhere yet, and have keys go to it. */
async function openLinkageTree(workspace: Workspace): Promise<void> {
  const leaf = await workspace.ensureSideLeaf(linkageViewType, "right", { active: true, reveal: true });
  // Waits until the view is there: it may have been deferred.
  await workspace.revealLeaf(leaf);
  if (leaf.view instanceof LinkageView) leaf.view.focusTree();
}
