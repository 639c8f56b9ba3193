import type { Note } from "../note/note.ts";
import { displayTextsOf, linkKey, type Place } from "./note-rows.ts";
import type { OwnLink } from "./own-links.ts";
import { leaf, rowsOf, type TreeRows } from "./tree-node.ts";

/** The targets that a note links to and that are missing: what each may have meant, and how many other notes miss it. */
export function unresolvedRows(links: readonly OwnLink[], note: Note, { vault }: Place): TreeRows {
  return rowsOf(links, linkKey, ({ link, links }, key) => {
    const [candidate] = vault.candidates(link.linkpath, note.path);
    const others = vault.notesMissing(link.linkpath, note.path) - 1;
    const marks = [
      ...(candidate ? [`meant "${candidate.linkpath}"?`] : []),
      ...(others > 0 ? [`${String(others)} more ${others === 1 ? "note" : "notes"}`] : []),
    ];
    return leaf("missing", key, link.linkpath, {
      linktext: link.linkpath + link.subpath,
      displayTexts: displayTextsOf(links),
      marks,
    });
  });
}
