import { compact } from "../text/compact.ts";
import { detached } from "../text/detached.ts";
import type { TextRange } from "../text/range.ts";
import { type Content, placeOf, rangeOf } from "./content.ts";
import { attributeValue, htmlText, type HtmlToken, type PlainItem } from "./html.ts";
import { linktext, partsOfItem, type WikilinkToken } from "./linkage-items.ts";
import type { Link, LinkageBlock, LinkageFault, LinkageItem } from "./note.ts";

/** How many faults of its tags are told of one block: each brings others with it. */
const MOST_TAG_FAULTS = 5;

/** The markup of the linkage block that the tag `written`, a `<div>`, opens, or null. */
export function linkageMarkup(written: string): LinkageBlock["markup"] | null {
  if (!written.includes("linkage")) return null;
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
  /** For an `<li>`: a list or another item stands inside, so that it is no leaf of the tree. */
  hasItems: boolean;
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
  /** How many elements of each name are open. Null while each has been closed in its turn. */
  private names: Map<string, number> | null = null;
  /** The open lists, outermost first. */
  private readonly lists: OpenGroup[] = [];
  /** The open lists and items, outermost first: what makes the tree, whatever else stands between them. */
  private readonly nodes: Element[] = [];
  /** The group of the items outside all lists. */
  private loose: OpenGroup | null = null;
  private readonly groups: OpenGroup[] = [];
  private faults: readonly LinkageFault[] = [];
  /** The links since the last item ended. */
  private links: WikilinkToken[] = [];
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

  /** Directly in a list, where items are expected, and no link is left from what came before. */
  get isInList(): boolean {
    return this.links.length === 0 && (this.open.at(-1)?.group ?? null) !== null;
  }

  /** Read an item of a list, if {@link isInList}, that holds one tag or `link`: the same as its three tokens one by one. */
  takePlainItem({ from, to, inside }: PlainItem, link: Link | null): void {
    const around = this.nodes.at(-1);
    if (around) around.hasItems = true;
    this.to = to;
    const whole = rangeOf(this.content, from, to);
    this.listAt(from).items.push({
      kind: link ? "link" : "tag",
      text: link ? this.linktextOf(link, inside) : detached(this.html.slice(inside.from + 1, inside.to)),
      textRange: rangeOf(this.content, inside.from, inside.to),
      from: whole.from,
      to: whole.to,
    });
  }

  /** Of a link without a subpath, its linkpath: one text for both. */
  private linktextOf(link: Link, { from, to }: TextRange): string {
    return link.subpath === ""
      ? link.linkpath
      : detached(linktext(this.html, { from: from + 2, to: to - 2 }));
  }

  /** What was read. If nothing has closed the block, it runs to the end of the HTML. */
  finish(): LinkageBlock {
    if (this.open.length > 0) this.to = this.html.trimEnd().length;
    while (this.open.length > 0) this.dropUnclosed(this.to);
    const groups = this.groups
      .filter(({ label, items }) => label !== "" || items.length > 0)
      .map(({ label, from, to, items }) => ({ label, from, to, items: compact(items) }));
    const { from, to } = rangeOf(this.content, this.from, this.to);
    return { markup: this.markup, groups: compact(groups), faults: compact(this.faults), from, to };
  }

  private openElement(name: string, tag: TextRange): void {
    const isItem = name === "li";
    if (isItem && this.open.at(-1)?.name === "li") this.dropUnclosed(tag.from);
    const isList = name === "ul" || name === "ol";
    const around = this.nodes.at(-1);
    const group = isList ? this.openGroup(tag.from, around) : null;
    const element = { name, tag, textFrom: tag.to, hasItems: false, group };
    if (group) this.lists.push(group);
    if (isList || isItem) {
      if (around) around.hasItems = true;
      this.nodes.push(element);
    }
    this.open.push(element);
    if (this.names) addTo(this.names, name, 1);
  }

  private openGroup(from: number, around: Element | undefined): OpenGroup {
    const label = around?.name === "li" ? htmlText(this.html.slice(around.textFrom, from)) : "";
    const place = placeOf(this.content, from);
    const group = { label: detached(label), from: place, to: place, items: [] };
    this.groups.push(group);
    return group;
  }

  private closeElement(name: string, tag: TextRange): void {
    if (this.open.at(-1)?.name !== name && !this.isOpen(name)) {
      this.addFault("unexpected-close", name, tag);
      return;
    }
    while (this.open.at(-1)?.name !== name) this.dropUnclosed(tag.from);
    this.closeInnermost(tag.from, tag.to);
  }

  private isOpen(name: string): boolean {
    if (this.names === null) {
      this.names = new Map();
      for (const element of this.open) addTo(this.names, element.name, 1);
    }
    return (this.names.get(name) ?? 0) > 0;
  }

  private dropUnclosed(at: number): void {
    const element = this.closeInnermost(at, at);
    if (element) this.addFault("unclosed-tag", element.name, element.tag);
  }

  private addFault(kind: LinkageFault["kind"], tag: string, { from, to }: TextRange): void {
    const fault = { kind, tag, from: placeOf(this.content, from), to: placeOf(this.content, to) };
    this.faults = firstFaults([...this.faults, fault]);
  }

  private closeInnermost(contentEnd: number, to: number): Element | undefined {
    const element = this.open.pop();
    if (element === undefined) return undefined;
    if (this.names) addTo(this.names, element.name, -1);
    if (this.nodes.at(-1) === element) this.nodes.pop();
    if (element.group) this.closeList(element.group, to);
    else if (element.name === "li" && !element.hasItems) this.addItems(element.tag, contentEnd, to);
    return element;
  }

  private closeList(group: OpenGroup, to: number): void {
    group.to = placeOf(this.content, to);
    this.lists.pop();
    const around = this.nodes.at(-1);
    if (around) around.textFrom = to;
  }

  private addItems(tag: TextRange, contentEnd: number, to: number): void {
    const whole = rangeOf(this.content, tag.from, to);
    const { items } = this.listAt(tag.from);
    const parts = partsOfItem(this.html, tag.to, contentEnd, this.takeLinks(tag.to));
    for (const part of parts) {
      const textRange = rangeOf(this.content, part.from, part.to);
      const range = parts.length > 1 ? textRange : whole;
      const { kind, text } = part;
      items.push({ kind, text: detached(text), textRange, from: range.from, to: range.to });
    }
    if (this.loose && this.lists.length === 0) this.loose.to = whole.to;
  }

  /** The list that an item at `from` belongs to: the innermost, or that of the items outside all lists. */
  private listAt(from: number): OpenGroup {
    return this.lists.at(-1) ?? (this.loose ??= this.openGroup(from, undefined));
  }

  /** The links from an offset on. */
  private takeLinks(from: number): readonly WikilinkToken[] {
    const { links } = this;
    const first = links[0];
    if (first === undefined) return noLinks;
    this.links = [];
    return first.from >= from ? links : links.filter((token) => token.from >= from);
  }
}

function addTo(counts: Map<string, number>, name: string, more: number): void {
  counts.set(name, (counts.get(name) ?? 0) + more);
}

/** The first in text order, which is not that in which they are found. */
function firstFaults(faults: readonly LinkageFault[]): readonly LinkageFault[] {
  return [...faults].sort((a, b) => a.from - b.from).slice(0, MOST_TAG_FAULTS);
}

const noLinks: readonly WikilinkToken[] = [];
