import { int32sIn } from "./number-bytes.mts";
import { encodingOf, isWide } from "./text-bytes.mts";

/** A number of a `PackedTable`, in bytes. */
const NUMBER = 4;
/** How many numbers a table starts with: of keys, of numbers of all keys, and whether its texts take two bytes a character. */
const HEAD = 3;

/**
 * Keys, each with the numbers that were put there by it, as bytes. A key is found among thousands without any text being made but that of the
 * key itself. Behind the head, all in the order of the keys' hashes: the hashes, where the text of each key ends, where its numbers end, the
 * numbers; then the texts.
 */
export class PackedTable {
  /** How many keys there are. */
  readonly size: number;
  private readonly hashes: Int32Array;
  private readonly textEnds: Int32Array;
  private readonly numberEnds: Int32Array;
  private readonly numbers: Int32Array;
  private readonly texts: Buffer;
  private readonly encoding: "utf16le" | "latin1";

  /** @param bytes what `packTable` has made, on a machine of this byte order; they stay in use */
  constructor(bytes: Buffer) {
    const [size, count, wide] = int32sIn(bytes.subarray(0, HEAD * NUMBER));
    let at = HEAD * NUMBER;
    const take = (length = 0): Int32Array => {
      const from = at;
      at += length * NUMBER;
      return int32sIn(bytes.subarray(from, at));
    };
    this.size = size ?? 0;
    this.hashes = take(size);
    this.textEnds = take(size);
    this.numberEnds = take(size);
    this.numbers = take(count);
    this.texts = bytes.subarray(at);
    this.encoding = encodingOf(wide === 1);
  }

  /** The place of a key, or -1. @param hash that of the key */
  find(key: string, hash: number): number {
    const { hashes } = this;
    let low = 0;
    let high = hashes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((hashes[middle] ?? 0) < hash) low = middle + 1;
      else high = middle;
    }
    for (; hashes[low] === hash; low++) if (this.keyAt(low) === key) return low;
    return -1;
  }

  keyAt(place: number): string {
    return this.texts.toString(this.encoding, this.textEnds[place - 1] ?? 0, this.textEnds[place]);
  }

  /** The places of the keys of so many characters. */
  *ofLength(length: number): Generator<number> {
    const bytes = this.encoding === "latin1" ? length : length * 2;
    let from = 0;
    for (let place = 0; place < this.size; place++) {
      const to = this.textEnds[place] ?? 0;
      if (to - from === bytes) yield place;
      from = to;
    }
  }

  /** The numbers of the key at a place. */
  numbersAt(place: number): Int32Array {
    return this.numbers.subarray(this.numberEnds[place - 1] ?? 0, this.numberEnds[place]);
  }
}

/** The table of these keys and numbers. */
export function packTable(rows: ReadonlyMap<string, readonly number[]>): Buffer {
  const hashed = Array.from(rows, ([key, numbers]) => ({ key, numbers, hash: hashOf(key) }));
  hashed.sort((a, b) => a.hash - b.hash);
  const text = hashed.map(({ key }) => key).join("");
  const wide = isWide(text);
  const size = hashed.length;
  const count = hashed.reduce((sum, { numbers }) => sum + numbers.length, 0);
  const length = HEAD + 3 * size + count;
  // In one go: what is packed for a large vault is more than its facts take in memory.
  const bytes = Buffer.alloc(length * NUMBER + (wide ? text.length * 2 : text.length));
  const all = new Int32Array(bytes.buffer, bytes.byteOffset, length);
  bytes.write(text, length * NUMBER, encodingOf(wide));
  all.set([size, count, Number(wide)]);
  let [textEnd, numberEnd] = [0, 0];
  for (const [place, { key, numbers, hash }] of hashed.entries()) {
    all[HEAD + place] = hash;
    all[HEAD + size + place] = textEnd += wide ? key.length * 2 : key.length;
    all.set(numbers, HEAD + 3 * size + numberEnd);
    all[HEAD + 2 * size + place] = numberEnd += numbers.length;
  }
  return bytes;
}

/** A number by which a key is found (FNV-1a). */
export function hashOf(key: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash;
}
