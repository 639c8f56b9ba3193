import { Component } from "../app/component.ts";
import type { App } from "../app/app.ts";
import type { TFile } from "../vault/files.ts";
import { Keymap } from "../ui/keymap.ts";
import { runPostProcessors } from "./post-process.ts";
import { renderMarkdown } from "./render.ts";

/** Whose text it shows. */
interface Owner {
  readonly app: App;
  readonly file: TFile | null;
}

/** The reading view of a note. Links in it open, and show their page preview. */
export class MarkdownPreviewView extends Component {
  readonly containerEl: HTMLElement;
  hoverPopover: unknown = null;
  private readonly owner: Owner;
  private readonly sizerEl: HTMLElement;
  private text = "";
  private drawn: Component | null = null;

  constructor(owner: Owner, parent: HTMLElement) {
    super();
    this.owner = owner;
    this.containerEl = parent.createDiv({
      cls: "markdown-preview-view markdown-rendered",
      attr: { tabindex: -1 },
    });
    this.sizerEl = this.containerEl.createDiv("markdown-preview-sizer markdown-preview-section");
    followLinks(this.containerEl, owner, this);
  }

  get app(): App {
    return this.owner.app;
  }

  get file(): TFile | null {
    return this.owner.file;
  }

  get(): string {
    return this.text;
  }

  set(text: string, clear: boolean): void {
    if (text === this.text && !clear) return;
    this.text = text;
    if (this.containerEl.isShown()) this.rerender();
  }

  clear(): void {
    this.text = "";
    this.sizerEl.empty();
    if (this.drawn) this.removeChild(this.drawn);
    this.drawn = null;
  }

  rerender(_full = false): void {
    if (this.drawn) this.removeChild(this.drawn);
    const drawn = this.addChild(new Component());
    this.drawn = drawn;
    this.sizerEl.empty();
    const sourcePath = this.file?.path ?? "";
    for (const section of renderMarkdown(this.text, sourcePath, this.app)) {
      this.sizerEl.appendChild(section.el);
      runPostProcessors(section, { text: this.text, sourcePath, app: this.app, component: drawn });
    }
  }

  getScroll(): number {
    return this.containerEl.scrollTop;
  }

  applyScroll(scroll: number): void {
    this.containerEl.scrollTop = scroll;
  }
}

/** Links open on a click, in a new tab with Mod or the middle button, and ask for their preview when the mouse is over them. */
function followLinks(el: HTMLElement, owner: Owner, hoverParent: object): void {
  const linkOf = (event: Event): HTMLElement | null =>
    (event.target as HTMLElement).closest<HTMLElement>("a.internal-link");
  const open = (event: MouseEvent): void => {
    const link = linkOf(event);
    if (!link) return;
    event.preventDefault();
    void owner.app.workspace.openLinkText(
      link.getAttr("data-href") ?? "",
      owner.file?.path ?? "",
      Keymap.isModEvent(event),
    );
  };
  el.addEventListener("click", open);
  el.addEventListener("auxclick", open);
  el.addEventListener("mouseover", (event) => {
    const targetEl = linkOf(event);
    if (!targetEl) return;
    const linktext = targetEl.getAttr("data-href") ?? "";
    const sourcePath = owner.file?.path ?? "";
    owner.app.workspace.trigger("hover-link", {
      event,
      source: "preview",
      hoverParent,
      targetEl,
      linktext,
      sourcePath,
    });
  });
}
