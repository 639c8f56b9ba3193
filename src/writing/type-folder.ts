import type { NoteType } from "../journal/conventions.ts";
import type { Note } from "../note/note.ts";
import { folderOf } from "../vault/names.ts";
import { folderOfDay, folderPattern } from "./folder-pattern.ts";
import { commonest, dayMade } from "./type-samples.ts";

/**
 * The folder for a note of this type that is made on `day`: where the newest of its notes lie, those of other years and
 * months by theirs (`Notes/Tech_Journal/2025` for a note of 2025 says `Notes/Tech_Journal/2026` for one of 2026); without
 * notes the type's first folder. Empty for the top of the vault, null if nothing tells.
 */
export function folderForType(type: NoteType, day: string, newest: readonly Note[]): string | null {
  const [first] = type.folders;
  const own = newest.filter(({ path }) => type.folders.some((folder) => path.startsWith(`${folder}/`)));
  const pattern = commonest((own.length > 0 ? own : newest).map(patternOf));
  return pattern === null ? (first ?? null) : folderOfDay(pattern, day);
}

function patternOf(note: Note): string {
  return folderPattern(folderOf(note.path), dayMade(note));
}
