import type { Conventions, NoteType } from "../journal/conventions.ts";

/** What the notes of a vault say of its conventions, and the evidence. Counts are of notes, but where said otherwise. */
export interface Inference {
  /** What is to hold from now on: what the file to be written says. */
  readonly conventions: Conventions;
  /** How many notes have been looked at; those that are ignored have not. */
  readonly notes: number;
  /** How many of them have a type. */
  readonly typed: number;
  /** The note types of `conventions`, in the same order: the one with the most notes first. */
  readonly types: readonly TypeEvidence[];
  /** Notes without a type that go together like those of one, but have no code in common, in a vault where types have. */
  readonly uncoded: readonly GroupSigns[];
  /** Folders whose notes have ids with codes of no type. */
  readonly otherCodes: readonly CodesOfFolder[];
  /** Targets without a file that may be meant as placeholders: the most linked to first. */
  readonly placeholders: readonly Share[];
  readonly site: SiteEvidence | null;
}

/** How many notes have something of this name. */
export interface Share {
  readonly name: string;
  readonly notes: number;
}

/** By what a note type is told from others. */
export interface TypeSigns {
  /** How many notes show it. */
  readonly notes: number;
  /** As a config lists them: CSS classes, tags without `#`, folders without a `/` at the end; that of the most notes first. */
  readonly classes: readonly string[];
  readonly tags: readonly string[];
  readonly folders: readonly string[];
}

/** The signs of a group of notes, and the code that its type has or may be given. */
export interface GroupSigns extends TypeSigns {
  readonly code: string;
}

/** A note type with what its notes have in common. Its notes are those that lint would take for them. */
export interface TypeEvidence {
  readonly type: NoteType;
  readonly notes: number;
  /** How many of them have an id with the type's code; 0 where the code is made up. */
  readonly withCode: number;
  readonly classes: readonly Share[];
  readonly tags: readonly Share[];
  readonly folders: readonly Share[];
  /** How many have properties that can be read, or none: `properties` are shares of these. */
  readonly readable: number;
  /** Properties with a value, in the order in which notes have them, the rarest left out. */
  readonly properties: readonly Share[];
  /** Headings, likewise. */
  readonly sections: readonly Share[];
  /** How many have a linkage block. */
  readonly blocks: number;
  /** How many link to something outside the vault. */
  readonly sources: number;
  /** The commonest of the lines that notes end with, whether it is the type's ending or not; null if they end otherwise. */
  readonly ending: Share | null;
  /** How many end with their first heading over again (rule repeated-heading): meant is something else. */
  readonly repeated: number;
}

/** Notes of a folder whose ids have codes of no type. */
export interface CodesOfFolder {
  readonly folder: string;
  readonly notes: number;
  /** How many codes they share between them. */
  readonly codes: number;
}

/** How the site is made, and the file that says so, as the host names it. */
export interface SiteEvidence {
  readonly site: NonNullable<Conventions["site"]>;
  readonly file: string;
}

/** Notes that it takes to make a type of what they have in common (rules.md). */
export const FEWEST_NOTES = 5;

/** Shares from which on something is wanted of every note of a type (rules.md). */
export const REQUIRED_PROPERTY = 0.95;
export const REQUIRED_SECTION = 0.9;

/** From this share on a linkage block is wanted of every note: each that lacks one will be told so. */
export const REQUIRED_BLOCK = 0.95;

/** Whether most notes of a type have no source: there it is no use to be told of each. */
export function isWithoutSources({ sources, notes }: TypeEvidence): boolean {
  return sources * 2 < notes;
}
