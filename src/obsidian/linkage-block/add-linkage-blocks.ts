import type { Extension } from "@codemirror/state";
import { MarkdownView, type App, type Plugin } from "obsidian";
import { BlockLinks, blocksIn } from "./block-links.ts";
import type { BlockSource } from "./block-source.ts";
import { liveBlocks } from "./live-blocks.ts";

/** Whether the links of linkage blocks are to be shown, and who tells when that changes. */
export interface BlockChoice {
  readonly isOn: () => boolean;
  onChange(listener: () => void): () => void;
}

/** Show links and tags in linkage blocks as such, in reading view and live preview. */
export function addLinkageBlocks(plugin: Plugin, source: BlockSource, choice: BlockChoice): void {
  const { app } = plugin;
  plugin.registerMarkdownPostProcessor((el, context) => {
    if (!choice.isOn()) return;
    const path = (): string => context.sourcePath;
    for (const block of blocksIn(el)) context.addChild(new BlockLinks(block, path, source));
  });
  const extensions: Extension[] = [];
  const install = (): boolean => {
    if (choice.isOn() === extensions.length > 0) return false;
    extensions.splice(0, extensions.length, ...(choice.isOn() ? [liveBlocks(app, source)] : []));
    return true;
  };
  install();
  plugin.registerEditorExtension(extensions);
  plugin.register(
    choice.onChange(() => {
      if (!install()) return;
      app.workspace.updateOptions();
      drawAgain(app);
    }),
  );
}

/** What reading view shows was rendered before. */
function drawAgain({ workspace }: App): void {
  for (const { view } of workspace.getLeavesOfType("markdown"))
    if (view instanceof MarkdownView) view.previewMode.rerender(true);
}
