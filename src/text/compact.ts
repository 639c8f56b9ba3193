/**
 * The same list without room to grow, for what is kept. V8 keeps room for 17 elements in a list that one was pushed to, and a
 * note's facts are many short lists. Empty ones are all one list.
 */
export function compact<Element>(list: readonly Element[]): readonly Element[] {
  return list.length === 0 ? none : list.slice();
}

const none: readonly never[] = [];
