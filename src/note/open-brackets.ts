import type { ExternalLink, Link, MalformedLink, Tag } from "./note.ts";

/** Of brackets that nothing closes, at least so many innermost ones are remembered: they may become links. */
const MAX_OPEN = 1000;

/** What has been found of a note so far, as far as brackets around it can change it. */
export interface FoundSoFar {
  readonly links: Link[];
  readonly externalLinks: ExternalLink[];
  readonly malformedLinks: MalformedLink[];
  readonly tags: Tag[];
}

/** A `[` that may become a link, and how much had been found before it. */
export interface Opener {
  /** Offset of the `[`. */
  readonly at: number;
  /** A `!` stands in front of it. */
  readonly image: boolean;
  readonly links: number;
  readonly externalLinks: number;
  readonly malformedLinks: number;
  readonly tags: number;
}

/** The brackets of a text that are open, and may become links (CommonMark 6.3). */
export class OpenBrackets {
  private readonly openers: Opener[] = [];
  /** Openers below this index that are no images have a link inside and cannot become one. */
  private spent = 0;
  private last = -1;

  /** Where the last bracket opened that is part of no wikilink; -1 before there is one. */
  get lastAt(): number {
    return this.last;
  }

  /** No bracket is open. */
  get isEmpty(): boolean {
    return this.openers.length === 0;
  }

  /** Begin another text. */
  clear(): void {
    if (this.openers.length > 0) this.openers.length = 0;
    this.spent = 0;
    this.last = -1;
  }

  open(at: number, image: boolean, { links, externalLinks, malformedLinks, tags }: FoundSoFar): void {
    if (this.openers.length === 2 * MAX_OPEN) this.dropOutermost();
    this.last = at;
    this.openers.push({
      at,
      image,
      links: links.length,
      externalLinks: externalLinks.length,
      malformedLinks: malformedLinks.length,
      tags: tags.length,
    });
  }

  /** The innermost bracket is closed: its opener, or null if it can be no link, or none is open. */
  close(): Opener | null {
    const opener = this.openers.pop();
    if (opener === undefined) return null;
    const mayLink = opener.image || this.openers.length >= this.spent;
    this.spent = Math.min(this.spent, this.openers.length);
    return mayLink ? opener : null;
  }

  /** A link that is no image has been found: no bracket around it can be a link, too. */
  spend(): void {
    this.spent = this.openers.length;
  }

  private dropOutermost(): void {
    this.openers.splice(0, MAX_OPEN);
    this.spent = Math.max(0, this.spent - MAX_OPEN);
  }
}

/** The text of an image is its alternative text: nothing in it is a link or a tag (CommonMark 6.4). */
export function forgetInside(opener: Opener, { links, externalLinks, tags }: FoundSoFar): void {
  links.length = opener.links;
  externalLinks.length = opener.externalLinks;
  tags.length = opener.tags;
}
