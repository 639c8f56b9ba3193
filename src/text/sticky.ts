/**
 * Where the match of a sticky pattern that starts exactly at `at` ends; -1 if there is none.
 * @param pattern with the flag `y`; its `lastIndex` is overwritten
 */
export function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
