import { countOf } from "../../report/count.ts";

/** What is said of links that follow a rename, in sentence case. */
export const renameTexts = {
  ask: (links: number, notes: number): string =>
    `${countOf(links, "link")} in the HTML of ${countOf(notes, "note")} ${links === 1 ? "leads" : "lead"} elsewhere since files were renamed`,
  update: (links: number): string => (links === 1 ? "Update link" : "Update links"),
  updated: (links: number, notes: number): string =>
    `Updated ${countOf(links, "link")} in the HTML of ${countOf(notes, "note")}: “Undo last batch” takes it back`,
  someLeft: (notes: number, why: string): string => `Left links in ${countOf(notes, "note")}: ${why}`,
  failed: (reason: string): string => `The links in HTML were not updated: ${reason}`,
} as const;
