/**
 * Add all values to the end of a list, however many they are: a call that has each of them as an argument (`push(...more)`) throws where
 * they do not fit on the stack, which is at some 120,000. A note of 2 MB may hold more than that of one thing.
 */
export function pushAll<Value>(list: Value[], more: Iterable<Value>): void {
  for (const value of more) list.push(value);
}
