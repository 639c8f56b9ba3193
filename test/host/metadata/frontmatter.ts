import type { FrontmatterLinkCache } from "obsidian";
import { parseDocument } from "yaml";
import { splitLink } from "./wikilinks.ts";

/** The frontmatter block of a text, as offsets; null without one (obsidian.md F1). */
export interface FrontmatterBlock {
  /** The YAML between the two lines of dashes. */
  readonly yaml: string;
  /** Where the body starts. */
  readonly end: number;
}

export function frontmatterBlock(text: string): FrontmatterBlock | null {
  const match = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\r?\n|$)/.exec(text);
  return match ? { yaml: match[1] ?? "", end: match[0].length } : null;
}

/** The properties of a block; null if it cannot be read or is no map: then there are none at all (obsidian.md F2). */
export function readProperties(yaml: string): Record<string, unknown> | null {
  const document = parseDocument(yaml, { uniqueKeys: false, logLevel: "silent" });
  if (document.errors.length > 0) return null;
  const value: unknown = document.toJS();
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

/** The links that properties hold: a string that is a wikilink or a Markdown link and nothing else (obsidian.md A11). */
export function* propertyLinks(value: unknown, key = ""): Generator<FrontmatterLinkCache> {
  if (typeof value === "string") {
    const link = linkIn(value.trim());
    if (link) yield { key, original: value, ...link };
  } else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value))
      yield* propertyLinks(inner as unknown, key === "" ? name : `${key}.${name}`);
  }
}

function linkIn(text: string): { link: string; displayText: string } | null {
  const wikilink = /^\[\[((?:(?!\[\[|\]\])[^\n])+)\]\]$/.exec(text);
  if (wikilink) return splitLink(wikilink[1] ?? "");
  const markdown = /^\[([^\]]+)\]\((?:<([^<>]+)>|([^\s()<>]+))\)$/.exec(text);
  const destination = markdown?.[2] ?? markdown?.[3];
  if (destination === undefined || /^[a-z][a-z0-9+.-]*:/i.test(destination)) return null;
  return { link: decode(destination), displayText: markdown?.[1] ?? "" };
}

/** A destination with its percent signs decoded; as it is where they are none. */
export function decode(destination: string): string {
  try {
    return decodeURIComponent(destination);
  } catch {
    return destination;
  }
}
