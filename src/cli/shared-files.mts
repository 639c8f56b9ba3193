import { realpathSync } from "node:fs";
import { join } from "node:path";
import type { LoadedVault } from "./load-vault.mts";
import { liesIn, pathIn } from "./write/note-file.mts";

/** A file of a vault that has paths through symbolic links. */
export interface SharedFile {
  /** Its vault-relative path without any. It may be hidden, and then is no path of a note. */
  readonly own: string;
  /** All its paths that are in the index: its own, if it is, and those through symbolic links. */
  readonly paths: readonly string[];
}

/** What symbolic links do to the paths of a vault. */
export interface SharedFiles {
  readonly files: readonly SharedFile[];
  /** Paths of files that lie outside of the vault, where nothing is written. */
  readonly outside: ReadonlySet<string>;
  /** By each symbolic link that is followed, which may be reached through another one, where in the vault it leads; null for out of it. */
  readonly ends: ReadonlyMap<string, string | null>;
}

/** Look where the paths of a vault lead. @param folder of the vault, absolute */
export function sharedFiles(
  { index, links }: Pick<LoadedVault, "index" | "links">,
  folder: string,
): SharedFiles {
  const vault = realpathSync.native(folder);
  const endOf = (path: string): string | null => {
    const at = realpathSync.native(join(vault, path));
    return liesIn(vault, at) ? pathIn(vault, at) : null;
  };
  const ends = new Map(links.map((link) => [link, endOf(link)]));
  const files = new Map<string, string[]>();
  const outside = new Set<string>();
  for (const path of index.files()) {
    const link = ends.has(path) ? path : linkAround(path, ends);
    if (link === null) continue;
    const end = ends.get(link) ?? null;
    if (end === null) {
      outside.add(path);
      continue;
    }
    const own = end + path.slice(link.length);
    const paths = files.get(own);
    if (paths) paths.push(path);
    else files.set(own, index.hasFile(own) ? [own, path] : [path]);
  }
  return { files: Array.from(files, ([own, paths]) => ({ own, paths })), outside, ends };
}

/** The innermost symbolic link that a path goes through, and is not; null if there is none. */
export function linkAround(path: string, links: ReadonlyMap<string, unknown>): string | null {
  if (links.size === 0) return null;
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1))
    if (links.has(path.slice(0, end))) return path.slice(0, end);
  return null;
}
