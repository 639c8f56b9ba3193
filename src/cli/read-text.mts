import { isUtf8 } from "node:buffer";
import { hash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { mostBytes, notUtf8, tooLargeFile, withNul } from "../lint/host-problem.ts";
import { reasonOf } from "./reason.mts";

/** A file's text without its byte order mark, or why there is none: `tooLarge`, or what `trouble` says. */
export type ReadText = { readonly text: string } | Trouble;

/** Why a file has no text. */
export interface Trouble {
  readonly trouble: string;
  readonly tooLarge?: true;
}

const byteOrderMark = 0xfeff;

/** What the decoder puts for bytes that are no UTF-8. */
const replacement = "\ufffd";

/** Files are read into this one after another: the text is a copy. One byte more tells that a file is larger. */
const buffer = Buffer.allocUnsafe(mostBytes + 1);

/** Read the text file at `path`, an absolute path. Of a file of more than `mostBytes` no more is read. */
export function readText(path: string): ReadText {
  return readFrom(path, textIn);
}

/** The same with a name for the file's bytes, which other bytes do not have, in characters of one byte. */
export function readHashed(path: string): { readonly text: string; readonly hash: string } | Trouble {
  return readFrom(path, (length) => {
    const read = textIn(length);
    if ("trouble" in read) return read;
    return { text: read.text, hash: hash("sha256", buffer.subarray(0, length), "binary") };
  });
}

function textIn(length: number): ReadText {
  return textOfBytes(buffer, length);
}

/** @param take what is made of the bytes that are in the buffer, so many */
function readFrom<Read>(path: string, take: (length: number) => Read): Read | Trouble {
  try {
    return take(readBytes(path));
  } catch (error) {
    return { trouble: `This file cannot be read: ${reasonOf(error)}` };
  }
}

/** The text that the content of a file says, the first `length` of these bytes. */
export function textOfBytes(bytes: Buffer, length = bytes.length): ReadText {
  if (length > mostBytes) return { trouble: tooLargeFile, tooLarge: true };
  const text = bytes.toString("utf8", 0, length);
  // It stands for bytes that are no UTF-8, or for itself: only then they must be looked at.
  if (text.includes(replacement) && !isUtf8(bytes.subarray(0, length))) return { trouble: notUtf8 };
  if (text.includes("\0")) return { trouble: withNul };
  return { text: text.charCodeAt(0) === byteOrderMark ? text.slice(1) : text };
}

/** Read the start of the file into the buffer, all of it if it fits. Gives the number of its bytes. */
function readBytes(path: string): number {
  const file = openSync(path, "r");
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read) {
      read = readSync(file, buffer, length, buffer.length - length, null);
    }
    return length;
  } finally {
    closeSync(file);
  }
}
