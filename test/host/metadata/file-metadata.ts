import type { BlockCache, CachedMetadata, LinkCache, Pos, SectionCache } from "obsidian";
import { decode, frontmatterBlock, propertyLinks, readProperties } from "./frontmatter.ts";
import { nodesOf, parseMarkdown, spanOf, type MarkdownNode } from "./markdown.ts";
import { Positions } from "./positions.ts";
import { tagsIn } from "./tags.ts";
import { touches, wikilinksIn, type Span } from "./wikilinks.ts";

/**
 * What the app knows of a note, by its own rules and not by Linkage's parser: so that comparing the two compares two things.
 * HTML blocks are opaque: no link in them is seen (obsidian.md A8).
 */
export function fileMetadata(text: string): CachedMetadata {
  const block = frontmatterBlock(text);
  // The body keeps its offsets.
  const body = block ? text.slice(0, block.end).replace(/[^\r\n]/g, " ") + text.slice(block.end) : text;
  return new Reader(body, block?.end ?? 0).read(block ? frontmatterOf(block.yaml, block.end, text) : {});
}

function frontmatterOf(yaml: string, end: number, text: string): CachedMetadata {
  const position = new Positions(text).pos(0, text.slice(0, end).trimEnd().length);
  const properties = readProperties(yaml);
  if (!properties) return { frontmatterPosition: position };
  const links = [...propertyLinks(properties)];
  return {
    frontmatter: properties,
    frontmatterPosition: position,
    ...(links.length > 0 ? { frontmatterLinks: links } : {}),
  };
}

/** Reads the body of one note. */
class Reader {
  private readonly text: string;
  private readonly positions: Positions;
  private readonly root: MarkdownNode;
  private readonly comments: readonly Span[];
  private readonly found: CachedMetadata = {};
  private readonly bodyStart: number;

  constructor(text: string, bodyStart: number) {
    this.text = text;
    this.bodyStart = bodyStart;
    this.positions = new Positions(text);
    this.root = parseMarkdown(text);
    this.comments = [...text.matchAll(/^%%[^\n]*\n[\s\S]*?%%/gm)].map(({ index, 0: { length } }) => ({
      from: index,
      to: index + length,
    }));
  }

  read(frontmatter: CachedMetadata): CachedMetadata {
    for (const node of nodesOf(this.root)) {
      if (node.type === "heading") this.addHeading(node);
      if (node.type === "definition") this.addDefinition(node);
      if (["paragraph", "heading", "tableCell"].includes(node.type)) this.addInline(node);
    }
    this.addListItems(this.root, -1);
    const { frontmatterPosition } = frontmatter;
    const sections = [
      ...(frontmatterPosition ? [{ type: "yaml", position: frontmatterPosition }] : []),
      ...(this.root.children ?? []).map((child) => this.section(child)),
    ];
    if (sections.length > 0) this.found.sections = sections;
    this.addBlocks();
    return { ...this.found, ...frontmatter };
  }

  private pos({ from, to }: Span): Pos {
    return this.positions.pos(from, to);
  }

  private addHeading(node: MarkdownNode): void {
    const span = spanOf(node);
    if (touches(span, this.comments)) return;
    const heading = this.contentOf(node);
    (this.found.headings ??= []).push({ heading, level: node.depth ?? 1, position: this.pos(span) });
  }

  private contentOf({ children = [] }: MarkdownNode): string {
    const [first, last] = [children[0], children.at(-1)];
    return first && last ? this.text.slice(spanOf(first).from, spanOf(last).to).trim() : "";
  }

  /** What CommonMark takes for a definition of `[^1]` is a footnote, whose text counts (obsidian.md A10). */
  private addDefinition(node: MarkdownNode): void {
    const span = spanOf(node);
    if (node.label?.startsWith("^")) {
      this.addLinks(span, []);
      return;
    }
    const { label, url = "" } = node;
    (this.found.referenceLinks ??= []).push({ id: label ?? "", link: url, position: this.pos(span) });
  }

  private addInline(node: MarkdownNode): void {
    const children = node.children ?? [];
    const [first, last] = [children[0], children.at(-1)];
    if (!first || !last) return;
    const span = { from: spanOf(first).from, to: spanOf(last).to };
    const noText = [...this.codeAndHtml(node), ...this.mathIn(span)];
    const markdownLinks = [...nodesOf(node)].filter((each) => this.isMarkdownLink(each));
    const destinations = markdownLinks.map((each) => this.destinationOf(each));
    const urls = this.bareUrls(span, destinations);
    this.addLinks(span, [...noText, ...destinations, ...urls]);
    for (const link of markdownLinks) this.addMarkdownLink(link);
    for (const { from, to, tag } of tagsIn(this.text, span, [
      ...noText,
      ...destinations,
      ...urls,
      ...wikilinksIn(this.text, span, noText),
    ]))
      (this.found.tags ??= []).push({ tag, position: this.pos({ from, to }) });
  }

  private addLinks(span: Span, noText: readonly Span[]): void {
    for (const { from, to, isEmbed, link, displayText } of wikilinksIn(this.text, span, noText)) {
      const original = this.text.slice(from, to);
      this.addLink({ link, original, displayText, position: this.pos({ from, to }) }, isEmbed);
    }
  }

  private addLink(link: LinkCache, isEmbed: boolean): void {
    if (isEmbed) (this.found.embeds ??= []).push(link);
    else (this.found.links ??= []).push(link);
  }

  private codeAndHtml(node: MarkdownNode): readonly Span[] {
    return [...nodesOf(node)].filter(({ type }) => type === "inlineCode" || type === "html").map(spanOf);
  }

  private mathIn({ from, to }: Span): readonly Span[] {
    const math = /\$\$[\s\S]+?\$\$|(?<![\\$])\$(?![\s$])[^$\n]*?[^\s\\$]\$(?!\d)/g;
    return [...this.text.slice(from, to).matchAll(math)].map(({ index, 0: { length } }) => ({
      from: from + index,
      to: from + index + length,
    }));
  }

  /** A bare address runs on to the next white space, also over brackets (obsidian.md A14). */
  private bareUrls({ from, to }: Span, destinations: readonly Span[]): readonly Span[] {
    return [...this.text.slice(from, to).matchAll(/\bhttps?:\/\/\S+/g)]
      .map(({ index, 0: { length } }) => ({ from: from + index, to: from + index + length }))
      .filter((url) => !touches(url, destinations) && this.text.charAt(url.from - 1) !== "<");
  }

  /** Where `[[a]](b)` stands, only the wikilink counts; `[]()` and `[x]()` are none (obsidian.md A5, A13). */
  private isMarkdownLink(node: MarkdownNode): boolean {
    if ((node.type !== "link" && node.type !== "image") || node.url === undefined || node.url === "")
      return false;
    const { from, to } = spanOf(node);
    return (
      !/^!?\[\[(?:(?!\[\[|\]\]).)+\]\]/.test(this.text.slice(from, to)) && this.text.charAt(from) !== "<"
    );
  }

  private destinationOf(node: MarkdownNode): Span {
    const { from, to } = spanOf(node);
    const last = node.children?.at(-1);
    const open = this.text.indexOf("](", last ? spanOf(last).to : from);
    return { from: open < 0 || open > to ? from : open, to };
  }

  private addMarkdownLink(node: MarkdownNode): void {
    const { url = "", type } = node;
    if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return;
    const span = spanOf(node);
    const original = this.text.slice(span.from, span.to);
    const displayText = type === "image" ? (node.alt ?? "") : this.contentOf(node);
    this.addLink({ link: decode(url), original, displayText, position: this.pos(span) }, type === "image");
  }

  /** A list item's parent is the line of the item it lies in, or the negative line of its list (the app's documentation of `ListItemCache`). */
  private addListItems(node: MarkdownNode, parent: number): void {
    for (const child of node.children ?? []) {
      if (node.type !== "list" || child.type !== "listItem") {
        this.addListItems(child, parent);
        continue;
      }
      const span = spanOf(child);
      const position = this.pos(span);
      const listLine = this.pos(spanOf(node)).start.line;
      const task = /^(?:[-*+]|\d+[.)])\s+\[(.)\]\s/.exec(this.text.slice(span.from, span.to))?.[1];
      (this.found.listItems ??= []).push({
        position,
        parent: parent >= 0 ? parent : -Math.max(listLine, 1),
        ...(task === undefined ? {} : { task }),
      });
      this.addListItems(child, position.start.line);
    }
  }

  private section(node: MarkdownNode): SectionCache {
    const span = spanOf(node);
    const isCallout = node.type === "blockquote" && /^>\s*\[!/.test(this.text.slice(span.from, span.to));
    return { type: isCallout ? "callout" : node.type, position: this.pos(span) };
  }

  /** Block ids: ` ^id` at the end of a paragraph or list item, or alone after a block (obsidian.md D3). */
  private addBlocks(): void {
    let before: MarkdownNode | null = null;
    for (const node of nodesOf(this.root)) {
      if (node.type !== "paragraph" && node.type !== "listItem") {
        if (node.type !== "root") before = node;
        continue;
      }
      const span = spanOf(node);
      if (span.from < this.bodyStart) continue;
      const first = node.type === "listItem" ? node.children?.[0] : node;
      const own = first ? spanOf(first) : span;
      const match = /(?:^|\s)\^([a-zA-Z0-9-]+)\s*$/.exec(this.text.slice(own.from, own.to));
      if (match?.[1] === undefined) continue;
      const isAlone = match.index === 0 && before !== null;
      const block: BlockCache = {
        id: match[1],
        position: this.pos(isAlone && before ? spanOf(before) : span),
      };
      (this.found.blocks ??= {})[match[1].toLowerCase()] = block;
    }
  }
}
