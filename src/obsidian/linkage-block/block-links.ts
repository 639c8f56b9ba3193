import { MarkdownRenderChild } from "obsidian";
import { blockParts, type BlockPart } from "../../linkage/block-text.ts";
import { publicationOf } from "../../journal/properties.ts";
import { isProblemMark, unknownTagMark } from "../../linkage/problem-mark.ts";
import { unknownTags } from "../../linkage/note-tags.ts";
import type { Note } from "../../note/note.ts";
import { scanTag } from "../../note/tags.ts";
import type { VaultIndex } from "../../vault/vault-index.ts";
import type { BlockSource } from "./block-source.ts";

const selector = "div.linkage-tree, div.linkage";

/** The linkage blocks in what a note is rendered to; not one within another, whose links are the outer one's too. */
export function blocksIn(el: HTMLElement): readonly HTMLElement[] {
  const blocks = Array.from(el.querySelectorAll<HTMLElement>(selector));
  return blocks.filter((block) => !block.parentElement?.closest(selector));
}

/**
 * The links and tags of a linkage block that is shown: what the app leaves as text becomes links like the app's own. Those that
 * lead nowhere look so, and behind drafts and tags that the note has not stands what they are, as long as the block is shown.
 * Nothing in the file changes.
 */
export class BlockLinks extends MarkdownRenderChild {
  private readonly sourcePath: () => string;
  private readonly source: BlockSource;
  private drawn: readonly DrawnLink[] = [];
  private readonly flairs = new Map<DrawnLink, HTMLElement>();
  private replaced: readonly ReplacedText[] = [];
  private isReady = false;

  /**
   * @param block the element of the block, as the app has rendered it
   * @param sourcePath gives the path of the note that it is in, which may be renamed
   */
  constructor(block: HTMLElement, sourcePath: () => string, source: BlockSource) {
    super(block);
    this.sourcePath = sourcePath;
    this.source = source;
  }

  override onload(): void {
    this.replaced = drawLinks(this.containerEl);
    this.drawn = this.replaced.flatMap(({ links }) => links);
    if (this.drawn.length === 0) return;
    this.register(
      this.source.onChange(() => {
        this.mark();
      }),
    );
    void this.source.ready.then(() => {
      this.isReady = true;
      this.mark();
    });
  }

  /** The block stands as the app has rendered it: what is drawn in it next finds no links that nobody follows. */
  override onunload(): void {
    this.isReady = false;
    for (const el of this.flairs.values()) el.remove();
    for (const { text, by } of this.replaced) {
      by[0]?.before(text);
      for (const node of by) node.remove();
    }
  }

  /** The links, for who must follow them itself. */
  get links(): readonly DrawnLink[] {
    return this.drawn;
  }

  /** Say of each what it is. Before the vault has been read nobody knows. */
  private mark(): void {
    if (!this.isReady) return;
    const { index } = this.source;
    const path = this.sourcePath();
    const note = index.note(path);
    const unknown = note ? shownUnknown(note) : new Set<string>();
    for (const link of this.drawn) {
      const { el, linkpath, linktext } = link;
      if (linkpath === null) {
        this.say(link, unknown.has(linktext.toLowerCase()) ? unknownTagMark : null);
        continue;
      }
      const resolution = index.resolve({ linkpath }, path);
      const isUnresolved = resolution.kind === "unresolved";
      el.toggleClass("is-unresolved", isUnresolved);
      this.say(link, isUnresolved ? null : unpublished(resolution.path, index));
    }
  }

  /** Have this stand behind a link, or nothing. */
  private say(link: DrawnLink, said: string | null): void {
    const flair = this.flairs.get(link);
    if ((flair?.textContent ?? null) === said) return;
    flair?.remove();
    this.flairs.delete(link);
    if (said === null) return;
    const el = createSpan({ cls: "linkage-flair", text: said });
    el.toggleClass("linkage-flair-problem", isProblemMark(said));
    link.el.after(el);
    this.flairs.set(link, el);
  }
}

/** Why the site does not have the note at a path; null if it does, or there is none. */
function unpublished(path: string, index: VaultIndex): string | null {
  const note = index.note(path);
  const publication = note ? publicationOf(note, index.conventions.site) : "published";
  return publication === "published" ? null : publication;
}

/** The tags that a note's linkage blocks show and the note has not: in small letters and as far as a tag is drawn. */
function shownUnknown(note: Note): ReadonlySet<string> {
  const tags = unknownTags(note).map(({ tag }) => `#${tag.toLowerCase()}`);
  return new Set(tags.map((tag) => tag.slice(0, scanTag(tag, 0) ?? tag.length)));
}

/** A link that was text. For a tag, `linkpath` is null and `linktext` the tag with its `#`. */
export interface DrawnLink {
  readonly el: HTMLElement;
  readonly linkpath: string | null;
  readonly linktext: string;
}

/** A text of a block, and what stands in its place. */
interface ReplacedText {
  readonly text: Text;
  readonly by: readonly ChildNode[];
  readonly links: readonly DrawnLink[];
}

/** Make links of what is written in brackets, and of tags, below an element. What is a link or code already stays. */
function drawLinks(block: HTMLElement): readonly ReplacedText[] {
  return textsIn(block).flatMap((text) => {
    const parts = blockParts(text.data);
    if (parts.every(({ kind }) => kind === "text")) return [];
    const fragment = createFragment();
    const links = parts.flatMap((part) => drawPart(part, fragment) ?? []);
    const by = Array.from(fragment.childNodes);
    text.replaceWith(fragment);
    return [{ text, by, links }];
  });
}

/** The texts below an element, in order, but those in links and code. */
function textsIn(block: HTMLElement): readonly Text[] {
  const walker = block.doc.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node.instanceOf(Text) && !node.parentElement?.closest("a, code, pre")) texts.push(node);
  return texts;
}

function drawPart(part: BlockPart, parent: DocumentFragment): DrawnLink | null {
  if (part.kind === "text") {
    parent.append(part.text);
    return null;
  }
  if (part.kind === "tag") {
    const el = parent.createEl("a", { cls: "tag", href: part.text, text: part.text });
    return { el, linkpath: null, linktext: part.text };
  }
  const { text, linkpath, linktext } = part;
  const attr = { "data-href": linktext, target: "_blank", rel: "noopener nofollow" };
  const el = parent.createEl("a", { cls: "internal-link", href: linktext, text, attr });
  return { el, linkpath, linktext };
}
