import { parseNoteId } from "../journal/note-id.ts";
import { allTagsOf, listOf, property, textOf } from "../journal/properties.ts";
import type { Note } from "../note/note.ts";
import { isClassName } from "../rules/malformed-cssclass.ts";
import { tagFault } from "../rules/tag-fault.ts";

/** A note with all in it that may be a sign of its type. */
export interface SignedNote {
  readonly note: Note;
  /** The code in its note id, or null. */
  readonly code: string | null;
  readonly classes: ReadonlySet<string>;
  /** Tags of frontmatter and body, as first written there by what they are in small letters; what is no tag is left out. */
  readonly tags: ReadonlyMap<string, string>;
  /** The folder it lies in and all around that, outermost first; the vault itself is none. */
  readonly folders: ReadonlySet<string>;
}

/** The kinds of sign that several notes may share, beside a code. */
export type SignKind = "classes" | "tags" | "folders";

/** By sign: the notes that have it. */
export type Carriers = ReadonlyMap<string, readonly SignedNote[]>;

/** What tells of the note's type. */
export function signedNote(note: Note): SignedNote {
  const classes = listOf(property(note, "cssclasses")).filter(
    ({ text, isText }) => isText && isClassName(text),
  );
  const tags = allTagsOf(note).filter((tag) => tagFault(tag) === null);
  return {
    note,
    code: parseNoteId(textOf(property(note, "note_id")) ?? "")?.code ?? null,
    classes: new Set(classes.map(({ text }) => text)),
    tags: new Map(tags.reverse().map((tag) => [tag.toLowerCase(), tag])),
    folders: foldersAround(note.path),
  };
}

/** The notes that have each sign of a kind. */
export function carriersOf(kind: SignKind, notes: Iterable<SignedNote>): Carriers {
  const carriers = new Map<string, SignedNote[]>();
  for (const note of notes) {
    for (const sign of note[kind].keys()) {
      const known = carriers.get(sign);
      if (known === undefined) carriers.set(sign, [note]);
      else known.push(note);
    }
  }
  return carriers;
}

function foldersAround(path: string): ReadonlySet<string> {
  const folders = new Set<string>();
  for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) folders.add(path.slice(0, at));
  return folders;
}
