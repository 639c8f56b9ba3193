/** How many paths are put in order at first: more than a view shows at once. */
const PAGE = 128;

/** And how many times as many whenever somebody looks further. */
const GROWTH = 8;

/**
 * Paths in an order, of which only the beginning is worked out until somebody looks further: there may be 20,000, and a view
 * shows 50. It is of the paths and weights of the time when it was made.
 */
export class OrderedPaths implements Iterable<string> {
  private readonly paths: readonly string[];
  private readonly compare: (a: number, b: number) => number;
  /** Indexes into `paths`: the first `settled` are in order, and none of the others comes before them. */
  private readonly places: number[];
  private settled = 0;

  private constructor(paths: readonly string[], compare: (a: number, b: number) => number) {
    this.paths = paths;
    this.compare = compare;
    this.places = Array.from(paths, (_, index) => index);
  }

  /**
   * @param paths each once, in any order
   * @param weigh is asked once for each path
   * @param compare of weights, as for `Array.sort`; where they are equal the order is that of the paths
   */
  static by<Weight>(
    paths: readonly string[],
    weigh: (path: string) => Weight,
    compare: (a: Weight, b: Weight) => number,
  ): OrderedPaths {
    const all = paths.map((path) => ({ path, weight: weigh(path) }));
    return new OrderedPaths(paths, (a, b) => {
      const one = all[a];
      const other = all[b];
      if (!one || !other) return 0;
      return (
        compare(one.weight, other.weight) || (one.path < other.path ? -1 : Number(one.path > other.path))
      );
    });
  }

  get length(): number {
    return this.paths.length;
  }

  /** The path at `index`, which is not negative; undefined: there is none. */
  at(index: number): string | undefined {
    this.settle(index + 1);
    return this.paths[this.places[index] ?? -1];
  }

  /** The index of a path, or -1. */
  indexOf(path: string): number {
    const found = this.places.indexOf(this.paths.indexOf(path));
    if (found < this.settled) return found;
    this.settle(this.length);
    return this.indexOf(path);
  }

  *[Symbol.iterator](): Generator<string> {
    for (let index = 0; index < this.length; index++) {
      const path = this.at(index);
      if (path !== undefined) yield path;
    }
  }

  /** Put the first `count` in order, and some more. */
  private settle(count: number): void {
    const { settled, places, length } = this;
    if (count <= settled || settled === length) return;
    const end = Math.min(length, Math.max(count, settled * GROWTH, PAGE));
    if (end < length) this.part(end);
    const page = places.slice(settled, end).sort(this.compare);
    for (const [at, place] of page.entries()) places[settled + at] = place;
    this.settled = end;
  }

  /** Bring those that come before number `end` to the front, in any order (Hoare's selection: the time grows with the paths). */
  private part(end: number): void {
    const { places, compare } = this;
    let low = this.settled;
    let high = places.length - 1;
    while (low < high) {
      const pivot = places[(low + high) >> 1] ?? 0;
      let left = low;
      let right = high;
      while (left <= right) {
        while (compare(places[left] ?? 0, pivot) < 0) left++;
        while (compare(pivot, places[right] ?? 0) < 0) right--;
        if (left > right) break;
        const later = places[left] ?? 0;
        places[left] = places[right] ?? 0;
        places[right] = later;
        left++;
        right--;
      }
      if (right < end - 1) low = left;
      if (end - 1 < left) high = right;
    }
  }
}
