import { parseDate } from "../journal/calendar.ts";
import type { NoteType } from "../journal/conventions.ts";
import { ignoredNotes } from "../journal/ignored-notes.ts";
import { parseNoteId } from "../journal/note-id.ts";
import { property, textOf } from "../journal/properties.ts";
import type { Note } from "../note/note.ts";
import { createdOf, newestFirst } from "../vault/created.ts";
import { folderOf } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { folderPattern } from "./folder-pattern.ts";

/** How many notes of a type tell where its notes lie. */
const MOST_PLACES = 30;

/** How many of them tell how its notes are written. */
const MOST_SAMPLES = 8;

/** How many samples must agree on what is taken over from them. */
export const LEAST_AGREEING = 3;

/** A note that shows how notes of its type are written, with the text that its facts come from. */
export interface Sample {
  readonly note: Note;
  readonly text: string;
}

/** The newest notes of a type, the newest first; ignored ones, such as templates, left out. */
export function newestOfType(type: NoteType, vault: VaultIndex): readonly Note[] {
  const isIgnored = ignoredNotes(vault.conventions);
  const notes = [...vault.notes()].filter((note) => vault.typeOf(note) === type && !isIgnored(note.path));
  const dated = notes.map((note) => ({ note, age: ageOf(note) }));
  dated.sort((a, b) => newestFirst(a.age, b.age));
  return dated.slice(0, MOST_PLACES).map(({ note }) => note);
}

/**
 * Those of them whose texts are wanted: what lies in the same place, folders by date aside, unless that is too little to tell. A type
 * may have several places, each with a class and tags of its own.
 * @param folder where the new note is to lie; null if nothing tells
 * @param day that of the new note
 */
export function sampledOf(newest: readonly Note[], folder: string | null, day: string): readonly Note[] {
  const readable = newest.filter(({ frontmatter }) => frontmatter.state === "read");
  const place = folder === null ? null : folderPattern(folder, day);
  const near = readable.filter((note) => folderPattern(folderOf(note.path), dayMade(note)) === place);
  return (near.length < LEAST_AGREEING ? readable : near).slice(0, MOST_SAMPLES);
}

/** The day that a note was made on, by its property `created`, else its note id; null if neither tells. */
export function dayMade(note: Note): string | null {
  return parseDate(createdOf(note))?.day ?? idOf(note)?.date ?? null;
}

/** Sorts as text: the day, then the place in it. */
function ageOf(note: Note): string {
  return `${dayMade(note) ?? ""} ${String(idOf(note)?.sequence ?? 0).padStart(3, "0")}`;
}

function idOf(note: Note): ReturnType<typeof parseNoteId> {
  return parseNoteId(textOf(property(note, "note_id")) ?? "");
}

/** What most of some things are, of several as common the first; null without any. */
export function commonest<Thing>(things: readonly Thing[]): Thing | null {
  const counts = new Map<Thing, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  let found: Thing | null = null;
  let most = 0;
  for (const [thing, count] of counts) {
    if (count <= most) continue;
    found = thing;
    most = count;
  }
  return found;
}
