import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { reasonOf } from "./reason.mts";

/** A file's text without its byte order mark, or why there is none. */
export type ReadText = { readonly text: string } | { readonly trouble: string };

const byteOrderMark = 0xfeff;
/** Read the text file at `path`, an absolute path. */
export function readText(path: string): ReadText {
  try {
    const bytes = readFileSync(path);
    if (!isUtf8(bytes)) return { trouble: "This file is not UTF-8, expected text in UTF-8" };
    const text = bytes.toString("utf8");
    return { text: text.charCodeAt(0) === byteOrderMark ? text.slice(1) : text };
  } catch (error) {
    return { trouble: `This file cannot be read: ${reasonOf(error)}` };
  }
}
