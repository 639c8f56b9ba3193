/** Add all values to a set. */
export function addAll(set: Set<string>, more: Iterable<string>): void {
  for (const value of more) set.add(value);
}
