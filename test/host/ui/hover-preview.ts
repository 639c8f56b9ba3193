import type { App } from "../app/app.ts";
import { Component } from "../app/component.ts";
import { MarkdownPreviewView } from "../reading/preview-view.ts";
import type { TFile } from "../vault/files.ts";
import { Keymap } from "./keymap.ts";

/** Where links may show their page preview, and whether that takes Mod. */
export const hoverSources = new Map<string, { readonly display: string; readonly defaultMod: boolean }>();

/** What the workspace's event `hover-link` says. */
interface HoverLink {
  readonly event: MouseEvent;
  readonly source: string;
  readonly hoverParent: { hoverPopover: unknown };
  readonly targetEl: HTMLElement | null;
  readonly linktext: string;
  readonly sourcePath?: string;
}

/** How long the mouse must rest on a link, in milliseconds. */
const WAIT = 300;

/** Something that is shown beside an element as long as the mouse is on one of the two. */
export class HoverPopover extends Component {
  readonly hoverEl: HTMLElement;
  private readonly parent: { hoverPopover: unknown };
  private timer = 0;

  constructor(parent: { hoverPopover: unknown }, targetEl: HTMLElement | null, waitTime: number = WAIT) {
    super();
    this.parent = parent;
    this.hoverEl = createDiv("popover hover-popover");
    if (!targetEl) return;
    this.timer = window.setTimeout(() => {
      this.show(targetEl);
    }, waitTime);
    targetEl.addEventListener("mouseleave", () => {
      this.hideSoon();
    });
    this.hoverEl.addEventListener("mouseenter", () => {
      window.clearTimeout(this.timer);
    });
    this.hoverEl.addEventListener("mouseleave", () => {
      this.hideSoon();
    });
  }

  hide(): void {
    window.clearTimeout(this.timer);
    this.hoverEl.remove();
    if (this.parent.hoverPopover === this) this.parent.hoverPopover = null;
    this.unload();
  }

  private show(targetEl: HTMLElement): void {
    this.parent.hoverPopover = this;
    targetEl.doc.body.appendChild(this.hoverEl);
    const { left, bottom } = targetEl.getBoundingClientRect();
    const { clientWidth, clientHeight } = targetEl.doc.documentElement;
    this.hoverEl.setCssStyles({
      left: `${String(Math.max(0, Math.min(left, clientWidth - this.hoverEl.offsetWidth - 8)))}px`,
      top: `${String(Math.max(0, Math.min(bottom + 4, clientHeight - this.hoverEl.offsetHeight - 8)))}px`,
    });
    this.load();
  }

  private hideSoon(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      this.hide();
    }, WAIT);
  }
}

/** Show the page preview of links when the workspace is asked for it, as the app's core plugin does. */
export function showPagePreviews(app: App): void {
  app.workspace.on(
    "hover-link",
    ({ event, source, hoverParent, targetEl, linktext, sourcePath = "" }: HoverLink) => {
      const info = hoverSources.get(source) ?? { defaultMod: true };
      if (info.defaultMod && !Keymap.isModifier(event, "Mod")) return;
      const file = app.metadataCache.getFirstLinkpathDest(linktext.split("#")[0] ?? "", sourcePath);
      if (file) void showPage(app, file, new HoverPopover(hoverParent, targetEl));
    },
  );
}

async function showPage(app: App, file: TFile, popover: HoverPopover): Promise<void> {
  const text = await app.vault.cachedRead(file);
  const view = popover.addChild(
    new MarkdownPreviewView({ app, file }, popover.hoverEl.createDiv("markdown-embed")),
  );
  view.set(text, true);
  view.rerender();
}
