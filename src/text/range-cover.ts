import type { TextRange } from "./range.ts";
import { lastNotAbove } from "./search.ts";

/** Ranges of a text that may overlap, to ask for many others. To ask takes time by the logarithm of how many there are. */
export class RangeCover {
  private readonly starts: readonly number[];
  /** For each start, how far the ranges reach that start there or before. */
  private readonly ends: readonly number[];

  /** @param ranges in any order */
  constructor(ranges: readonly TextRange[]) {
    const sorted = [...ranges].sort((a, b) => a.from - b.from);
    let reach = -1;
    this.starts = sorted.map(({ from }) => from);
    this.ends = sorted.map(({ to }) => (reach = Math.max(reach, to)));
  }

  /** Whether one of the ranges holds this one; its own ends belong to it. */
  holds({ from, to }: TextRange): boolean {
    return to <= (this.ends[lastNotAbove(this.starts, from)] ?? -1);
  }
}
