import { nodesOf, parseMarkdown, spanOf, type MarkdownNode } from "../metadata/markdown.ts";
import { frontmatterBlock } from "../metadata/frontmatter.ts";
import { tagsIn } from "../metadata/tags.ts";
import { wikilinksIn } from "../metadata/wikilinks.ts";
import type { App } from "../app/app.ts";
import { sanitizeHTMLToDom } from "./sanitize.ts";

/** One block of a note as it is rendered, and the lines it comes from. */
export interface RenderedSection {
  readonly el: HTMLElement;
  readonly lineStart: number;
  readonly lineEnd: number;
}

/** Elements by the type of the node they stand for. */
const plainElements: Readonly<Record<string, keyof HTMLElementTagNameMap>> = {
  paragraph: "p",
  blockquote: "blockquote",
  listItem: "li",
  emphasis: "em",
  strong: "strong",
  tableRow: "tr",
};

/**
 * Render a note's Markdown as the app's reading view does: block by block, each in a `div` of its own. HTML blocks become
 * elements after cleaning, and no Markdown in them is read (obsidian.md A8).
 */
export function renderMarkdown(text: string, sourcePath: string, app: App): readonly RenderedSection[] {
  const block = frontmatterBlock(text);
  const body = withoutComments(
    block ? text.slice(0, block.end).replace(/[^\r\n]/g, " ") + text.slice(block.end) : text,
  );
  const renderer = new Renderer(body, sourcePath, app);
  return (parseMarkdown(body).children ?? []).map((node) => {
    const { from, to } = spanOf(node);
    const el = createDiv(`el-${node.type === "html" ? "div" : (plainElements[node.type] ?? node.type)}`);
    renderer.render(node, el);
    return { el, lineStart: lineOf(body, from), lineEnd: lineOf(body, to) };
  });
}

/** Comments between `%%` are not shown; offsets stay. Those in code are code. */
function withoutComments(text: string): string {
  const codeOrComment = /^ {0,3}(```|~~~)[^\n]*\n[\s\S]*?(?:^ {0,3}\1|$(?![\s\S]))|`[^`\n]*`|%%[\s\S]*?%%/gm;
  return text.replace(codeOrComment, (found) =>
    found.startsWith("%%") ? found.replace(/[^\r\n]/g, " ") : found,
  );
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length - 1;
}

class Renderer {
  private readonly source: string;
  private readonly sourcePath: string;
  private readonly app: App;

  constructor(source: string, sourcePath: string, app: App) {
    this.source = source;
    this.sourcePath = sourcePath;
    this.app = app;
  }

  render(node: MarkdownNode, parent: HTMLElement): void {
    const plain = plainElements[node.type];
    if (plain) this.renderInto(node, parent.createEl(plain));
    else this.renderOther(node, parent);
  }

  private renderInto(node: MarkdownNode, el: HTMLElement): void {
    const children = node.children ?? [];
    const isInline = ["paragraph", "heading", "tableCell"].includes(node.type);
    if (isInline) this.renderInline(children, el);
    else for (const child of children) this.render(child, el);
  }

  private renderOther(node: MarkdownNode, parent: HTMLElement): void {
    switch (node.type) {
      case "heading": {
        const tag = `h${String(node.depth ?? 1)}` as "h1";
        const heading = parent.createEl(tag);
        this.renderInto(node, heading);
        heading.setAttr("data-heading", heading.getText());
        return;
      }
      case "list":
        this.renderInto(node, parent.createEl(node.ordered === true ? "ol" : "ul"));
        return;
      case "code": {
        const cls = node.lang ? `language-${node.lang}` : "";
        parent.createEl("pre", cls).createEl("code", { text: node.value ?? "", cls });
        return;
      }
      case "inlineCode":
        parent.createEl("code", { text: node.value ?? "" });
        return;
      case "thematicBreak":
        parent.createEl("hr");
        return;
      case "break":
        parent.createEl("br");
        return;
      case "html":
        parent.appendChild(sanitizeHTMLToDom(node.value ?? ""));
        return;
      case "table":
        this.renderTable(node, parent.createEl("table"));
        return;
      case "link":
        this.renderLink(node, parent);
        return;
      case "image":
        parent.createEl("img", { attr: { alt: node.alt ?? "", "data-src": node.url ?? "" } });
        return;
      case "text":
        parent.appendText(node.value ?? "");
        return;
      case "definition":
        return;
      default:
        this.renderInto(node, parent.createSpan());
    }
  }

  private renderTable(node: MarkdownNode, table: HTMLElement): void {
    const [head, ...rows] = node.children ?? [];
    if (head) this.renderRow(head, table.createEl("thead"), "th");
    const body = table.createEl("tbody");
    for (const row of rows) this.renderRow(row, body, "td");
  }

  private renderRow(row: MarkdownNode, parent: HTMLElement, tag: "th" | "td"): void {
    const tr = parent.createEl("tr");
    for (const cell of row.children ?? []) this.renderInline(cell.children ?? [], tr.createEl(tag));
  }

  /** Wikilinks and tags may lie across the nodes of Markdown: they are found in the source, and what they cover is left out. */
  private renderInline(children: readonly MarkdownNode[], parent: HTMLElement): void {
    const [first, last] = [children[0], children.at(-1)];
    if (!first || !last) return;
    const span = { from: spanOf(first).from, to: spanOf(last).to };
    const code = children
      .flatMap((child) => [...nodesOf(child)])
      .filter(({ type }) => type === "inlineCode" || type === "html")
      .map(spanOf);
    const links = [...wikilinksIn(this.source, span, code)];
    const tags = [...tagsIn(this.source, span, [...code, ...links])];
    const found = [
      ...links.map(({ from, to, link, displayText, isEmbed }) => ({
        from,
        to,
        draw: (el: HTMLElement) => {
          this.drawLink(link, displayText, isEmbed, el);
        },
      })),
      ...tags.map(({ from, to, tag }) => ({
        from,
        to,
        draw: (el: HTMLElement) => {
          el.createEl("a", { cls: "tag", href: tag, text: tag });
        },
      })),
    ].sort((a, b) => a.from - b.from);
    for (const child of children) this.renderAround(child, found, parent);
  }

  private renderAround(
    node: MarkdownNode,
    found: readonly {
      readonly from: number;
      readonly to: number;
      readonly draw: (el: HTMLElement) => void;
    }[],
    parent: HTMLElement,
  ): void {
    const { from, to } = spanOf(node);
    const inside = found.filter((each) => each.from < to && from < each.to);
    if (inside.length === 0) {
      if (node.children && plainElements[node.type]) {
        const el = parent.createEl(plainElements[node.type] ?? "span");
        for (const child of node.children) this.renderAround(child, found, el);
      } else this.renderOther(node, parent);
      return;
    }
    if (node.type !== "text") {
      const tag = plainElements[node.type];
      const el = tag ? parent.createEl(tag) : parent;
      for (const each of inside) if (each.from === from && !node.children) each.draw(el);
      for (const child of node.children ?? []) this.renderAround(child, found, el);
      return;
    }
    let at = from;
    for (const each of inside) {
      if (each.from > at) parent.appendText(unescape(this.source.slice(at, each.from)));
      if (each.from >= from) each.draw(parent);
      at = each.to;
    }
    if (at < to) parent.appendText(unescape(this.source.slice(at, to)));
  }

  private drawLink(link: string, displayText: string, isEmbed: boolean, parent: HTMLElement): void {
    if (isEmbed) {
      parent.createSpan({ cls: "internal-embed", text: displayText, attr: { src: link, alt: displayText } });
      return;
    }
    const [path = ""] = link.split("#");
    const isResolved = this.app.metadataCache.getFirstLinkpathDest(path, this.sourcePath) !== null;
    parent.createEl("a", {
      cls: isResolved ? "internal-link" : "internal-link is-unresolved",
      text: displayText,
      href: link,
      attr: { "data-href": link, target: "_blank", rel: "noopener nofollow" },
    });
  }

  private renderLink(node: MarkdownNode, parent: HTMLElement): void {
    const url = node.url ?? "";
    const isExternal = /^[a-z][a-z0-9+.-]*:/i.test(url);
    const link = isExternal ? url : decodeURIComponent(url);
    const a = parent.createEl("a", {
      cls: isExternal ? "external-link" : "internal-link",
      href: url,
      attr: { "data-href": link, target: "_blank", rel: "noopener nofollow" },
    });
    for (const child of node.children ?? []) this.render(child, a);
  }
}

function unescape(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}
