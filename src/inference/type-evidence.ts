import type { NoteType } from "../journal/conventions.ts";
import type { Note } from "../note/note.ts";
import { repeatedHeadings } from "../rules/last-heading.ts";
import { hasSource } from "../rules/missing-source.ts";
import { commonestOf } from "./commonest.ts";
import {
  REQUIRED_BLOCK,
  REQUIRED_PROPERTY,
  REQUIRED_SECTION,
  type Share,
  type TypeEvidence,
} from "./inference.ts";
import { propertyShares, sectionShares } from "./shares.ts";
import type { SignedNote } from "./signed-note.ts";

/** The share of notes that end alike from which on a type has an ending. */
const ENDING = 0.9;

/** What all the notes of a type have in common. `type` says by which signs they are told, and nothing else yet. */
export function typeEvidence(type: NoteType, signed: readonly SignedNote[]): TypeEvidence {
  const notes = signed.map(({ note }) => note);
  const readable = notes.filter(({ frontmatter: { state } }) => state === "read" || state === "none");
  const properties = propertyShares(readable);
  const sections = sectionShares(notes);
  const blocks = notes.filter(({ linkageBlocks }) => linkageBlocks.length > 0).length;
  const repeated = notes.filter((note) => repeatedHeadings(note).length > 0).length;
  const ending = commonestEnding(notes);
  return {
    type: {
      ...type,
      required: namesOf(properties, REQUIRED_PROPERTY * readable.length),
      sections: namesOf(sections, REQUIRED_SECTION * notes.length),
      linkage: blocks >= REQUIRED_BLOCK * notes.length ? "required" : "optional",
      ending: ending && isEnding(ending.notes, repeated, notes.length) ? ending.name : null,
    },
    notes: notes.length,
    withCode: signed.filter(({ code }) => code === type.code).length,
    classes: type.classes.map((name) => share(name, signed, ({ classes }) => classes.has(name))),
    tags: type.tags.map((name) => share(name, signed, ({ tags }) => tags.has(name.toLowerCase()))),
    folders: type.folders.map((name) => share(name, signed, ({ folders }) => folders.has(name))),
    readable: readable.length,
    properties,
    sections,
    blocks,
    sources: notes.filter(hasSource).length,
    ending,
    repeated,
  };
}

function namesOf(shares: readonly Share[], least: number): readonly string[] {
  return shares.filter(({ notes }) => notes >= least).map(({ name }) => name);
}

/** Notes that end with their first heading over again were meant to end otherwise, and say neither yes nor no. */
function isEnding(endings: number, repeated: number, all: number): boolean {
  return endings * 2 >= all && endings >= ENDING * (all - repeated);
}

function commonestEnding(notes: readonly Note[]): Share | null {
  const endings = notes.flatMap((note) => endingOf(note) ?? []);
  const name = commonestOf(endings);
  return name === null ? null : { name, notes: endings.filter((each) => each === name).length };
}

/** The heading without words that the note ends with, or null. Other lines are no facts. */
function endingOf({ headings }: Note): string | null {
  const last = headings.at(-1);
  return last?.isBare === true && last.text === "" ? "#".repeat(last.level) : null;
}

function share(name: string, notes: readonly SignedNote[], has: (note: SignedNote) => boolean): Share {
  return { name, notes: notes.filter(has).length };
}
