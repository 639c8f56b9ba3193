import { pushAll } from "../text/push-all.ts";
import type { TextRange } from "../text/range.ts";
import { matchEnd } from "../text/sticky.ts";
import { htmlText, type HtmlToken } from "./html.ts";
import type { LinkageItem } from "./note.ts";
import { targetEnd, type WikilinkInside } from "./wikilink.ts";

/** One thing that a list item of a linkage block says. The range is in the HTML. */
export type ItemPart = Pick<LinkageItem, "kind" | "text"> & TextRange;

/** A wikilink in the HTML of a linkage block. */
export type WikilinkToken = HtmlToken & { readonly kind: "wikilink" };

/**
 * What a list item says: where it starts with a tag, or a label and a tag, its tags and links; else its first link or its text.
 * @param html the HTML of the block, in which the item's content runs from `from` to `to`
 * @param links the wikilinks in it
 */
export function partsOfItem(
  html: string,
  from: number,
  to: number,
  links: readonly WikilinkToken[],
): readonly ItemPart[] {
  const only = onlyPart(html, from, to, links);
  if (only) return [only];
  const written = html.slice(from, to);
  const text = htmlText(written);
  if (text.startsWith("#") || tagsBehindLabel.test(text)) {
    const parts = tagsAndLinks(html, from, to, links);
    if (parts.length > 0) return parts;
  }
  const [link] = links;
  return [link ? linkPart(html, link) : { kind: "text", text, ...shifted(rangeOfText(written, text), from) }];
}

/** The linktext of a wikilink of which this is the inside. */
export function linktext(html: string, inside: WikilinkInside): string {
  return html.slice(inside.from, targetEnd(html, inside)).trim();
}

/** What an item says that is one link or one plain tag from end to end, as most are; null of others. */
function onlyPart(html: string, from: number, to: number, links: readonly WikilinkToken[]): ItemPart | null {
  const link = links[0];
  if (link) return link.from === from && link.to === to ? linkPart(html, link) : null;
  if (matchEnd(plainTag, html, from) !== to) return null;
  return { kind: "tag", text: html.slice(from + 1, to), from, to };
}

const plainTag = /#[\w/-]+/y;

/** `tags #a`, or whatever ends in a colon: `topics: #a`. A number alone, as in `issue: #12`, is no tag. */
const tagsBehindLabel = /^(?:[^#[\]:]{1,40}:|tags?)\s*#[^\s#]*\p{L}/iu;

function tagsAndLinks(
  html: string,
  from: number,
  to: number,
  links: readonly WikilinkToken[],
): readonly ItemPart[] {
  const parts: ItemPart[] = [];
  let at = from;
  for (const link of links) {
    pushAll(parts, tagParts(html.slice(at, link.from), at));
    parts.push(linkPart(html, link));
    at = link.to;
  }
  return [...parts, ...tagParts(html.slice(at, to), at)];
}

function linkPart(html: string, { from, to, inside }: WikilinkToken): ItemPart {
  return { kind: "link", text: linktext(html, inside), from, to };
}

/**
 * A tag of HTML; or a `#` at the start or behind a blank or `,` with the words behind it, which do not go on over what
 * separates: one tag, as its author wrote it. Tags that hold blanks are none for the app, but may stand in the note so.
 */
const tagOrMarkup = /<[^<>]*>|#([^\s,;:()[\]|<>]+(?:[ \t]+[\p{L}\p{N}][^\s,;:()[\]|<>]*){0,20})/gu;

function tagParts(html: string, from: number): readonly ItemPart[] {
  return Array.from(html.matchAll(tagOrMarkup)).flatMap(({ 1: written, index }): readonly ItemPart[] => {
    const text = written?.replace(/[.!?]+$/, "") ?? "";
    const at = from + index;
    const isTag = text !== "" && /^[\s,;>]?$/.test(html.slice(Math.max(0, index - 1), index));
    return !isTag ? [] : [{ kind: "tag", text, from: at, to: at + 1 + text.length }];
  });
}

/** Where the text of some HTML stands: behind blanks and tags, to its end if no tag stands inside. */
function rangeOfText(html: string, text: string): TextRange {
  let from = 0;
  for (leading.lastIndex = 0; leading.test(html);) from = leading.lastIndex;
  const end = html.startsWith(text, from) ? from + text.length : html.trimEnd().length;
  return { from, to: Math.max(from, end) };
}

const leading = /\s+|<[^<>]*>/y;

function shifted({ from, to }: TextRange, by: number): TextRange {
  return { from: from + by, to: to + by };
}
