import { statSync } from "node:fs";

/**
 * What tells, without reading it, that a file is as it was: as git's index does. A list of numbers, since a run holds one for each file
 * of a vault. Times in milliseconds, as the file system has them.
 * - `mtime`: when its content was last changed, as far as anybody who wrote it left that as it was.
 * - `ctime`: when anything of it was last changed, its `mtime` included. Nobody can set it, where the file system has it (FAT has not).
 */
export type Stamp = readonly [size: number, mtime: number, ctime: number, inode: number];

/**
 * How long before its file was read a stamp must lie for the next change to have another, in milliseconds. The clocks of file systems
 * go in steps of up to two seconds (FAT): of two changes in one step the second cannot be seen.
 */
const SETTLING = 2000;

/** The stamp of the file at `path`, an absolute path, symbolic links followed; null if there is none to be had. */
export function stampOf(path: string): Stamp | null {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return null;
    return [stats.size, stats.mtimeMs, stats.ctimeMs, stats.ino];
  } catch {
    // Who wants to read the file will be told why that cannot be done.
    return null;
  }
}

/**
 * Will the file have another stamp once it has changed? Not if it was changed shortly before, or after, `began`, by whichever clock: then it must be
 * read again next time.
 * @param began when nothing had been read yet, in milliseconds since 1970
 */
export function isSettled([, mtime, ctime]: Stamp, began: number): boolean {
  return mtime < began - SETTLING && ctime < began - SETTLING;
}

/** Do both tell of a file that has not changed between them? */
export function isSameStamp(a: Stamp, b: Stamp): boolean {
  return a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3];
}

/** How many numbers a stamp takes in a list of them. */
const NUMBERS = 4;

/** A list of so many stamps, none of which is there yet. */
export function stampList(
  count: number,
  buffer: typeof ArrayBuffer | typeof SharedArrayBuffer,
): Float64Array {
  return new Float64Array(new buffer(count * NUMBERS * Float64Array.BYTES_PER_ELEMENT)).fill(NaN);
}

export function putStamp(stamps: Float64Array, place: number, stamp: Stamp | null): void {
  if (stamp) stamps.set(stamp, place * NUMBERS);
}

/** The stamp at this place of a list; null if there is none. */
export function stampIn(stamps: Float64Array, place: number): Stamp | null {
  const at = place * NUMBERS;
  const size = stamps[at] ?? NaN;
  if (Number.isNaN(size)) return null;
  return [size, stamps[at + 1] ?? 0, stamps[at + 2] ?? 0, stamps[at + 3] ?? 0];
}
