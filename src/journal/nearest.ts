import { distance } from "fastest-levenshtein";

/**
 * The name that `written` was most likely meant to be, letter case aside, or null. A third of its characters may differ,
 * three at most and one at least, but of a single one none; a name that begins with it is one edit away. Of equally near names the first.
 */
export function nearest(written: string, names: Iterable<string>): string | null {
  const lower = written.toLowerCase();
  // Any letter is one edit away from any other.
  let bound = written.length < 2 ? 0 : Math.min(3, Math.max(1, Math.floor(written.length / 3)));
  let best: string | null = null;
  for (const name of names) {
    const edits = editsBetween(lower, name.toLowerCase(), bound);
    if (edits > bound) continue;
    best = name;
    bound = edits - 1;
  }
  return best;
}

/** Whether one letter added, left out, changed, or swapped with its neighbour makes `b` of `a`. Linear in their lengths. */
export function isOneEditAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let same = 0;
  const most = Math.min(a.length, b.length) - from;
  while (same < most && a[a.length - 1 - same] === b[b.length - 1 - same]) same++;
  const [restA, restB] = [a.slice(from, a.length - same), b.slice(from, b.length - same)];
  return Math.max(restA.length, restB.length) === 1 || isSwapped(restA, restB);
}

function isSwapped(a: string, b: string): boolean {
  return a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
}

function editsBetween(written: string, name: string, bound: number): number {
  if (written.length >= 3 && written.length < name.length && name.startsWith(written)) return 1;
  // Known without measuring, which keeps a hostile key of a million characters cheap.
  const atLeast = Math.abs(name.length - written.length);
  return atLeast > bound ? atLeast : distance(written, name);
}
