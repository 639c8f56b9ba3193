import type { Note } from "../note/note.ts";
import type { Conventions, NoteType } from "./conventions.ts";
import { parseNoteId } from "./note-id.ts";
import { listOf, property, tagsOf, textOf } from "./properties.ts";

/** The note's type, by the first sign that names one: the code in its note id, a class, a tag, its folder. Null if none does. */
export function noteTypeOf(note: Note, conventions: Conventions): NoteType | null {
  return (
    typeByNoteId(note, conventions) ??
    typeByClass(note, conventions) ??
    typeByTag(note, conventions) ??
    typeByFolder(note.path, conventions)
  );
}

/** The type whose code the note's id carries, or null. */
export function typeByNoteId(note: Note, { types }: Conventions): NoteType | null {
  const code = parseNoteId(textOf(property(note, "note_id")) ?? "")?.code;
  return types.find((type) => type.code === code) ?? null;
}

/** The type of the first of the note's `cssclasses` that belongs to one, or null. Letter case counts, as in CSS. */
export function typeByClass(note: Note, { types }: Conventions): NoteType | null {
  for (const { text } of listOf(property(note, "cssclasses"))) {
    const type = types.find(({ classes }) => classes.includes(text));
    if (type !== undefined) return type;
  }
  return null;
}

/** The type of the first of the frontmatter's tags that belongs to one, letter case aside (obsidian.md E2), or null. */
export function typeByTag(note: Note, { types }: Conventions): NoteType | null {
  for (const { text } of tagsOf(note)) {
    const lower = text.toLowerCase();
    const type = types.find(({ tags }) => tags.some((tag) => tag.toLowerCase() === lower));
    if (type !== undefined) return type;
  }
  return null;
}

/** The type whose folder the note lies in, at any depth; of several the innermost folder's. Null if there is none. */
export function typeByFolder(path: string, { types }: Conventions): NoteType | null {
  let innermost: NoteType | null = null;
  let length = -1;
  for (const type of types) {
    for (const folder of type.folders) {
      if (folder.length <= length || !isBelow(path, folder)) continue;
      innermost = type;
      length = folder.length;
    }
  }
  return innermost;
}

function isBelow(path: string, folder: string): boolean {
  return folder === "" || (path.startsWith(folder) && path[folder.length] === "/");
}
