import type { Loc, Pos } from "obsidian";

/** Places in a text as the app's metadata has them: line and column from 0. */
export class Positions {
  private readonly starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (const { index } of text.matchAll(/\n/g)) starts.push(index + 1);
    this.starts = starts;
  }

  loc(offset: number): Loc {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, col: offset - (this.starts[low] ?? 0), offset };
  }

  pos(from: number, to: number): Pos {
    return { start: this.loc(from), end: this.loc(to) };
  }
}
