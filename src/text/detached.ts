/**
 * The same string with memory of its own, for what outlives the text it was cut from. V8 keeps a slice of 13 or more
 * characters as a view, and with it the whole text: one link would keep its note in memory. Shorter ones it copies.
 */
export function detached(slice: string): string {
  // Joining makes a new string, of which what is returned is a view.
  return slice.length < SHORTEST_VIEW ? slice : ` ${slice}`.slice(1);
}

const SHORTEST_VIEW = 13;
