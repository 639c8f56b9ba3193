/** Numbers that look random and are the same for the same seed: a vault must be the same on every machine. */
export interface Random {
  /** At least 0, less than 1. */
  readonly next: () => number;
  /** A whole number, at least 0, less than `end`. */
  readonly below: (end: number) => number;
  /** One of the list. @throws RangeError if it is empty */
  readonly pick: <T>(list: readonly T[]) => T;
  /** True in this share of all cases. */
  readonly chance: (share: number) => boolean;
}

/** The generator Mulberry32 (public domain, Tommy Ettinger), which is short and good enough to look like a vault. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick: (list) => {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new RangeError("Nothing to pick from an empty list");
      return picked;
    },
  };
}
