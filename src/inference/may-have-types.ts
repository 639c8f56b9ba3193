import { ignoredNotes } from "../journal/ignored-notes.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import { FEWEST_NOTES } from "./inference.ts";
import { signedNote } from "./signed-note.ts";

/**
 * Whether it is worth asking for the note types of a vault: notes enough have the same code or class. It looks at no more
 * notes than it needs for that, so that a host may ask in passing. Types that tags and folders alone make are not seen.
 */
export function mayHaveTypes(index: VaultIndex): boolean {
  const isIgnored = ignoredNotes(index.conventions);
  const counts = new Map<string, number>();
  for (const note of index.notes()) {
    if (isIgnored(note.path)) continue;
    const { code, classes } = signedNote(note);
    for (const sign of [...(code === null ? [] : [code]), ...[...classes].map((name) => `.${name}`)]) {
      const count = (counts.get(sign) ?? 0) + 1;
      if (count >= FEWEST_NOTES) return true;
      counts.set(sign, count);
    }
  }
  return false;
}
