import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
  type Stats,
} from "node:fs";
import { dirname } from "node:path";

/** An open file, as the operating system counts them. */
type FileNumber = number;

/**
 * All that safe writing asks of the operating system, one call each: the one place where a test lets the disk be full, a file
 * be read-only, or the process die. Each throws what Node throws.
 */
export interface Disk {
  /** `flags` as in fs.constants; `mode` of a file that this creates. */
  readonly open: (path: string, flags: number, mode?: number) => FileNumber;
  readonly stat: (file: FileNumber) => Stats;
  /** Gives how many bytes were read: 0 at the end of the file. */
  readonly read: (file: FileNumber, into: Uint8Array, position: number) => number;
  /** Gives how many bytes were written, perhaps not all. */
  readonly write: (file: FileNumber, bytes: Uint8Array, position: number) => number;
  readonly truncate: (file: FileNumber, length: number) => void;
  /** Wait until what was written is on the disk itself. */
  readonly flush: (file: FileNumber) => void;
  readonly close: (file: FileNumber) => void;
  readonly rename: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
  /** Give a file a second name. Refused where the name is taken. */
  readonly link: (from: string, to: string) => void;
  /** Refused unless the folder is empty. */
  readonly removeFolder: (path: string) => void;
  /** Make a folder, and those around it; `mode` says who can look into them, as for files. */
  readonly makeFolder: (path: string, mode: number) => void;
  /** Wait until the names in a folder are on the disk itself. */
  readonly flushFolder: (path: string) => void;
}

/** The disk. */
export const realDisk: Disk = {
  open: openSync,
  stat: (file) => fstatSync(file),
  read: (file, into, position) => readSync(file, into, 0, into.length, position),
  write: (file, bytes, position) => writeSync(file, bytes, 0, bytes.length, position),
  truncate: ftruncateSync,
  flush: fsyncSync,
  close: closeSync,
  rename: renameSync,
  remove: (path) => {
    rmSync(path, { force: true });
  },
  link: linkSync,
  removeFolder: rmdirSync,
  makeFolder,
  flushFolder: (path) => {
    // Windows opens no folders, and keeps names in order by itself.
    if (process.platform === "win32") return;
    const folder = openSync(path, "r");
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  },
};

/** Step by step: where a system lets nobody make a folder and says that the one around it is not there, Node tries for ever. */
function makeFolder(path: string, mode: number): void {
  try {
    mkdirSync(path, mode);
  } catch (error) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return;
    if (existsSync(dirname(path))) throw error;
    makeFolder(dirname(path), mode);
    // Another run may have made it meanwhile.
    makeFolder(path, mode);
  }
}

/** Write all of `bytes` from `position` on. */
export function writeAll(disk: Disk, file: number, bytes: Uint8Array, position: number): void {
  let done = 0;
  while (done < bytes.length) done += disk.write(file, bytes.subarray(done), position + done);
}

/** Read the whole file. */
export function readAll(disk: Disk, file: number): Buffer {
  return readPart(disk, file, 0, disk.stat(file).size + 1);
}

/** Read so many bytes from a place of the file on; fewer where it ends. */
export function readPart(disk: Disk, file: number, from: number, most: number): Buffer {
  const bytes = Buffer.allocUnsafe(most);
  let length = 0;
  for (let read = -1; read !== 0 && length < most; length += read) {
    read = disk.read(file, bytes.subarray(length), from + length);
  }
  return bytes.subarray(0, length);
}
