import type { TextRange } from "../text/range.ts";
import { destinationLink, externalLink, isExternal } from "./markdown-link.ts";
import type { ExternalLink, Link, MalformedLink } from "./note.ts";

/** Where addresses are put. All ranges are in the note's text. */
interface AddressFacts {
  readonly links: Link[];
  readonly externalLinks: ExternalLink[];
  readonly malformedLinks: MalformedLink[];
}

/** An address in HTML. Its ranges are in the note's text. */
export interface Address {
  /** As it reads where it stands, without the marks of a quote around it. */
  readonly url: string;
  /** The tag. */
  readonly range: TextRange;
  /** The address as written, without quotes. */
  readonly destination: TextRange;
  readonly inTable: boolean;
}

/**
 * Put an address where it belongs: it leaves the vault, holds the brackets of a wikilink, or is a link. One that says nothing
 * is none.
 * @param text the note's
 */
export function addAddress(
  facts: AddressFacts,
  text: string,
  { url, range, destination, inTable }: Address,
): void {
  if (isExternalAddress(url)) facts.externalLinks.push(externalLink(url, range));
  else if (url.startsWith("[[")) facts.malformedLinks.push({ kind: "brackets", ...destination });
  else if (url !== "")
    facts.links.push(destinationLink(text, { kind: "href", range, destination, display: null, inTable }));
}

/** It has a scheme, or begins with the name of another site (`//example.com/`). */
function isExternalAddress(url: string): boolean {
  return url.startsWith("//") || isExternal(url);
}
