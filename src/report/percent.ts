/** A share as whole per cents, rounded down: only what all have is 100%, and what falls short of a bound shows it. */
export function percentOf(part: number, whole: number): string {
  const percents = whole === 0 ? 0 : Math.floor((100 * part) / whole);
  return percents === 0 && part > 0 ? "<1%" : `${String(percents)}%`;
}
