import { isUtf8 } from "node:buffer";
import { constants, realpathSync, statSync, type Stats } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";
import { mostBytes, notUtf8, tooLargeFile, withNul } from "../../lint/host-problem.ts";
import type { Trouble } from "../../report/batch-report.ts";
import { isCoded, reasonOf } from "../reason.mts";
import { readAll, writeAll, type Disk } from "./disk.mts";
import type { Journal } from "./journal.mts";

/** A note's file, open to be read and written. */
export interface OpenNote {
  readonly file: number;
  /** All of it. */
  readonly bytes: Buffer;
  /** Absolute, without symbolic links. */
  readonly at: string;
}

/**
 * Open the note at `path`, vault-relative, hand it to `use` and close it. Gives what `use` says, null if all went well, or why the note
 * cannot be opened for writing. Nothing is written by that.
 */
export function withNote(
  { vault, disk }: Pick<Journal, "vault" | "disk">,
  path: string,
  use: (note: OpenNote) => Trouble | null,
): Trouble | null {
  const opened = openNote(vault, path, disk);
  if ("why" in opened) return opened;
  try {
    const bytes = bytesOf(opened.file, disk);
    return "why" in bytes ? bytes : use({ ...opened, bytes });
  } finally {
    disk.close(opened.file);
  }
}

/**
 * Write `after` to the note at `path` if its text is `before`, both with its byte order mark. Gives null, also if it is `after` already (a note may have two
 * paths), or why that was not done.
 */
export function rewrite(journal: Journal, path: string, before: string, after: string): Trouble | null {
  const next = Buffer.from(after);
  return withNote(journal, path, (note) => {
    if (note.bytes.equals(next)) return null;
    return note.bytes.equals(Buffer.from(before)) ? overwrite(note, next, journal.disk) : trouble.changed;
  });
}

/**
 * Replace the bytes of a note, which are `note.bytes`, by `next`, in place: the file keeps its inode, and with it its mode, owner, hard links and
 * creation time. Gives null, or why that was not done; then the old bytes are there again, unless it is `half-written`.
 *
 * What needs new room is written first: where the disk is full, nothing of the old text is gone yet. The file gets shorter last. A process that dies in between
 * leaves what `isTorn` knows.
 *
 * Two programs cannot lock a file against each other everywhere. Who writes to it in the very moment between our reading and our writing is
 * overwritten; who puts another file in its place meanwhile, as many programs save, is not, and that is found out.
 */
export function overwrite(note: OpenNote, next: Uint8Array, disk: Disk): Trouble | null {
  const { file, bytes: old, at } = note;
  try {
    if (next.length > old.length) writeAll(disk, file, next.subarray(old.length), old.length);
    writeAll(disk, file, next.subarray(0, old.length), 0);
    if (next.length < old.length) disk.truncate(file, next.length);
    disk.flush(file);
    // The file that is no longer there may still have another name.
    return isStillAt(at, disk.stat(file)) ? null : (putBack(note, disk) ?? trouble.changed);
  } catch (error) {
    const refused = trouble.refused(error);
    return putBack(note, disk) ?? refused;
  }
}

/** Give an open file its old bytes again, touching only what is no longer as it was. */
function putBack({ file, bytes: old }: OpenNote, disk: Disk): Trouble | null {
  try {
    if (disk.stat(file).size > old.length) disk.truncate(file, old.length);
    if (!readAll(disk, file).equals(old)) writeAll(disk, file, old, 0);
    disk.flush(file);
    return null;
  } catch (error) {
    return trouble.halfWritten(error);
  }
}

/** Is the file still what its path leads to? */
function isStillAt(at: string, { dev, ino }: Stats): boolean {
  const now = statSync(at, { throwIfNoEntry: false });
  return now?.dev === dev && now.ino === ino;
}

function openNote(vault: string, path: string, disk: Disk): Omit<OpenNote, "bytes"> | Trouble {
  const found = findNote(vault, path);
  if ("why" in found) return found;
  const { at } = found;
  try {
    // Not following: by now a symbolic link may have been put there.
    return { file: disk.open(at, constants.O_RDWR | constants.O_NOFOLLOW), at };
  } catch (error) {
    return whyNotFound(error);
  }
}

/**
 * Where the file of the note at `path` lies, absolute and without symbolic links, or why it is not one to be written.
 * @param vault without symbolic links
 */
export function findNote(vault: string, path: string): Pick<OpenNote, "at"> | Trouble {
  try {
    const at = realpathSync.native(join(vault, path));
    const stats = statSync(at);
    if (stats.isDirectory()) return trouble.folder;
    if (!stats.isFile()) return trouble.noFile;
    return liesIn(vault, at) ? { at } : trouble.outside;
  } catch (error) {
    return whyNotFound(error);
  }
}

function whyNotFound(error: unknown): Trouble {
  const isGone = isCoded(error) && ["ENOENT", "ENOTDIR"].includes(error.code);
  return isGone ? trouble.vanished : trouble.refused(error);
}

/** The vault-relative path of a file that lies in the vault. Both are absolute, without symbolic links. */
export function pathIn(vault: string, at: string): string {
  return relative(vault, at).split(sep).join("/");
}

/** Whether a file lies in the vault, or is it. Both are absolute, without symbolic links. */
export function liesIn(vault: string, at: string): boolean {
  const way = relative(vault, at);
  return !isAbsolute(way) && !way.split(sep).includes("..");
}

function bytesOf(file: number, disk: Disk): Buffer | Trouble {
  try {
    return disk.stat(file).size > mostBytes ? trouble.tooLarge : readAll(disk, file);
  } catch (error) {
    return trouble.refused(error);
  }
}

/** Why bytes are no note's, or null: decoded and encoded again, those of a note are the same. */
export function faultOf(bytes: Buffer): string | null {
  if (bytes.length > mostBytes) return tooLargeFile;
  if (!isUtf8(bytes)) return notUtf8;
  return bytes.includes(0) ? withNul : null;
}

/** Why a text can be no note's, or null. */
export function textFault(text: string): string | null {
  const bytes = Buffer.from(text);
  if (bytes.length > mostBytes) return tooLargeText;
  return faultOf(bytes) ?? (bytes.toString("utf8") === text ? null : halfCharacters);
}

const tooLargeText = "The new text has more than 2 MB, expected less";
const halfCharacters = "The new text holds half a character, which no file can, expected whole ones";

/** What is said of a note that is not written. */
export const trouble = {
  changed: { why: "changed", message: "This note has changed since" },
  vanished: { why: "vanished", message: "This note is no longer there" },
  folder: { why: "elsewhere", message: "This is a folder, expected a note" },
  noFile: { why: "elsewhere", message: "This is neither a file nor a folder, expected a note" },
  tooLarge: { why: "not-text", message: tooLargeFile },
  outside: { why: "elsewhere", message: "This leads out of the vault, where nothing is written" },
  stopped: { why: "stopped", message: "The run ended before this note was written" },
  refused: (error: unknown): Trouble => ({
    why: "refused",
    message: `This note cannot be written: ${reasonOf(error)}`,
  }),
  halfWritten: (error: unknown): Trouble => ({
    why: "half-written",
    message: `This note is half written, and the next run puts its old text back, which failed now: ${reasonOf(error)}`,
  }),
} as const;
