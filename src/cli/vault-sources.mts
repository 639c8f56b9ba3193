import type { Sources } from "../report/sources.ts";
import type { Config } from "./config.mts";
import { textOf, type LoadedVault } from "./load-vault.mts";

/**
 * What a report asks about the files of the vault in `folder`.
 * @param others files that are no notes and have lines that problems stand in
 */
export function vaultSources(
  folder: string,
  { index, notePaths }: LoadedVault,
  others: readonly Pick<Config, "path" | "lines">[],
): Sources {
  const notes = new Set(notePaths);
  // Who asks for a note's text asks for it again for its next problem.
  let last: { readonly path: string; readonly text: string | null } | null = null;
  return {
    isNote: (path) => notes.has(path),
    lines: (path) => index.note(path)?.lines ?? others.find((other) => other.path === path)?.lines ?? [0],
    text: (path) => {
      const note = index.note(path);
      if (last?.path !== path) last = { path, text: note && textOf(note, folder) };
      return last.text;
    },
  };
}
