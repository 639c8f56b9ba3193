import { configName } from "../../journal/conventions.ts";
import { countOf, formatCount } from "../../report/count.ts";

/** All that is said of inferring note types, in sentence case. */
export const texts = {
  infer: "Infer note types",
  inferDetail: "Look at what the notes have in common, and see what Linkage would write down of it.",
  inferring: "Infer note types…",
  notNow: "Not now",
  offer: "Infer note types from notes…",
  isThere: `"${configName}" is there already, and nothing is written over it. Your note types are in the settings`,
  none: (notes: number): string =>
    `No note types in ${countOf(notes, "note")}: it takes 5 or more that have a code, or a class, tag and folder, in common`,
  found: (types: number, notes: number, without: number): string =>
    `${countOf(types, "note type")} in ${countOf(notes, "note")}` +
    (without === 0 ? "." : `; ${formatCount(without)} without one.`),
  columns: ["Type", "Notes", "Told by"],
  changed: `"${configName}" has come meanwhile, so nothing was written`,
  failed: (reason: string): string => `The note types could not be inferred: ${reason}`,
} as const;
