import { firstNotBefore } from "../text/search.ts";
import { comesBefore } from "./path-lists.ts";

/** Some paths, of which there may be thousands, to find those below a folder without a look at all of them. */
export class FolderLists {
  /** In the order of their code units, in which those below a folder follow one another. */
  private readonly paths: readonly string[];
  private readonly known = new Map<string, readonly string[]>();

  constructor(paths: readonly string[]) {
    this.paths = [...paths].sort();
  }

  /** The paths below a folder, however deep, the shorter path first, then in alphabetical order. The list is kept. */
  below(folder: string): readonly string[] {
    let list = this.known.get(folder);
    if (list === undefined) {
      const from = firstNotBefore(this.paths, (path) => path < `${folder}/`);
      // The character behind "/" is "0".
      const to = firstNotBefore(this.paths, (path) => path < `${folder}0`);
      list = this.paths.slice(from, to).sort((a, b) => (comesBefore(a, b) ? -1 : 1));
      this.known.set(folder, list);
    }
    return list;
  }
}
