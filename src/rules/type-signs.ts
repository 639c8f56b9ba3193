import type { Conventions, NoteType } from "../journal/conventions.ts";
import { type NoteId, parseNoteId } from "../journal/note-id.ts";
import { typeByClass, typeByFolder, typeByTag } from "../journal/note-type.ts";
import { listOf, property, tagsOf, textOf } from "../journal/properties.ts";
import type { Note } from "../note/note.ts";

/** A note whose id is of one type and all else of another. */
export interface TypeConflict {
  readonly id: NoteId;
  /** The type that all signs but the id agree on. */
  readonly type: NoteType;
  /** Two or three of them. */
  readonly signs: readonly ("class" | "tag" | "folder")[];
}

/**
 * The type that class, tag and folder agree on, if the note's id has the code of another; else null. One sign alone says
 * too little: a note may have the tag of a type that it is about.
 */
export function typeConflict(note: Note, conventions: Conventions): TypeConflict | null {
  const id = parseNoteId(textOf(property(note, "note_id")) ?? "");
  if (id === null || conventions.types.every(({ code }) => code === id.code)) return null;
  const byClass = typeByClass(note, conventions);
  const byFolder = typeByFolder(note.path, conventions);
  const type = byClass ?? byFolder;
  if (type === null || (byFolder !== null && byFolder !== type)) return null;
  if (id.code === type.code || hasOwnSign(note, id.code, type, conventions)) return null;
  const byTag = typeByTag(note, conventions);
  if (byTag !== null && byTag !== type) return null;
  const signs = [
    ...(byClass ? (["class"] as const) : []),
    ...(byTag ? (["tag"] as const) : []),
    ...(byFolder ? (["folder"] as const) : []),
  ];
  return signs.length < 2 ? null : { id, type, signs };
}

/** The note shows the type of its code as well. Of a code that no type has, any other class may be the sign. */
function hasOwnSign(note: Note, code: string, other: NoteType, { types }: Conventions): boolean {
  const own = types.find((type) => type.code === code);
  const classes = listOf(property(note, "cssclasses"));
  if (own === undefined) return classes.some(({ text }) => !other.classes.includes(text));
  const tags = new Set(own.tags.map((tag) => tag.toLowerCase()));
  return (
    classes.some(({ text }) => own.classes.includes(text)) ||
    tagsOf(note).some(({ text }) => tags.has(text.toLowerCase()))
  );
}
