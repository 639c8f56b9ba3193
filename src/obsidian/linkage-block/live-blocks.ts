import type { Extension } from "@codemirror/state";
import { ViewPlugin, type EditorView, type PluginValue } from "@codemirror/view";
import { Component, editorInfoField, Keymap, type App } from "obsidian";
import { searchTag } from "../search-tag.ts";
import { BlockLinks, blocksIn, type DrawnLink } from "./block-links.ts";
import type { BlockSource } from "./block-source.ts";

/**
 * Links in the linkage blocks that live preview shows. The app draws a block where the cursor is not in it; here what it drew
 * is completed in place, so that nothing is drawn twice. In reading view the app follows such links, in an editor we do.
 */
export function liveBlocks(app: App, source: BlockSource): Extension {
  return ViewPlugin.define((view) => new LiveBlocks(view, app, source));
}

class LiveBlocks implements PluginValue {
  private readonly view: EditorView;
  private readonly app: App;
  private readonly source: BlockSource;
  private readonly component = new Component();
  private readonly known = new Map<HTMLElement, BlockLinks>();

  constructor(view: EditorView, app: App, source: BlockSource) {
    this.view = view;
    this.app = app;
    this.source = source;
    this.component.load();
    this.update();
  }

  /** What is in sight may be other elements now; they are there when the editor has been drawn. */
  update(): void {
    this.view.requestMeasure({
      key: this,
      read: () => blocksIn(this.view.contentDOM),
      write: (blocks) => {
        this.take(blocks);
      },
    });
  }

  destroy(): void {
    this.component.unload();
  }

  private take(blocks: readonly HTMLElement[]): void {
    const shown = new Set(blocks);
    for (const [el, links] of this.known) {
      if (shown.has(el)) continue;
      this.component.removeChild(links);
      this.known.delete(el);
    }
    for (const el of blocks) if (!this.known.has(el)) this.add(el);
  }

  private add(block: HTMLElement): void {
    const links = this.component.addChild(new BlockLinks(block, () => this.path(), this.source));
    this.known.set(block, links);
    for (const link of links.links) this.follow(link, links);
  }

  /** The path of the note in the editor, which may be another than when a block was drawn. */
  private path(): string {
    return this.view.state.field(editorInfoField, false)?.file?.path ?? "";
  }

  private follow({ el, linkpath, linktext }: DrawnLink, block: BlockLinks): void {
    // The editor would put the cursor there, and show the block's source.
    block.registerDomEvent(el, "mousedown", take);
    const open = (event: MouseEvent): void => {
      take(event);
      if (linkpath === null) searchTag(linktext, el.win);
      else void this.app.workspace.openLinkText(linktext, this.path(), Keymap.isModEvent(event));
    };
    block.registerDomEvent(el, "click", open);
    block.registerDomEvent(el, "auxclick", (event) => {
      if (event.button === 1) open(event);
    });
    if (linkpath === null) return;
    block.registerDomEvent(el, "mouseover", (event) => {
      const hoverParent = this.view.state.field(editorInfoField, false);
      const hovered = {
        event,
        source: "editor",
        hoverParent,
        targetEl: el,
        linktext,
        sourcePath: this.path(),
      };
      this.app.workspace.trigger("hover-link", hovered);
    });
  }
}

function take(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
