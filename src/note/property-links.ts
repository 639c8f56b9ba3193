import type { TextRange } from "../text/range.ts";
import { readInline } from "./inline.ts";
import type { Frontmatter, Link, PropertyValue } from "./note.ts";

/** Add the links in the texts and text lists of the frontmatter (obsidian.md A11), in text order. */
export function addPropertyLinks(text: string, frontmatter: Frontmatter, links: Link[]): void {
  for (const { key, value, valueRange, items } of frontmatter.properties) {
    if (items === null) {
      addLinks(text, value, valueRange, key, links);
      continue;
    }
    for (const [index, item] of items.entries())
      addLinks(text, item.value, item, `${key}.${String(index)}`, links);
  }
}

function addLinks(
  text: string,
  value: PropertyValue,
  range: TextRange,
  property: string,
  links: Link[],
): void {
  if (typeof value !== "string" || !(value.includes("[[") || value.includes("]("))) return;
  const found: Link[] = [];
  const at = text.slice(range.from, range.to).indexOf(value);
  const facts = {
    links: found,
    externalLinks: [],
    malformedLinks: [],
    tags: [],
    suppressions: [],
    comments: [],
    codeSpans: null,
  };
  const context = { text: at < 0 ? value : text, definitions: new Map(), inTable: false };
  readInline({ text: value, from: at < 0 ? 0 : range.from + at, lines: null }, context, facts);
  const place = at < 0 ? unlocated(range) : null;
  for (const link of found) links.push({ ...link, ...place, kind: "property", property });
}

/** Where a value is written with escapes, nothing in it has a place of its own; the link is the whole value. */
function unlocated({ from, to }: TextRange): Partial<Link> {
  const behind = { from: to, to };
  return { from, to, linkpathRange: behind, subpathRange: behind, displayRange: behind };
}
