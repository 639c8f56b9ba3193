import type { Note } from "../note.ts";
import { writeBlockId, writeHeading, writeSuppression, writeTag } from "./body-facts.ts";
import { writeFrontmatter } from "./frontmatter-facts.ts";
import { writeLinkageBlock } from "./linkage-facts.ts";
import { writeExternalLink, writeLink, writeMalformedLink, writeRange, writeSeeAlso } from "./link-facts.ts";
import { MarkWriter } from "./mark-writer.ts";
import type { PackedFacts } from "./packed-facts.ts";
import { PackedNote } from "./packed-note.ts";
import { writeText } from "./text-facts.ts";

const writer = new MarkWriter();
const writeHeadings = each(writeHeading);
const writeRanges = each(writeRange);
const writeLinks = each(writeLink);
const writeExternalLinks = each(writeExternalLink);
const writeMalformedLinks = each(writeMalformedLink);
const writeTags = each(writeTag);
const writeBlockIds = each(writeBlockId);
const writeLinkageBlocks = each(writeLinkageBlock);
const writeSuppressions = each(writeSuppression);

/** The facts of a note, but its path, packed. A `PackedNote` reads them, and is packed as it is. */
export function packNote(note: Note): PackedFacts {
  if (note instanceof PackedNote) return note;
  writer.begin();
  writer.section("text", note, writeText);
  writer.section("frontmatter", note.frontmatter, writeFrontmatter);
  writer.section("headings", note.headings, writeHeadings);
  writer.section("comments", note.comments, writeRanges);
  writer.section("links", note.links, writeLinks);
  writer.section("externalLinks", note.externalLinks, writeExternalLinks);
  writer.section("malformedLinks", note.malformedLinks, writeMalformedLinks);
  writer.section("linkedHtml", note.linkedHtml, writeRanges);
  writer.section("tags", note.tags, writeTags);
  writer.section("blockIds", note.blockIds, writeBlockIds);
  writer.section("linkageBlocks", note.linkageBlocks, writeLinkageBlocks);
  writer.section("seeAlso", note.seeAlso, writeSeeAlso);
  writer.section("suppressions", note.suppressions, writeSuppressions);
  return writer.packed();
}

type Write<Fact> = (writer: MarkWriter, fact: Fact) => void;

function each<Fact>(write: Write<Fact>): Write<readonly Fact[]> {
  return (writer, facts) => {
    writer.list(facts, write);
  };
}
