import type { NoteType } from "../journal/conventions.ts";
import type { Heading, LinkageBlock, Note } from "../note/note.ts";
import { parseNote } from "../note/parse-note.ts";
import { plainHeading, sectionKey } from "../rules/heading-text.ts";
import { newLinkage } from "./new-linkage.ts";
import { headingFor } from "./title.ts";
import { commonest, LEAST_AGREEING, type Sample } from "./type-samples.ts";
import { pushAll } from "../text/push-all.ts";

/** The body of a new note. */
export interface NewBody {
  readonly lines: readonly string[];
  /** The number of the line to begin to write on, from 0. */
  readonly start: number;
}

/** A section that is still to be written. */
interface Section {
  readonly name: string;
  readonly level: number;
  readonly below: readonly string[];
}

/**
 * What stands below the properties of a new note: its title, if the samples say theirs, or there are none; the type's
 * sections, or those that all samples have; the linkage block, if the type wants one; and the type's ending.
 * @param tags those of the note
 */
export function newBody(
  type: NoteType,
  title: string,
  tags: readonly string[],
  samples: readonly Sample[],
): NewBody {
  const heading = sayTitle(samples) ? headingFor(title, (line) => readsAs(line, title)) : null;
  const sections = withLinkage(sectionsOf(type, samples), type, tags, samples);
  const gap = commonest(samples.flatMap(gapsBelow)) ?? 0;
  const top = [...blank(opensBlank(samples)), ...(heading === null ? [] : [heading, ""])];
  const lines = [...top];
  const blankToWrite = Array<string>(gap + 1).fill("");
  let start = -1;
  for (const { name, level, below } of sections) {
    if (name !== "") lines.push(`${"#".repeat(level)} ${name}`);
    if (below.length === 0 && start < 0) start = lines.length + gap;
    pushAll(lines, below.length > 0 ? below : blankToWrite);
    lines.push("");
  }
  if (start < 0) {
    start = top.length;
    lines.splice(start, 0, "", "");
  }
  return { lines: type.ending === null ? withoutLast(lines) : [...lines, type.ending], start };
}

/** The section of the linkage block, as the journal calls it. */
const LINKAGE = "linkage";

function sayTitle(samples: readonly Sample[]): boolean {
  const said = samples.filter(({ note }) =>
    note.headings.some(({ level, text }) => level === 1 && text !== ""),
  );
  return said.length * 2 >= samples.length;
}

/** Whether a heading says the title to a reader, and nothing else. */
function readsAs(line: string, title: string): boolean {
  const { headings, links, malformedLinks, externalLinks, tags, comments } = parseNote(
    "Note.md",
    `${line}\n`,
  );
  const [heading, ...more] = headings;
  const others = [more, links, malformedLinks, externalLinks, tags, comments];
  const isSame = heading?.text === title || plainHeading(heading?.text ?? "") === plainHeading(title);
  return heading?.level === 1 && isSame && others.every(({ length }) => length === 0);
}

function sectionsOf(type: NoteType, samples: readonly Sample[]): readonly Section[] {
  const [newest] = samples;
  const known = samples.flatMap(({ note }) => note.headings);
  const levelOf = (name: string): number =>
    known.find(({ text }) => sectionKey(text) === sectionKey(name))?.level ?? 2;
  const shared = newest ? newest.note.headings.filter((heading) => isShared(heading, samples)) : [];
  const names = type.sections.length > 0 ? type.sections : shared.map(({ text }) => text);
  return names.map((name) => ({ name, level: levelOf(name), below: [] }));
}

function isShared({ level, text }: Heading, samples: readonly Sample[]): boolean {
  const key = sectionKey(text);
  const has = ({ headings }: Note): boolean => headings.some((other) => sectionKey(other.text) === key);
  return (
    level > 1 && text !== "" && samples.length >= LEAST_AGREEING && samples.every(({ note }) => has(note))
  );
}

/** The sections with the linkage block in its own, or where the newest sample with a block has it. */
function withLinkage(
  sections: readonly Section[],
  type: NoteType,
  tags: readonly string[],
  samples: readonly Sample[],
): readonly Section[] {
  if (type.linkage !== "required") return sections;
  const below = newLinkage(samples, tags);
  if (sections.some(({ name }) => sectionKey(name) === LINKAGE))
    return sections.map((section) =>
      sectionKey(section.name) === LINKAGE ? { ...section, below } : section,
    );
  const [place] = samples.flatMap(placeOfBlock);
  const next = sections.findIndex(({ name }) => place?.later.has(sectionKey(name)) === true);
  const own = { name: place ? place.name : LINKAGE, level: place?.level ?? 2, below };
  return sections.toSpliced(next < 0 ? sections.length : next, 0, own);
}

interface BlockPlace {
  /** The heading right above the block; empty if there is none. */
  readonly name: string;
  readonly level: number;
  /** The sections behind it. */
  readonly later: ReadonlySet<string>;
}

function placeOfBlock({ note, text }: Sample): readonly BlockPlace[] {
  const [block]: readonly (LinkageBlock | undefined)[] = note.linkageBlocks;
  if (!block) return [];
  const above = note.headings.findLast(({ from }) => from < block.from);
  const isOwn = above !== undefined && above.level > 1 && text.slice(above.to, block.from).trim() === "";
  const later = note.headings
    .filter(({ from }) => from > block.from)
    .map((heading) => sectionKey(heading.text));
  return [{ name: isOwn ? above.text : "", level: isOwn ? above.level : 2, later: new Set(later) }];
}

/** How many blank lines each section of a sample has below its heading: one, or none. */
function gapsBelow({ note, text }: Sample): readonly number[] {
  const sections = note.headings.filter(({ level, isBare }) => level > 1 && !isBare);
  return sections.map(({ to }) => (/^[^\n]*\n[ \t]*\r?\n/.test(text.slice(to, to + MOST_BLANKS)) ? 1 : 0));
}

/** How far to look for the end of a blank line. */
const MOST_BLANKS = 100;

function opensBlank(samples: readonly Sample[]): boolean {
  const opens = samples.map(({ note, text }) =>
    /^[ \t]*\r?\n[ \t]*\r?\n/.test(text.slice(note.frontmatter.to)),
  );
  return commonest(opens) ?? true;
}

function blank(isWanted: boolean): readonly string[] {
  return isWanted ? [""] : [];
}

function withoutLast(lines: readonly string[]): readonly string[] {
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}
