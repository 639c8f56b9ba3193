import { FileTable } from "./file-table.ts";

/** A file, or a folder with all that is in it, gets another path. Both are vault-relative, those of folders without a `/` at the end. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** The files of a vault before and after some of them get other paths. */
export interface MovedFiles {
  readonly before: FileTable;
  readonly after: FileTable;
  /** Where a file is afterwards, by its path before; the same path for one that is not moved. */
  readonly pathAfter: (path: string) => string;
}

/** Where a file is after a move. */
export function movedPath(path: string, { from, to }: Move): string {
  if (path === from) return to;
  return path.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
}

/** These files, which are where they are before the moves. The moves happen one after another. */
export function movedFiles(files: Iterable<string>, moves: readonly Move[]): MovedFiles {
  return movedBy(files, (path) => moves.reduce(movedPath, path));
}

/** These files, which are where they are before each goes to where `pathAfter` says. */
export function movedBy(files: Iterable<string>, pathAfter: MovedFiles["pathAfter"]): MovedFiles {
  const [before, after] = [new FileTable(), new FileTable()];
  for (const path of files) {
    before.add(path);
    after.add(pathAfter(path));
  }
  return { before, after, pathAfter };
}

/**
 * These files, which are where they are after some were moved.
 * @param origins where each moved file was before, by its path after
 * @returns null if that does not add up: another file has been put where a moved one was
 */
export function movedSince(files: Iterable<string>, origins: ReadonlyMap<string, string>): MovedFiles | null {
  const moved = new Map(Array.from(origins, ([now, origin]) => [origin, now]));
  const [before, after] = [new FileTable(), new FileTable()];
  for (const path of files) {
    const origin = origins.get(path) ?? path;
    if (before.has(origin)) return null;
    before.add(origin);
    after.add(path);
  }
  return { before, after, pathAfter: (path) => moved.get(path) ?? path };
}
