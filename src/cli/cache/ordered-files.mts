import { lazily } from "../../text/lazily.ts";
import type { KeptFile } from "./kept-files.mts";

/** Kept files that are asked for in the order that they have, but for a few: only for what follows one that is out of order they are put into a table. */
export class OrderedFiles {
  private readonly files: readonly KeptFile[];
  private readonly places: () => ReadonlyMap<string, number>;
  private place = 0;

  constructor(files: readonly KeptFile[]) {
    this.files = files;
    this.places = lazily(() => new Map(files.map(({ path }, place) => [path, place])));
  }

  /** The file at `path`, mostly the one that was asked for last, or the one behind that; undefined if there is none. */
  at(path: string): KeptFile | undefined {
    if (this.files[this.place]?.path === path) return this.files[this.place];
    if (this.files[this.place + 1]?.path === path) return this.files[++this.place];
    const place = this.places().get(path);
    if (place === undefined) return undefined;
    this.place = place;
    return this.files[place];
  }
}
