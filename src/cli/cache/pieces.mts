import { createHash, type Hash } from "node:crypto";
import { constants } from "node:fs";
import { basename } from "node:path";
import { readAll, readPart, writeAll, type Disk } from "../write/disk.mts";

/** What a file of pieces starts with. */
const MARK = Buffer.from("linkage pieces 2\n");

/** Each piece is its length in four bytes, and itself. In place of a length stands the end, and behind it a sum of the file's name and all that is before. */
const LENGTH = 4;
const END = 0xffff_ffff;
const SUM = 32;

/**
 * Write pieces as a file, whole or not at all: beside its place first, as `draft`, which must not be there yet. Nothing waits for the
 * disk, since what a power failure leaves of it does not have the sum that it says.
 * @throws what the disk says; nothing is left of the draft then, unless the disk refuses that, too
 */
export function writePieces(disk: Disk, path: string, draft: string, pieces: Iterable<Uint8Array>): void {
  const file = disk.open(draft, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    try {
      const sum = sumFor(path);
      let length = 0;
      const write = (bytes: Uint8Array): void => {
        writeAll(disk, file, bytes, length);
        length += bytes.length;
      };
      for (const part of partsOf(pieces)) {
        sum.update(part);
        write(part);
      }
      write(sum.digest());
    } finally {
      disk.close(file);
    }
    disk.rename(draft, path);
  } catch (error) {
    disk.remove(draft);
    throw error;
  }
}

function* partsOf(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  yield MARK;
  for (const piece of pieces) {
    yield lengthBytes(piece.length);
    yield piece;
  }
  yield lengthBytes(END);
}

function lengthBytes(length: number): Uint8Array {
  const bytes = Buffer.alloc(LENGTH);
  bytes.writeUInt32LE(length);
  return bytes;
}

/**
 * The pieces of a file that `writePieces` wrote. Null for any other, one that is damaged, one that was written as
 * another file, and one that cannot be read.
 */
export function readPieces(disk: Disk, path: string): readonly Buffer[] | null {
  const bytes = readFrom(disk, path, (file) => readAll(disk, file));
  if (bytes === null || bytes.length < MARK.length + LENGTH + SUM) return null;
  const said = bytes.subarray(0, -SUM);
  if (!MARK.equals(said.subarray(0, MARK.length))) return null;
  if (!bytes.subarray(-SUM).equals(sumFor(path).update(said).digest())) return null;
  const pieces: Buffer[] = [];
  for (let at = MARK.length; ;) {
    const length = said.readUInt32LE(at);
    if (length === END) return pieces;
    const from = at + LENGTH;
    at = from + length;
    pieces.push(said.subarray(from, at));
  }
}

/** The sum of a file's name, to which its bytes are added: of another name it is another file, which lies there by mistake. */
function sumFor(path: string): Hash {
  return createHash("sha256").update(`${basename(path)}\n`);
}

/** Where a piece starts in its file, in bytes. @param before the pieces in front of it */
export function startBehind(before: readonly Uint8Array[]): number {
  return before.reduce((sum, { length }) => sum + LENGTH + length, MARK.length + LENGTH);
}

/** So many bytes of a file whose sum has been seen to be right in this run; null where they cannot be had any more. */
export function readBytes(disk: Disk, path: string, from: number, length: number): Buffer | null {
  const bytes = readFrom(disk, path, (file) => readPart(disk, file, from, length));
  return bytes?.length === length ? bytes : null;
}

function readFrom(disk: Disk, path: string, read: (file: number) => Buffer): Buffer | null {
  try {
    // A pipe is not waited for. Windows has no such flag, which counts as 0 then.
    const file = disk.open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return read(file);
    } finally {
      disk.close(file);
    }
  } catch {
    // What only saves work is not missed.
    return null;
  }
}
