import {
  allTagsOf,
  listOf,
  property,
  publicationOf,
  textOf,
  textTagsOf,
  titleOf,
  type Publication,
} from "../journal/properties.ts";
import type { Conventions } from "../journal/conventions.ts";
import type { Note } from "../note/note.ts";
import { isAllDigits } from "../note/tags.ts";
import { fileName, withoutExtension } from "./names.ts";
import { similarityKey } from "./near-names.ts";

/** What other notes' diagnostics can depend on, besides headings and blocks. */
export interface NoteProfile {
  readonly id: string | null;
  readonly publication: Publication;
  /** Title, aliases and file name, as written. */
  readonly written: readonly string[];
  /** Their similarity keys. */
  readonly names: ReadonlySet<string>;
}

/** The profile of a note. */
export function profileOf(note: Note, { site }: Conventions): NoteProfile {
  const written = writtenNamesOf(note);
  return {
    id: textOf(property(note, "note_id")),
    publication: publicationOf(note, site),
    written,
    names: namesAlike(written),
  };
}

/** What the note is called: title, aliases and file name, as written. */
export function writtenNamesOf(note: Note): readonly string[] {
  const title = titleOf(note);
  const name = withoutExtension(fileName(note.path));
  const names = title !== null && title !== name ? [title] : [];
  for (const { text } of listOf(property(note, "aliases"))) names.push(text);
  names.push(name);
  return names;
}

/** By what a missing target may mean the note: similarity keys of title, aliases and file name. */
export function namesOf(note: Note): ReadonlySet<string> {
  return namesAlike(writtenNamesOf(note));
}

function namesAlike(written: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const name of written) names.add(similarityKey(name));
  names.delete("");
  return names;
}

/** Whether two profiles say the same. */
export function sameProfile(a: NoteProfile, b: NoteProfile): boolean {
  return (
    a.id === b.id &&
    a.publication === b.publication &&
    a.written.length === b.written.length &&
    a.written.every((name, at) => name === b.written[at])
  );
}

/** Whether the value of the property `name` stands at another place in the text, whatever it says. */
export function placeDiffers(name: string, a: Note, b: Note): boolean {
  const [old, now] = [property(a, name), property(b, name)];
  return old?.valueRange.from !== now?.valueRange.from || old?.valueRange.to !== now?.valueRange.to;
}

/** Whether links to headings or blocks may lead elsewhere in `b` than in `a`. */
export function anchorsDiffer(a: Note, b: Note): boolean {
  return (
    a.headings.length !== b.headings.length ||
    a.blockIds.length !== b.blockIds.length ||
    a.headings.some(({ text, level }, i) => {
      const other = b.headings[i];
      return other?.text !== text || other.level !== level;
    }) ||
    a.blockIds.some(({ id }, i) => id !== b.blockIds[i]?.id)
  );
}

/** The note's tags as written, from frontmatter and body. All digits are no tag, and numbers are no text. */
export function tagNamesOf(note: Note): ReadonlySet<string> {
  const names = new Set<string>();
  for (const tag of textTagsOf(note)) if (!isAllDigits(tag)) names.add(tag);
  for (const { tag } of note.tags) names.add(tag);
  return names;
}

/** The note's tags in small letters, from frontmatter and body, numbers included. */
export function tagKeysOf(note: Note): ReadonlySet<string> {
  return new Set(allTagsOf(note).map((tag) => tag.toLowerCase()));
}

/** By what notes share a title: letter case and blanks around it aside. Null without a title. */
export function titleKeyOf(note: Note): string | null {
  return titleOf(note)?.trim().toLowerCase() || null;
}
