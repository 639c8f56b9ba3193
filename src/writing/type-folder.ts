import type { NoteType } from "../journal/conventions.ts";
import type { Note } from "../note/note.ts";
import { folderOf } from "../vault/names.ts";
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
  return pattern === null ? (first ?? null) : written(pattern, day);
}

/** Names that folders have by a date, as they stand in a pattern. `<` is in no name that the app takes. */
const dated = ["<year>-<month>-<day>", "<year>-<month>", "<year>", "<month>", "<day>"] as const;

/** The folder of a note, with its names that say the note's date turned into patterns; months only below years. */
function patternOf(note: Note): string {
  const day = dayMade(note);
  if (day === null) return folderOf(note.path);
  const names: string[] = [];
  for (const name of folderOf(note.path).split("/")) {
    const pattern = dated.find((each) => written(each, day) === name) ?? name;
    const needs = pattern === "<month>" ? "<year>" : pattern === "<day>" ? "<month>" : null;
    names.push(needs === null || names.at(-1) === needs ? pattern : name);
  }
  return names.join("/");
}

function written(pattern: string, day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return pattern.replaceAll("<year>", year).replaceAll("<month>", month).replaceAll("<day>", date);
}
