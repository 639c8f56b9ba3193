import type { TextRange } from "../text/range.ts";
import { InlineReader } from "./inline.ts";
import type { Frontmatter, Link, PropertyValue } from "./note.ts";

/** Add the links in the texts and text lists of the frontmatter (obsidian.md A11), in text order. */
export function addPropertyLinks(text: string, frontmatter: Frontmatter, links: Link[]): void {
  const { yaml, properties } = frontmatter;
  if (!linkInYaml.test(text.slice(yaml.from, yaml.to))) return;
  for (const { key, value, valueRange, items } of properties) {
    if (items === null) {
      if (mayHoldLinks(value)) addLinks(text, value, valueRange, key, links);
      continue;
    }
    items.forEach((item, index) => {
      if (mayHoldLinks(item.value)) addLinks(text, item.value, item, `${key}.${String(index)}`, links);
    });
  }
}

/** YAML without any of this has no value with a link in it. Behind a backslash may stand whatever character of a link. */
const linkInYaml = /\[\[|\]\(|\\/;

function mayHoldLinks(value: PropertyValue): value is string {
  return typeof value === "string" && value.includes("[") && (value.includes("[[") || value.includes("]("));
}

function addLinks(text: string, value: string, range: TextRange, property: string, links: Link[]): void {
  const found: Link[] = [];
  const facts = {
    links: found,
    externalLinks: [],
    malformedLinks: [],
    tags: [],
    suppressions: [],
    comments: [],
    codeSpans: null,
  };
  const at = text.slice(range.from, range.to).indexOf(value);
  const reader = new InlineReader(at < 0 ? value : text, new Map(), facts);
  reader.read({ text: value, from: at < 0 ? 0 : range.from + at, lines: null }, false);
  const place = at < 0 ? placesIn(text, range, value) : null;
  for (const link of found) {
    // HTML in a property is text for every reader.
    if (link.kind !== "href") links.push(propertyLink(link, place?.(link) ?? link, property));
  }
}

type LinkPlace = Pick<Link, "from" | "to" | "linkpathRange" | "subpathRange" | "displayRange">;

/** Made member by member, so that all links have one shape. */
function propertyLink(link: Link, place: LinkPlace, property: string): Link {
  return {
    kind: "property",
    from: place.from,
    to: place.to,
    linkpath: link.linkpath,
    subpath: link.subpath,
    linkpathRange: place.linkpathRange,
    subpathRange: place.subpathRange,
    displayText: link.displayText,
    displayRange: place.displayRange,
    inTable: link.inTable,
    property,
  };
}

/** Where the parts of a link stand, given where they do in the value, which is written with escapes. */
function placesIn(text: string, range: TextRange, value: string): (link: Link) => LinkPlace {
  const offsets = writtenOffsets(text.slice(range.from, range.to), value);
  if (offsets === null) return () => unlocated(range);
  const placed = ({ from, to }: TextRange): TextRange => ({
    from: range.from + (offsets[from] ?? 0),
    to: range.from + (offsets[to] ?? 0),
  });
  return (link) => ({
    ...placed(link),
    linkpathRange: placed(link.linkpathRange),
    subpathRange: placed(link.subpathRange),
    displayRange: placed(link.displayRange),
  });
}

const inSingleQuotes = /''|[^]/g;
const inDoubleQuotes = /\\["\\/]|[^]/g;

/**
 * Where each code unit of a value stands in it as written, and where it ends; null if more than quotes and backslashes are
 * escaped in it, or it has several lines.
 */
function writtenOffsets(written: string, value: string): readonly number[] | null {
  const units = written.startsWith("'") ? inSingleQuotes : inDoubleQuotes;
  const parts = Array.from(written.slice(1, -1).matchAll(units));
  const says = parts.map(({ 0: part }) => part.slice(-1)).join("");
  return says === value ? [...parts.map(({ index }) => index + 1), written.length - 1] : null;
}

/** Where a value is written with other escapes, nothing in it has a place of its own; the link is the whole value. */
function unlocated({ from, to }: TextRange): LinkPlace {
  const behind = { from: to, to };
  return { from, to, linkpathRange: behind, subpathRange: behind, displayRange: behind };
}
