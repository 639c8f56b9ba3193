import type { Note } from "../note.ts";
import { writeBlockId, writeHeading, writeSuppression, writeTag } from "./body-facts.ts";
import { writeFrontmatter } from "./frontmatter-facts.ts";
import { writeLinkageBlock } from "./linkage-facts.ts";
import { writeExternalLink, writeLink, writeMalformedLink, writeRange, writeSeeAlso } from "./link-facts.ts";
import { MarkWriter } from "./mark-writer.ts";
import type { PackedFacts } from "./packed-facts.ts";
import { PackedNote } from "./packed-note.ts";
import { writeText } from "./text-facts.ts";

/** The facts of a note, but its path, packed. A `PackedNote` reads them, and is packed as it is. */
export function packNote(note: Note): PackedFacts {
  if (note instanceof PackedNote) return note;
  const writer = new MarkWriter();
  writer.section("text", note, writeText);
  writer.section("frontmatter", note.frontmatter, writeFrontmatter);
  writer.section("headings", note.headings, each(writeHeading));
  writer.section("comments", note.comments, each(writeRange));
  writer.section("links", note.links, each(writeLink));
  writer.section("externalLinks", note.externalLinks, each(writeExternalLink));
  writer.section("malformedLinks", note.malformedLinks, each(writeMalformedLink));
  writer.section("linkedHtml", note.linkedHtml, each(writeRange));
  writer.section("tags", note.tags, each(writeTag));
  writer.section("blockIds", note.blockIds, each(writeBlockId));
  writer.section("linkageBlocks", note.linkageBlocks, each(writeLinkageBlock));
  writer.section("seeAlso", note.seeAlso, writeSeeAlso);
  writer.section("suppressions", note.suppressions, each(writeSuppression));
  return writer.packed();
}

type Write<Fact> = (writer: MarkWriter, fact: Fact) => void;

function each<Fact>(write: Write<Fact>): Write<readonly Fact[]> {
  return (writer, facts) => {
    writer.list(facts, write);
  };
}
