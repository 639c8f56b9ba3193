import type { TextRange } from "../text/range.ts";
import { type Content, placeOf, rangeOf } from "./content.ts";
import { attributeValue, htmlText, type HtmlToken } from "./html.ts";
import type { LinkageBlock, LinkageFault, LinkageItem } from "./note.ts";
import { targetEnd } from "./wikilink.ts";

/** The markup of the linkage block that the tag `written`, a `<div>`, opens, or null. */
export function linkageMarkup(written: string): LinkageBlock["markup"] | null {
  const value = attributeValue(written, "class");
  const classes = value ? written.slice(value.from, value.to).split(/\s+/) : [];
  return classes.includes("linkage-tree") ? "linkage-tree" : classes.includes("linkage") ? "linkage" : null;
}

interface Element {
  readonly name: string;
  /** Its opening tag. */
  readonly tag: TextRange;
  /** Where its text starts that no list in it has taken for its label. */
  textFrom: number;
  /** A list stands inside, so that it is no leaf of the tree. */
  hasList: boolean;
  readonly group: OpenGroup | null;
}

/** A group of which the end is not yet known. Its ranges are in the note's text, as all that is handed out. */
interface OpenGroup {
  readonly label: string;
  readonly from: number;
  to: number;
  readonly items: LinkageItem[];
}

/**
 * Reads one linkage block from the tokens of its HTML, of which the first opens it. Whatever its nesting, all lists in it
 * become groups. Linear in the number of tokens, however deep they are nested.
 */
export class LinkageReader {
  private readonly content: Content;
  private readonly html: string;
  private readonly markup: LinkageBlock["markup"];
  private readonly open: Element[] = [];
  /** How many elements of each name are open. */
  private readonly names = new Map<string, number>();
  /** The open lists, outermost first. */
  private readonly lists: OpenGroup[] = [];
  /** The group of the items outside all lists. */
  private loose: OpenGroup | null = null;
  private readonly groups: OpenGroup[] = [];
  private readonly faults: LinkageFault[] = [];
  /** The links since the last item ended. */
  private links: (HtmlToken & { kind: "wikilink" })[] = [];
  private from = -1;
  private to = -1;

  constructor(content: Content, markup: LinkageBlock["markup"]) {
    this.content = content;
    this.html = content.text;
    this.markup = markup;
  }

  /** Read the next token; true if it closes the block. */
  take(token: HtmlToken): boolean {
    if (this.from < 0) this.from = token.from;
    this.to = token.to;
    if (token.kind === "wikilink") this.links.push(token);
    else if (token.kind === "open" && !token.leaf) this.openElement(token.name, token);
    else if (token.kind === "close") this.closeElement(token.name, token);
    return this.open.length === 0;
  }

  /** What was read. If nothing has closed the block, it runs to the end of the HTML. */
  finish(): LinkageBlock {
    if (this.open.length > 0) this.to = this.html.trimEnd().length;
    while (this.open.length > 0) this.dropUnclosed(this.to);
    const groups = this.groups.filter(({ label, items }) => label !== "" || items.length > 0);
    const faults = this.faults.sort((a, b) => a.from - b.from);
    return { markup: this.markup, groups, faults, ...rangeOf(this.content, this.from, this.to) };
  }

  private openElement(name: string, { from, to }: TextRange): void {
    if (name === "li" && this.open.at(-1)?.name === "li") this.dropUnclosed(from);
    const parent = this.open.at(-1);
    const isList = name === "ul" || name === "ol";
    const group = isList ? this.openGroup(from, parent) : null;
    if (group) this.lists.push(group);
    if (group && parent) parent.hasList = true;
    this.open.push({ name, tag: { from, to }, textFrom: to, hasList: false, group });
    this.names.set(name, (this.names.get(name) ?? 0) + 1);
  }

  private openGroup(from: number, parent: Element | undefined): OpenGroup {
    const label = parent?.name === "li" ? htmlText(this.html.slice(parent.textFrom, from)) : "";
    const place = placeOf(this.content, from);
    const group = { label, from: place, to: place, items: [] };
    this.groups.push(group);
    return group;
  }

  private closeElement(name: string, tag: TextRange): void {
    if (!this.names.get(name)) {
      this.addFault("unexpected-close", name, tag);
      return;
    }
    while (this.open.at(-1)?.name !== name) this.dropUnclosed(tag.from);
    this.closeInnermost(tag.from, tag.to);
  }

  private dropUnclosed(at: number): void {
    const element = this.closeInnermost(at, at);
    if (element) this.addFault("unclosed-tag", element.name, element.tag);
  }

  private addFault(kind: LinkageFault["kind"], tag: string, { from, to }: TextRange): void {
    this.faults.push({ kind, tag, from: placeOf(this.content, from), to: placeOf(this.content, to) });
  }

  private closeInnermost(contentEnd: number, to: number): Element | undefined {
    const element = this.open.pop();
    if (element === undefined) return undefined;
    this.names.set(element.name, (this.names.get(element.name) ?? 0) - 1);
    if (element.group) this.closeList(element.group, to);
    else if (element.name === "li" && !element.hasList) this.addItem(element.tag, contentEnd, to);
    return element;
  }

  private closeList(group: OpenGroup, to: number): void {
    group.to = placeOf(this.content, to);
    this.lists.pop();
    const parent = this.open.at(-1);
    if (parent) parent.textFrom = to;
  }

  private addItem(tag: TextRange, contentEnd: number, to: number): void {
    const { kind, text, from, to: textEnd } = this.itemText(tag.to, contentEnd);
    const textRange = rangeOf(this.content, from, textEnd);
    const item = {
      kind,
      text,
      textRange,
      from: placeOf(this.content, tag.from),
      to: placeOf(this.content, to),
    };
    const list = this.lists.at(-1);
    if (list) {
      list.items.push(item);
      return;
    }
    this.loose ??= this.openGroup(tag.from, undefined);
    this.loose.items.push(item);
    this.loose.to = item.to;
  }

  /** What the list item between two offsets says, and where: its first link, else its tag or text. */
  private itemText(from: number, to: number): Pick<LinkageItem, "kind" | "text"> & TextRange {
    const link = this.links.find((token) => token.from >= from);
    this.links = [];
    const written = this.html.slice(from, to);
    const text = htmlText(written);
    if (link && !text.startsWith("#")) {
      const target = this.html.slice(link.inside.from, targetEnd(this.html, link.inside));
      return { kind: "link", text: target.trim(), from: link.from, to: link.to };
    }
    const start = textStart(written);
    const end = Math.max(
      start,
      written.startsWith(text, start) ? start + text.length : written.trimEnd().length,
    );
    const isTag = text.startsWith("#");
    return {
      kind: isTag ? "tag" : "text",
      text: isTag ? text.slice(1) : text,
      from: from + start,
      to: from + end,
    };
  }
}

/** Where the text of some HTML starts: behind blanks and tags. */
function textStart(html: string): number {
  let start = 0;
  for (leading.lastIndex = 0; leading.test(html);) start = leading.lastIndex;
  return start;
}

const leading = /\s+|<[^<>]*>/y;
