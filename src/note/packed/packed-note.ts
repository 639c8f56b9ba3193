import type * as facts from "../note.ts";
import type { LineStarts } from "../../text/lines.ts";
import type { TextRange } from "../../text/range.ts";
import { seeAlsoOf } from "../see-also.ts";
import { readBlockId, readHeading, readSuppression, readTag } from "./body-facts.ts";
import { readFrontmatter } from "./frontmatter-facts.ts";
import { readLinkageBlock } from "./linkage-facts.ts";
import { readExternalLink, readLink, readMalformedLink, readRange, readSeeAlso } from "./link-facts.ts";
import type { MarkReader } from "./mark-reader.ts";
import type { PackedFacts, Section } from "./packed-facts.ts";
import type { RecentNotes } from "./recent-notes.ts";
import { isComplete, sectionReader } from "./section-reader.ts";
import { readText } from "./text-facts.ts";

/**
 * A note whose facts are packed. Each section is read when somebody asks for it, and remembered while the note is one of
 * those read lately: so long the same facts are the same objects. Its members are not its own properties: `{ ...note }`
 * would lose them (`plainNote`).
 */
export class PackedNote implements facts.Note, PackedFacts {
  readonly path: string;
  readonly marks: string;
  readonly words: string;
  private readonly recent: RecentNotes;
  private known: KnownFacts | null = null;

  /**
   * @param facts as `packNote` made them; of others something else is read, but nothing throws
   * @param recent decides how long is remembered what was read; notes that are looked at together share it
   */
  constructor(path: string, { marks, words }: PackedFacts, recent: RecentNotes) {
    this.path = path;
    this.marks = marks;
    this.words = words;
    this.recent = recent;
  }

  /** A note whose facts were stored; null if some of them are missing. */
  static of(path: string, stored: PackedFacts, recent: RecentNotes): PackedNote | null {
    return isComplete(stored) ? new PackedNote(path, stored, recent) : null;
  }

  /** The same note at another path. */
  withPath(path: string): PackedNote {
    return new PackedNote(path, this, this.recent);
  }

  get length(): number {
    return this.read("text", readText).length;
  }

  get lines(): LineStarts {
    return (this.remembered.lines ??= this.read("text", readText).lines);
  }

  get frontmatter(): facts.Frontmatter {
    return (this.remembered.frontmatter ??= this.read("frontmatter", readFrontmatter));
  }

  get headings(): readonly facts.Heading[] {
    return (this.remembered.headings ??= this.list("headings", readHeading));
  }

  get comments(): readonly TextRange[] {
    return (this.remembered.comments ??= this.list("comments", readRange));
  }

  get links(): readonly facts.Link[] {
    return (this.remembered.links ??= this.list("links", readLink));
  }

  get externalLinks(): readonly facts.ExternalLink[] {
    return (this.remembered.externalLinks ??= this.list("externalLinks", readExternalLink));
  }

  get malformedLinks(): readonly facts.MalformedLink[] {
    return (this.remembered.malformedLinks ??= this.list("malformedLinks", readMalformedLink));
  }

  get linkedHtml(): readonly TextRange[] {
    return (this.remembered.linkedHtml ??= this.list("linkedHtml", readRange));
  }

  get tags(): readonly facts.Tag[] {
    return (this.remembered.tags ??= this.list("tags", readTag));
  }

  get blockIds(): readonly facts.BlockId[] {
    return (this.remembered.blockIds ??= this.list("blockIds", readBlockId));
  }

  get linkageBlocks(): readonly facts.LinkageBlock[] {
    return (this.remembered.linkageBlocks ??= this.list("linkageBlocks", readLinkageBlock));
  }

  get seeAlso(): facts.SeeAlso | null {
    const { remembered } = this;
    if (remembered.seeAlso === undefined) {
      const range = this.read("seeAlso", readSeeAlso);
      remembered.seeAlso = range && seeAlsoOf(range, this.links);
    }
    return remembered.seeAlso;
  }

  get suppressions(): readonly facts.Suppression[] {
    return (this.remembered.suppressions ??= this.list("suppressions", readSuppression));
  }

  /** Let go of what was read. */
  forget(): void {
    this.known = null;
  }

  /** The same where nobody will look at the note soon: it is not held as one read lately either. */
  release(): void {
    this.forget();
    this.recent.drop(this);
  }

  private get remembered(): KnownFacts {
    if (this.known === null) {
      // It may be the one that must forget, if it was told to before.
      this.recent.add(this);
      this.known = nothingKnown();
    }
    return this.known;
  }

  private read<Fact>(section: Section, read: (reader: MarkReader) => Fact): Fact {
    return read(sectionReader(this, section));
  }

  private list<Fact>(section: Section, read: (reader: MarkReader) => Fact): readonly Fact[] {
    return sectionReader(this, section).list(read);
  }
}

/** What was read of a note; undefined what was not. */
type KnownFacts = {
  -readonly [Member in Exclude<keyof facts.Note, "path" | "length">]: facts.Note[Member] | undefined;
};

/** All members are named, so that all of these have one shape. */
function nothingKnown(): KnownFacts {
  return {
    lines: undefined,
    frontmatter: undefined,
    headings: undefined,
    comments: undefined,
    links: undefined,
    externalLinks: undefined,
    malformedLinks: undefined,
    linkedHtml: undefined,
    tags: undefined,
    blockIds: undefined,
    linkageBlocks: undefined,
    seeAlso: undefined,
    suppressions: undefined,
  };
}
