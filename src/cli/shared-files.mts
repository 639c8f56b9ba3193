import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileName } from "../vault/names.ts";
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
  /** The files that they give more paths. Those that lie outside of the vault are none of them. */
  readonly files: readonly SharedFile[];
  /** By each path through linked folders where that lies, which may be a symbolic link itself. */
  readonly places: ReadonlyMap<string, string>;
}

/** Look where the paths of a vault lead. @param folder of the vault, absolute */
export function sharedFiles(
  { index, links }: Pick<LoadedVault, "index" | "links">,
  folder: string,
): SharedFiles {
  const vault = realpathSync.native(folder);
  const known = new Set(links);
  const files = new Map<string, string[]>();
  const places = new Map<string, string>();
  for (const path of index.files()) {
    if (!leadsThrough(path, known)) continue;
    const around = realpathSync.native(join(vault, dirname(path)));
    if (liesIn(vault, around)) places.set(path, pathIn(vault, join(around, fileName(path))));
    const at = realpathSync.native(join(vault, path));
    if (!liesIn(vault, at)) continue;
    const own = pathIn(vault, at);
    const paths = files.get(own);
    if (paths) paths.push(path);
    else files.set(own, index.hasFile(own) ? [own, path] : [path]);
  }
  return { files: Array.from(files, ([own, paths]) => ({ own, paths })), places };
}

/** Is a path that of a symbolic link, or of something in one? */
function leadsThrough(path: string, links: ReadonlySet<string>): boolean {
  if (links.size === 0) return false;
  for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1))
    if (links.has(path.slice(0, end))) return true;
  return false;
}
