import type { Heading } from "../note/note.ts";
import { lastNotAbove } from "../text/search.ts";

/**
 * The headings of one note as they lie below one another, to find chains such as `Part`, `Sources` (obsidian.md D2). Headings
 * are numbered from 0 in text order. What was found for the start of a chain is remembered, so that many chains stay cheap.
 */
export class HeadingTree {
  /** For each heading the first one behind it that does not lie below it. */
  private readonly ends: readonly number[];
  /** The headings of each key, in text order. */
  private readonly byKey = new Map<string, number[]>();
  private readonly known = new Map<string, readonly number[]>();

  /** @param keys what the headings are compared by, one for each */
  constructor(headings: readonly Heading[], keys: readonly string[]) {
    this.ends = endsOf(headings);
    for (const [at, key] of keys.entries()) {
      const same = this.byKey.get(key);
      if (same) same.push(at);
      else this.byKey.set(key, [at]);
    }
  }

  /** The first heading of this chain of keys, each of which lies below the one before; -1 if there is none. */
  find(chain: readonly string[]): number {
    let path = "";
    let found: readonly number[] | null = null;
    for (const key of chain) {
      // No key holds a "#".
      path += `#${key}`;
      let next = this.known.get(path);
      if (next === undefined) this.known.set(path, (next = this.step(found, this.byKey.get(key) ?? [])));
      if (next.length === 0) return -1;
      found = next;
    }
    return found?.[0] ?? -1;
  }

  /** Those of the `named` headings that lie below one of `above`, and in no other of them: below that, more would be found again. */
  private step(above: readonly number[] | null, named: readonly number[]): readonly number[] {
    if (above === null) return this.outermost(named);
    const below = above.length < named.length ? this.inside(above, named) : this.within(named, above);
    return this.outermost(below);
  }

  /** The `named` headings below each of the few `above`. */
  private inside(above: readonly number[], named: readonly number[]): readonly number[] {
    const found: number[] = [];
    for (const top of above) {
      const end = this.end(top);
      for (let i = lastNotAbove(named, top) + 1; i < named.length; i++) {
        const at = named[i] ?? end;
        if (at >= end) break;
        found.push(at);
      }
    }
    return found;
  }

  /** The few `named` headings that lie below one of `above`, which do not lie in each other. */
  private within(named: readonly number[], above: readonly number[]): readonly number[] {
    return named.filter((at) => {
      const top = above[lastNotAbove(above, at - 1)];
      return top !== undefined && at < this.end(top);
    });
  }

  private outermost(headings: readonly number[]): readonly number[] {
    let end = 0;
    return headings.filter((at) => {
      const isOuter = at >= end;
      if (isOuter) end = this.end(at);
      return isOuter;
    });
  }

  private end(heading: number): number {
    return this.ends[heading] ?? this.ends.length;
  }
}

function endsOf(headings: readonly Heading[]): readonly number[] {
  const ends: number[] = headings.map(() => headings.length);
  const open: number[] = [];
  for (const [at, { level }] of headings.entries()) {
    for (let last = open.at(-1); last !== undefined && levelOf(headings, last) >= level; last = open.at(-1)) {
      ends[last] = at;
      open.pop();
    }
    open.push(at);
  }
  return ends;
}

function levelOf(headings: readonly Heading[], at: number): number {
  return headings[at]?.level ?? 0;
}
