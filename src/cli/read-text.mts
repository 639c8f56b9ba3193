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

/** Files are read into this one after another: the text is a copy. One byte more tells that a file is larger. */
const buffer = Buffer.allocUnsafe(mostBytes + 1);

/** Read the text file at `path`, an absolute path. Of a file of more than `mostBytes` no more is read. */
export function readText(path: string): ReadText {
  return readFrom(path, textOfBytes);
}

/** The same with a name for the file's bytes, which other bytes do not have. */
export function readHashed(path: string): { readonly text: string; readonly hash: string } | Trouble {
  return readFrom(path, (bytes) => {
    const read = textOfBytes(bytes);
    return "trouble" in read ? read : { text: read.text, hash: hash("sha256", bytes, "base64") };
  });
}

function readFrom<Read>(path: string, take: (bytes: Buffer) => Read): Read | Trouble {
  try {
    return take(readBytes(path));
  } catch (error) {
    return { trouble: `This file cannot be read: ${reasonOf(error)}` };
  }
}

/** The text that the content of a file says. */
export function textOfBytes(bytes: Buffer): ReadText {
  if (bytes.length > mostBytes) return { trouble: tooLargeFile, tooLarge: true };
  if (!isUtf8(bytes)) return { trouble: notUtf8 };
  if (bytes.includes(0)) return { trouble: withNul };
  const text = bytes.toString("utf8");
  return { text: text.charCodeAt(0) === byteOrderMark ? text.slice(1) : text };
}

/** The start of the file, all of it if it fits into the buffer. Good until the next one is read. */
function readBytes(path: string): Buffer {
  const file = openSync(path, "r");
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read) {
      read = readSync(file, buffer, length, buffer.length - length, null);
    }
    return buffer.subarray(0, length);
  } finally {
    closeSync(file);
  }
}
