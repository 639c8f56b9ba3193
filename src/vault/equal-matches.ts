import type { FileTable } from "./file-table.ts";
import { isBelow } from "./names.ts";

/**
 * The files that a link matches equally well by name, best first: those below the folder of its note, then the others (obsidian.md C7).
 * Each of thousands of links may match thousands of files, so that no list of them is made. It is of the files as they are
 * until the table changes.
 */
export class EqualMatches implements Iterable<string> {
  /** All of them, as anybody finds them: one and the same list for all links to the target, until the table changes. */
  readonly all: readonly string[];
  private readonly below: readonly string[];
  private readonly folder: string;

  /** @param folder where the link stands */
  constructor(files: FileTable, key: string, folder: string) {
    this.all = files.match(key);
    this.below = files.matchBelow(key, folder);
    this.folder = folder;
  }

  get length(): number {
    return this.all.length;
  }

  /** The best of them; undefined if there is none. */
  get best(): string | undefined {
    return this.below[0] ?? this.all[0];
  }

  /** The best of them, as many as are asked for or there are. */
  first(count: number): readonly string[] {
    const found: string[] = [];
    for (const path of this) {
      if (found.length >= count) break;
      found.push(path);
    }
    return found;
  }

  *[Symbol.iterator](): Generator<string> {
    yield* this.below;
    for (const path of this.all) if (this.below.length === 0 || !isBelow(path, this.folder)) yield path;
  }
}
