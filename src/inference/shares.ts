import type { Note } from "../note/note.ts";
import { sectionKey } from "../rules/heading-text.ts";
import { isEmpty } from "../rules/missing-property.ts";
import { commonestOf } from "./commonest.ts";
import type { Share } from "./inference.ts";

/** What fewer of a type's notes have is no custom of theirs, and not told. */
const TOLD = 0.1;

/** The properties that the notes have, with a value, in the order in which most have them. Names are as most write them. */
export function propertyShares(notes: readonly Note[]): readonly Share[] {
  return shares(
    notes.map(({ frontmatter }) =>
      frontmatter.properties
        .filter(({ key, value }) => key !== "" && !isEmpty(value) && key !== suppressing)
        .map(({ key }) => ({ key: key.toLowerCase(), name: key })),
    ),
  );
}

/** The headings that the notes have, likewise, those without words left out. What a config would read otherwise is left out, too. */
export function sectionShares(notes: readonly Note[]): readonly Share[] {
  return shares(
    notes.map(({ headings }) =>
      headings
        .filter(({ text }) => sectionKey(text) !== "" && !/^#{1,6}\s|[\r\n]/.test(text))
        .map(({ text }) => ({ key: sectionKey(text), name: text })),
    ),
  );
}

/** What rules a note switches off is its own matter. */
const suppressing = "linkage-disable";

/** Something that a note has: what it is told from others by, and how the note writes it. */
interface Had {
  readonly key: string;
  readonly name: string;
}

interface Tally {
  readonly names: string[];
  /** Of all notes that have it: how far down in the note it stands. */
  places: number;
}

function shares(notes: readonly (readonly Had[])[]): readonly Share[] {
  const tallies = new Map<string, Tally>();
  for (const had of notes) {
    for (const [place, { key, name }] of had.filter(isFirst).entries()) {
      const tally = tallies.get(key) ?? { names: [], places: 0 };
      tally.names.push(name);
      tally.places += place;
      tallies.set(key, tally);
    }
  }
  return [...tallies.values()]
    .filter(({ names }) => names.length >= TOLD * notes.length)
    .sort((a, b) => a.places / a.names.length - b.places / b.names.length)
    .map(({ names }) => ({ name: commonestOf(names) ?? "", notes: names.length }));
}

function isFirst({ key }: Had, at: number, all: readonly Had[]): boolean {
  return all.findIndex((each) => each.key === key) === at;
}
