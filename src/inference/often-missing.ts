import type { Note } from "../note/note.ts";
import { splitLinks } from "../rules/checked-links.ts";
import { eachInSteps, type Steps } from "../text/steps.ts";
import { targetKey, withoutExtension } from "../vault/names.ts";
import type { VaultIndex } from "../vault/vault-index.ts";
import type { Share } from "./inference.ts";

/** The targets without a file that the rule placeholder-link speaks of in these notes, the most linked to first; in steps. */
export function* oftenMissing(notes: readonly Note[], index: VaultIndex): Steps<readonly Share[]> {
  const found = new Map<string, Share>();
  yield* eachInSteps(notes, (note) => {
    for (const link of splitLinks(note).checked) {
      const name = withoutExtension(link.linkpath);
      const key = targetKey(name, note.path);
      if (key === null || found.has(key) || index.resolve(link, note.path).kind !== "unresolved") continue;
      if (!index.isPlaceholder(link.linkpath, note.path)) continue;
      found.set(key, { name, notes: index.notesMissing(link.linkpath, note.path) });
    }
  });
  return [...found.values()].sort((a, b) => b.notes - a.notes || (a.name < b.name ? -1 : 1));
}
