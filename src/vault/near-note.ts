import { nearest } from "../journal/nearest.ts";
import { titleOf } from "../journal/properties.ts";
import { quote } from "../text/quote.ts";
import { fileName, isNotePath, withoutExtension } from "./names.ts";
import type { VaultIndex } from "./vault-index.ts";

/**
 * What to tell somebody who names a note that there is not, at the end of a sentence: `perhaps "Home"`, the file name or title
 * that was likely meant, or else what a note can be named by.
 */
export function insteadOfNote(wanted: string, index: VaultIndex): string {
  return instead(wanted, isNotePath, index);
}

/** As `insteadOfNote`, of any file. */
export function insteadOfFile(wanted: string, index: VaultIndex): string {
  return instead(wanted, () => true, index);
}

function instead(wanted: string, isMeant: (path: string) => boolean, index: VaultIndex): string {
  const near = nearest(withoutExtension(fileName(wanted)), namesIn(index, isMeant));
  return near === null ? "expected a path, a name, a note id or a title" : `perhaps ${quote(near)}`;
}

function* namesIn(index: VaultIndex, isMeant: (path: string) => boolean): Generator<string> {
  for (const path of index.files()) if (isMeant(path)) yield withoutExtension(fileName(path));
  for (const note of index.notes()) {
    const title = titleOf(note);
    if (title !== null) yield title;
  }
}
