import type { NoteType } from "../../journal/conventions.ts";
import { quote } from "../../text/quote.ts";

/** All that is said where notes are made, in sentence case; why there can be no note is said in `src/writing`. */
export const texts = {
  command: "New note of a type",
  chooseType: "Choose the type of the note",
  /** `TJ (tech-journal)`. */
  type: ({ code, classes, tags }: NoteType): string => {
    const name = classes[0] ?? tags[0];
    return name === undefined ? code : `${code} (${name})`;
  },
  ask: (code: string): string => `New ${code} note`,
  title: "Title",
  create: "Create",
  exists: (path: string): string => `${quote(path)} is there already`,
  noTypes: "linkage.yaml lists no note type to make a note of",
  createOf: (target: string, code: string): string => `Create the note ${quote(target)} as ${code}`,
  createOfType: (target: string): string => `Create the note ${quote(target)} of a type…`,
  failed: (reason: string): string => `The note could not be made: ${reason}`,
} as const;
