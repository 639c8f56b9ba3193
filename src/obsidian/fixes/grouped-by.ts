/** Items by what `keyOf` says of each; keys and items in the order in which they come. */
export function groupedBy<Item>(
  items: Iterable<Item>,
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const others = groups.get(keyOf(item));
    if (others) others.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
