/** The index of the last of the ascending `numbers` that is not above `value`; -1 if all are above. */
export function lastNotAbove(numbers: readonly number[], value: number): number {
  let low = -1;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The index of the first of these items that is not before what is looked for; their number if all are.
 * @param isBefore holds for the first of them and for no item behind one for which it does not
 */
export function firstNotBefore<Item>(items: readonly Item[], isBefore: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && isBefore(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The index, at `from` or behind it, of the first of these texts for which `test` fails; their number if there is none. From
 * there on it is to fail for all. Takes time by how far away that is.
 */
export function firstFailing(texts: readonly string[], test: (text: string) => boolean, from = 0): number {
  let low = from;
  let high = from;
  // One, two, four, eight further on, then between the last two.
  for (let step = 1; high < texts.length && test(texts[high] ?? ""); step *= 2) {
    low = high + 1;
    high += step;
  }
  high = Math.min(high, texts.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(texts[middle] ?? "")) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many code units two texts begin with in common. */
export function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}
