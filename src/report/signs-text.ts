import type { NoteType } from "../journal/conventions.ts";
import { printable } from "./printable.ts";

/** What tells the notes of a type: `class general-note; tags general-note, generalnote; folder Notes/General_Notes`. */
export function signsText({ classes, tags, folders }: NoteType): string {
  const signs = [
    named("class", "classes", classes),
    named("tag", "tags", tags),
    named("folder", "folders", folders),
  ].filter((text) => text !== "");
  return signs.length === 0 ? "told by its code alone" : printable(signs.join("; "));
}

function named(one: string, several: string, names: readonly string[]): string {
  return names.length === 0 ? "" : `${names.length === 1 ? one : several} ${names.join(", ")}`;
}
