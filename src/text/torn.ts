const nul = 0;

/**
 * Can `found` be what an interrupted write of `next` over `old` has left? Then each of its bytes is that of the one or of the
 * other at the same place, and its length lies between theirs. So it is whatever the order was in which the parts of the write
 * reached the disk, and also when putting back the old text was interrupted in its turn. Where a file system makes a
 * file longer before it writes what is new there, it shows NUL bytes.
 *
 * Both whole texts are such mixes, too. A mix holds nothing that is not in one of them, so that nobody's words are lost with it.
 */
export function isTorn(found: Uint8Array, old: Uint8Array, next: Uint8Array): boolean {
  if (found.length < Math.min(old.length, next.length)) return false;
  if (found.length > Math.max(old.length, next.length)) return false;
  return found.every((byte, at) => byte === (at < old.length ? old[at] : nul) || byte === next[at]);
}
