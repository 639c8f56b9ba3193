import { MarkdownView, type App, type Plugin } from "obsidian";
import type { EditorPart } from "../editor-parts.ts";
import { BlockLinks, blocksIn } from "./block-links.ts";
import type { BlockSource } from "./block-source.ts";
import { liveBlocks } from "./live-blocks.ts";

/**
 * Show links and tags in linkage blocks as such, in reading view and, by the part that is returned, in live preview.
 * @param isOn whether they are to be shown now
 */
export function addLinkageBlocks(plugin: Plugin, source: BlockSource, isOn: () => boolean): EditorPart {
  const { app } = plugin;
  plugin.registerMarkdownPostProcessor((el, context) => {
    if (!isOn()) return;
    const path = (): string => context.sourcePath;
    for (const block of blocksIn(el)) context.addChild(new BlockLinks(block, path, source));
  });
  return {
    wanted: () => (isOn() ? "on" : ""),
    extension: () => liveBlocks(app, source),
    changed: () => {
      drawAgain(app);
    },
  };
}

/** What reading view shows was rendered before. */
function drawAgain({ workspace }: App): void {
  for (const { view } of workspace.getLeavesOfType("markdown"))
    if (view instanceof MarkdownView) view.previewMode.rerender(true);
}
