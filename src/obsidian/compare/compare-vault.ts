import type { App } from "obsidian";
import { parseNote } from "../../note/parse-note.ts";
import { comparePaths } from "../../vault/names.ts";
import type { LiveVault } from "../live-vault.ts";
import { readNote } from "../read-note.ts";
import type { Slices } from "../slices.ts";
import { appLinksOf } from "./app-links.ts";
import { linkDifferences, type NoteDifferences } from "./link-differences.ts";

/** What came of comparing a vault's links with the app's. */
export interface VaultComparison {
  /** How many notes were compared. */
  readonly notes: number;
  /** Those that have differences, by path. */
  readonly differing: readonly NoteDifferences[];
  /** Paths of notes that the app has not indexed: too large, or not yet. */
  readonly notIndexed: readonly string[];
  /** How many links the app is known not to list, and in how many notes. */
  readonly html: { readonly links: number; readonly notes: number };
  readonly reference: { readonly links: number; readonly notes: number };
}

/**
 * Compare the links of all notes, as their files say, with the app's. The work is done in slices; nothing is written.
 * @param progress is told the share that is done, from 0 to 1, now and then
 */
export async function compareVault(
  { vault: files, metadataCache }: App,
  vault: LiveVault,
  slices: Slices,
  progress: (share: number) => void,
): Promise<VaultComparison> {
  await vault.ready;
  const paths = Array.from(vault.index.notes(), ({ path }) => path).sort(comparePaths);
  const compared: NoteDifferences[] = [];
  const notIndexed: string[] = [];
  for (const [done, path] of paths.entries()) {
    const file = files.getFileByPath(path);
    const read = file && (await readNote(file, files));
    const app = file && appLinksOf(file, metadataCache);
    if (read && "text" in read) {
      // Not the facts that are at hand: an editor may show what the app has not indexed yet.
      if (app) compared.push(linkDifferences(parseNote(path, read.text), read.text, vault.index, app));
      else notIndexed.push(path);
    }
    if (!slices.spent()) continue;
    progress(done / paths.length);
    await slices.pause();
  }
  return {
    notes: compared.length,
    differing: compared.filter(({ differences }) => differences.length > 0),
    notIndexed,
    html: countOf(compared, "html"),
    reference: countOf(compared, "reference"),
  };
}

function countOf(compared: readonly NoteDifferences[], kind: "html" | "reference"): VaultComparison["html"] {
  const counts = compared.map(({ expected }) => expected[kind]).filter((count) => count > 0);
  return { links: counts.reduce((sum, count) => sum + count, 0), notes: counts.length };
}
