import type { TextRange } from "../text/range.ts";
import { matchEnd } from "../text/sticky.ts";
import { addAddress } from "./address.ts";
import type { Block } from "./block.ts";
import { type Content, contentOf, placeOf, rangeOf, wholeContent } from "./content.ts";
import { addressed, addressIn, HtmlScanner, type HtmlToken, type PlainItem } from "./html.ts";
import { linkageMarkup, LinkageReader } from "./linkage-block.ts";
import type { ExternalLink, Link, LinkageBlock, LinkageFault, MalformedLink, Suppression } from "./note.ts";
import { htmlSuppression } from "./suppressions.ts";
import { wikilink } from "./wikilink.ts";

/** Where raw HTML puts what it finds. All ranges are in the note's text. */
export interface HtmlFacts {
  readonly links: Link[];
  readonly externalLinks: ExternalLink[];
  readonly malformedLinks: MalformedLink[];
  readonly linkedHtml: TextRange[];
  readonly linkageBlocks: LinkageBlock[];
  readonly suppressions: Suppression[];
}

/** Reads the HTML blocks of one note, in text order. */
export class HtmlReader {
  private readonly text: string;
  private readonly facts: HtmlFacts;
  /** Up to here linkage blocks have been read, over blank lines too. */
  private readTo = 0;
  /** The heading found last. */
  private headingAt = -1;

  constructor(text: string, facts: HtmlFacts) {
    this.text = text;
    this.facts = facts;
  }

  /** Find links, linkage blocks and suppressions in one HTML block. */
  read(block: Block): void {
    const content = contentOf(this.text, block);
    if (!meaningful.test(content.text)) return;
    const scanner = new HtmlScanner(content.text);
    let linkage: LinkageReader | null = null;
    let isLinked = false;
    for (let token = scanner.next(); token; token = scanner.next()) {
      this.addToken(content, token);
      if (token.kind === "wikilink") isLinked = true;
      else if (token.kind === "open" && token.name === "div") linkage ??= this.linkageAt(content, token);
      if (linkage === null) continue;
      if (linkage.take(token)) {
        this.facts.linkageBlocks.push(linkage.finish());
        linkage = null;
      } else if (linkage.isInList) {
        isLinked = this.takePlainItems(content, scanner, linkage) || isLinked;
      }
    }
    if (linkage) this.addUnclosed(linkage.finish(), block);
    if (isLinked) this.facts.linkedHtml.push({ from: block.from, to: block.to });
  }

  /** Read the list items of the kind that most are; true if there are links among them. */
  private takePlainItems(content: Content, scanner: HtmlScanner, linkage: LinkageReader): boolean {
    const { links } = this.facts;
    const before = links.length;
    for (let item = scanner.nextPlainItem(); item; item = scanner.nextPlainItem()) {
      const link = plainLink(content, item);
      if (link) links.push(link);
      linkage.takePlainItem(item, link);
    }
    return links.length > before;
  }

  private addToken(content: Content, token: HtmlToken): void {
    switch (token.kind) {
      case "wikilink":
        this.facts.links.push(wikilink(content, token, token.inside, "html", false));
        break;
      case "open":
        if (addressed.has(token.name)) this.addAddress(content, token);
        break;
      case "comment":
        this.addComment(content, token);
        break;
      case "close":
        break;
    }
  }

  private addComment(content: Content, range: TextRange): void {
    const suppression = htmlSuppression(this.text, content, range);
    if (suppression) this.facts.suppressions.push(suppression);
  }

  private addAddress(content: Content, { from, to }: TextRange): void {
    const written = content.text.slice(from, to);
    const value = addressIn(written);
    if (value === null) return;
    addAddress(this.facts, this.text, {
      url: written.slice(value.from, value.to),
      range: rangeOf(content, from, to),
      destination: rangeOf(content, from + value.from, from + value.to),
      inTable: false,
    });
  }

  /** The reader for the linkage block that the `<div>` opens, or null. */
  private linkageAt(content: Content, { from, to }: TextRange): LinkageReader | null {
    if (placeOf(content, from) < this.readTo) return null;
    const markup = linkageMarkup(content.text.slice(from, to));
    return markup && new LinkageReader(content, markup);
  }

  /**
   * A linkage block that its HTML block does not close. If only a blank line has ended the HTML, the block is read on over
   * it, up to the next heading.
   */
  private addUnclosed(read: LinkageBlock, block: Block): void {
    const heading = this.nextHeading(block.to);
    const closed = block.endsAtBlank ? this.readOverBlanks(read, heading) : null;
    const blanks = closed && block.pieces === null ? blankLines(wholeContent(this.text, closed)) : [];
    const whole = closed && blanks.length > 0 ? withFaults(closed, [...closed.faults, ...blanks]) : null;
    this.facts.linkageBlocks.push(whole ?? (closed ? cutByQuote(read, closed) : read));
    this.readTo = whole ? whole.to : heading;
  }

  /** The block read on over blank lines up to `end`; null if it does not close there. */
  private readOverBlanks({ from, markup }: LinkageBlock, end: number): LinkageBlock | null {
    const content = wholeContent(this.text, { from, to: end });
    const scanner = new HtmlScanner(content.text);
    const linkage = new LinkageReader(content, markup);
    let closed = false;
    for (let token = scanner.next(); token && !closed; token = scanner.next()) closed = linkage.take(token);
    return closed ? linkage.finish() : null;
  }

  private nextHeading(from: number): number {
    if (this.headingAt < from) {
      const heading = /^#{1,6}[ \t]/gm;
      heading.lastIndex = from;
      this.headingAt = heading.exec(this.text)?.index ?? this.text.length;
    }
    return this.headingAt;
  }
}

/** The link that is all that the item holds; null if that is a tag. */
function plainLink(content: Content, { inside }: PlainItem): Link | null {
  if (content.text.charCodeAt(inside.from) === HASH) return null;
  return wikilink(content, inside, { from: inside.from + 2, to: inside.to - 2 }, "html", false);
}

const HASH = 35;

/** HTML without any of this has no facts. */
const meaningful = /\[\[|href|src|linkage/i;

/** How many blank lines of one linkage block are told. */
const MOST_BLANKS = 500;

const blanksBehindLine = /(?:\r\n|\n|\r(?!\n))([ \t\r\n]*[\r\n])/g;
const htmlStart = /[ \t]*<[a-z/!]/iy;

/** The runs of blank lines that end HTML. What stands behind one that is no tag is text to a Markdown reader, up to the next. */
function blankLines(content: Content): readonly LinkageFault[] {
  const ends: TextRange[] = [];
  let inText = false;
  let anyText = false;
  for (const { 0: match, 1: blanks = "", index } of content.text.matchAll(blanksBehindLine)) {
    const to = index + match.length;
    if (!inText && ends.length < MOST_BLANKS) ends.push(rangeOf(content, to - blanks.length, to));
    inText = matchEnd(htmlStart, content.text, to) < 0;
    anyText ||= inText;
  }
  return ends.map((range) => ({ kind: anyText ? "blank-beside-text" : "blank-line", tag: "", ...range }));
}

function withFaults(block: LinkageBlock, faults: readonly LinkageFault[]): LinkageBlock {
  return { ...block, faults: [...faults].sort((a, b) => a.from - b.from) };
}

/**
 * A block that a blank line with a quote mark cuts off, though all its tags are closed behind it in `closed`: what is to be
 * said of the cut is said once.
 */
function cutByQuote(read: LinkageBlock, closed: LinkageBlock): LinkageBlock {
  const outermost = read.faults.filter(({ from }) => from === read.from);
  return withFaults(read, [...outermost, ...closed.faults.filter(({ to }) => to <= read.to)]);
}
