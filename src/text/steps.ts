/** Work that is cut into short steps: whoever drives it may let others have their turn after each. Its return value is the result. */
export type Steps<T> = Generator<undefined, T>;

/** How many short pieces of work make a step: a fraction of a millisecond. */
const PIECES = 200;

/** How many items are sorted at once. */
const RUN = 1000;

/** Do all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Do something with each item, a step for some of them at a time. */
export function* eachInSteps<T>(items: Iterable<T>, act: (item: T) => void): Steps<undefined> {
  let pieces = 0;
  for (const item of items) {
    act(item);
    if (++pieces % PIECES === 0) yield;
  }
}

/** What `map` makes of each item, in steps. */
export function* mapInSteps<T, U>(items: Iterable<T>, map: (item: T) => U): Steps<U[]> {
  const mapped: U[] = [];
  yield* eachInSteps(items, (item) => {
    mapped.push(map(item));
  });
  return mapped;
}

/** The items for which `test` holds, in steps. */
export function* filterInSteps<T>(items: Iterable<T>, test: (item: T) => boolean): Steps<T[]> {
  const found: T[] = [];
  yield* eachInSteps(items, (item) => {
    if (test(item)) found.push(item);
  });
  return found;
}

/** The items in order, as `toSorted` would have them (those that compare as equal stay in the order given), in steps. */
export function* sortInSteps<T>(items: readonly T[], compare: (a: T, b: T) => number): Steps<T[]> {
  let runs: T[][] = [];
  for (let from = 0; from < items.length; from += RUN) {
    runs.push(items.slice(from, from + RUN).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(yield* mergeInSteps(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* mergeInSteps<T>(
  one: readonly T[],
  other: readonly T[],
  compare: (a: T, b: T) => number,
): Steps<T[]> {
  const merged: T[] = [];
  let at = 0;
  yield* eachInSteps(other, (item) => {
    for (let next = one[at]; next !== undefined && compare(next, item) <= 0; next = one[++at])
      merged.push(next);
    merged.push(item);
  });
  yield* eachInSteps(one.slice(at), (item) => {
    merged.push(item);
  });
  return merged;
}
