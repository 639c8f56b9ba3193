import type { ExternalLink, Link, MalformedLink, SeeAlso } from "../note.ts";
import type { TextRange } from "../../text/range.ts";
import type { MarkReader } from "./mark-reader.ts";
import type { MarkWriter } from "./mark-writer.ts";

// prettier-ignore
const kinds = ["wikilink", "embed", "markdown", "image", "reference", "property", "html", "href"] as const;
const malformedKinds = ["empty", "unclosed", "no-destination", "blank", "brackets"] as const;

/** Write a link. */
export function writeLink(writer: MarkWriter, link: Link): void {
  writer.kind(kinds, link.kind);
  writer.range(link.from, link.to);
  writer.text(link.linkpath);
  writer.text(link.subpath);
  writer.range(link.linkpathRange.from, link.linkpathRange.to);
  writer.range(link.subpathRange.from, link.subpathRange.to);
  writer.maybe(link.displayText);
  writer.range(link.displayRange.from, link.displayRange.to);
  writer.flag(link.inTable);
  writer.maybe(link.property);
}

/** What {@link writeLink} wrote. */
export function readLink(reader: MarkReader): Link {
  const kind = reader.kind(kinds);
  const { from, to } = reader.range();
  const linkpath = reader.text();
  const subpath = reader.text();
  const linkpathRange = reader.range();
  const subpathRange = reader.range();
  const displayText = reader.maybe();
  const displayRange = reader.range();
  const inTable = reader.flag();
  const property = reader.maybe();
  return {
    kind,
    from,
    to,
    linkpath,
    subpath,
    linkpathRange,
    subpathRange,
    displayText,
    displayRange,
    inTable,
    property,
  };
}

/** Write a link that leaves the vault. */
export function writeExternalLink(writer: MarkWriter, link: ExternalLink): void {
  writer.text(link.url);
  writer.range(link.from, link.to);
}

/** What {@link writeExternalLink} wrote. */
export function readExternalLink(reader: MarkReader): ExternalLink {
  const url = reader.text();
  const { from, to } = reader.range();
  return { url, from, to };
}

/** Write what was meant to be a link. */
export function writeMalformedLink(writer: MarkWriter, link: MalformedLink): void {
  writer.kind(malformedKinds, link.kind);
  writer.range(link.from, link.to);
}

/** What {@link writeMalformedLink} wrote. */
export function readMalformedLink(reader: MarkReader): MalformedLink {
  const kind = reader.kind(malformedKinds);
  const { from, to } = reader.range();
  return { kind, from, to };
}

/** Write the see-also line without its links: they are links of the note. */
export function writeSeeAlso(writer: MarkWriter, seeAlso: SeeAlso | null): void {
  writer.list(seeAlso === null ? [] : [seeAlso], writeRange);
}

/** Where the see-also line is that {@link writeSeeAlso} wrote. */
export function readSeeAlso(reader: MarkReader): TextRange | null {
  return reader.list(readRange)[0] ?? null;
}

/** Write a range that is all there is of a fact. */
export function writeRange(writer: MarkWriter, range: TextRange): void {
  writer.range(range.from, range.to);
}

/** What {@link writeRange} wrote. */
export function readRange(reader: MarkReader): TextRange {
  return reader.range();
}
